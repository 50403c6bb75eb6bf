// node tests/faults/run.js [kills [500] | disk [250]]: the built server under load, killed or on a failing disk, so many times, and what of
// it was lost, doubled, or came back though it was refused (reliability 37, 38). Without arguments both, at full length. `toolchain/build
// tests` first. Exits with 1 where anything did not hold.
import { print } from "../bench/harness/print.js";
import { verdicts } from "./check.js";
import { diskFaults, kills } from "./rounds.js";

/** What a trial found, in the shape of a bench's result. @param {Awaited<ReturnType<typeof kills>>} trial */
export function resultOf(trial, title, rounds) {
  const { acknowledged, refused, unanswered } = trial.counts;
  const rows = [[title, "count"], ["rounds", rounds], ["acknowledged", acknowledged], ["refused", refused], ["unanswered", unanswered]];
  for (const [kind, shown] of Object.entries(trial.shown)) rows.push([`injected: ${kind}`, shown]);
  const of = (verdict) => trial.faults.filter((fault) => fault.startsWith(`${verdict}:`)).length;
  const goals = verdicts.map((verdict) => ({ what: `${title}: ${verdict}`, goal: "0", is: of(verdict), met: of(verdict) === 0 }));
  goals.push({ what: `${title}: not served again after the disk was well`, goal: "0", is: trial.unhealed, met: trial.unhealed === 0 });
  return { title, tables: [{ title, rows }], goals };
}

const sorts = { kills: { play: kills, title: "Killed under load", usual: 500 }, disk: { play: diskFaults, title: "A failing disk", usual: 250 } };

if (import.meta.filename === process.argv[1]) {
  const [, , chosen, count] = process.argv;
  if (chosen !== undefined && !(chosen in sorts)) throw new Error(`kills or disk, not ${chosen}`);
  for (const [name, { play, title, usual }] of Object.entries(sorts)) {
    if (chosen !== undefined && chosen !== name) continue;
    const rounds = Number(count) || usual;
    const trial = await play(rounds, (done) => done % 25 === 0 && console.error(`${title}: ${done} of ${rounds}`));
    const result = resultOf(trial, title, rounds);
    print(result);
    if (result.goals.some(({ met }) => !met)) process.exitCode = 1;
    await trial.end();
  }
}
