// node tests/bench/rush/run.js [short | TIMES]: the first and the last minute of a registration period over real connections. Its goals
// are about what holds, not about time; how long answers took stands beside them. The last minute is lived through TIMES times (ten) by the same
// people.
import { print } from "../harness/print.js";
import { makeSeason } from "../harness/season.js";
import { startServer } from "../harness/server.js";
import { percentile } from "../harness/figures.js";
import { firstMinute } from "./first_minute.js";
import { applicantsOf, lastMinute } from "./last_minute.js";
import { Ledger } from "./ledger.js";

const full = { first: { newcomers: 1500, members: 1500, early: 1000 }, last: { people: 10_000, logIns: 10_000, before: 60, after: 15 } };
// A queue so short that some are turned away however fast the machine is.
const small = { first: { newcomers: 20, members: 100, early: 20, flags: ["--password-queue", "8"] }, last: { people: 300, logIns: 40, before: 5, after: 3 } };
const atOnce = 48; // log-ins before the last minute: fewer than may wait
const serve = (season, flags = []) => startServer(season, { flags: ["--connections", "12000", "--connections-per-address", "0", ...flags] });

/** The people of a season, all logged in by now; the season is at rest. */
async function loggedIn(season) {
  const server = await serve(season);
  const people = await applicantsOf(season, server);
  const ledger = new Ledger();
  const queue = people.filter(({ cookie }) => !cookie).values();
  const next = async () => {
    for (const person of queue) {
      person.goTo(server, ledger);
      await person.logIn();
      person.leave();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  await server.stop();
  return people;
}

const costs = ({ cpu, memory }) => `the server used ${cpu.toFixed(1)} s CPU and ${memory.toFixed(0)} MiB`;

function lastTables({ ledger, end, used }, { people, logIns }) {
  const parts = {
    "before the end": ({ answeredAt }) => answeredAt < end,
    "in flight at it": ({ sentAt, answeredAt }) => sentAt < end && answeredAt >= end,
    "after it": ({ sentAt }) => sentAt >= end,
  };
  return [
    { title: `The last minute: ${people} applicants (${logIns} logged in by password), a connection each, a tenth with two; ${costs(used)}`, rows: ledger.answers(parts) },
    { title: "The last minute: how long answers took", rows: ledger.latencies(parts) },
  ];
}

function firstTables({ ledger, begin, used, people }, { newcomers, members, early }) {
  const parts = { "before the beginning": ({ sentAt }) => sentAt < begin, "after it": ({ sentAt }) => sentAt >= begin };
  const spread = (values) => [0.5, 0.9, 0.99, 1].map((part) => percentile(values, part));
  const asked = (what) => people.map(({ tries }) => tries[what]).filter(Boolean);
  return [
    { title: `The first minute: ${newcomers} newcomers, ${members} members, ${early} logged in before; ${costs(used)}`, rows: ledger.answers(parts) },
    { title: "The first minute: how long answers took", rows: ledger.latencies(parts) },
    { title: "The first minute: how often one asked until there was room", rows: [
      ["", "p50", "p90", "p99", "most"],
      ...["mail address", "open link", "register", "log-in"].map((what) => [what, ...spread(asked(what))]),
      ["seconds until one had applied", ...spread(people.map(({ inAfter }) => inAfter).filter(Boolean)).map((ms) => (ms / 1000).toFixed(1))],
    ] },
  ];
}

/** One goal for each thing that must hold, over all runs. @param {Record<string, string[]>[]} runs  of each run: what must hold → the faults found */
function goalsOf(when, runs) {
  return Object.keys(runs[0]).map((what) => {
    const found = runs.flatMap((faults) => faults[what]);
    const is = found.length === 0 ? "no fault" : `${found.length} faults: ${found.slice(0, 3).join("; ")}`;
    return { what: `${when}: ${what}`, goal: runs.length === 1 ? "no fault" : `no fault in ${runs.length} runs`, is, met: found.length === 0 };
  });
}

export async function bench({ short = false, times = short ? 1 : 10 } = {}) {
  const size = short ? small : full;
  const first = await firstMinute(serve, size.first);
  const tables = firstTables(first, size.first);
  const season = await makeSeason({ accounts: size.last.people, sessions: size.last.people - size.last.logIns, ends: 24 * 3600 });
  const people = await loggedIn(season);
  const runs = [];
  for (let time = 1; time <= times; ++time) {
    const copy = await season.copy();
    const last = await lastMinute(copy, people, serve, size.last);
    await copy.remove();
    if (time === 1) tables.push(...lastTables(last, size.last));
    runs.push(last.faults);
  }
  await season.remove();
  return { title: "The rush", tables, goals: [...goalsOf("first minute", [first.faults]), ...goalsOf("last minute", runs)] };
}

if (import.meta.filename === process.argv[1]) {
  const result = await bench({ short: process.argv[2] === "short", times: Number(process.argv[2]) || undefined });
  print(result);
  process.exitCode = result.goals.every(({ met }) => met) ? 0 : 1;
}
