// Rounds of a server under load that ends badly, and what must hold after each. Two sorts: killed at any moment, and on a disk that fails.
import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { programsByField } from "../bench/harness/programs.js";
import { makeSeason, project } from "../bench/harness/season.js";
import { startServer } from "../bench/harness/server.js";
import { check, thorough } from "./check.js";
import { Disk, forEver, kinds } from "./disk.js";
import { Person } from "./person.js";

const run = promisify(execFile);
const people = 64;
const between = (least, most) => least + Math.random() * (most - least);
const thoroughEvery = 50;

/** Everything that the rounds of one sort share. */
class Trial {
  faults = [];
  shown = {};
  unhealed = 0;

  static async begin() {
    const trial = new Trial();
    trial.season = await makeSeason({ accounts: people, sessions: people, earlier: 100, ends: 24 * 3600 });
    trial.disk = new Disk(trial.season);
    return trial;
  }

  async start() {
    this.since = Date.now() - 1000;
    const server = await startServer(this.season, { flags: ["--rate-limits=false"], env: this.disk.env });
    if (this.people === undefined) {
      const programs = await programsByField(server);
      this.people = this.season.people.map((person, number) => new Person(person, number, programs.get(person.userId.slice(0, 2))));
    }
    this.over = false;
    this.load = Promise.all(this.people.map((person) => person.act(server, () => this.over)));
    return server;
  }

  /** kill -9, unless it has ended by itself. */
  async kill(server) {
    this.over = true;
    if (server.running()) process.kill(server.pid, "SIGKILL");
    await server.stop();
    await this.load;
  }

  async check(last, round) {
    const found = last || round % thoroughEvery === 0 ? await thorough(this.season, this.people, this.#senkoi) : await check(this.season, this.people, { since: this.since });
    this.faults.push(...found);
    for (const fault of found.slice(0, 5)) console.error(`round ${round}: ${fault}`);
  }

  #senkoi = (command) =>
    run(join(project, "build/native/server/senkoi"), [...command, "--database", this.season.database]).then(() => [], ({ stderr }) => [String(stderr).trim()]);

  get counts() {
    const sum = (what) => this.people.reduce((all, { count }) => all + count[what], 0);
    return { acknowledged: sum("acknowledged"), refused: sum("refused"), unanswered: sum("unanswered") };
  }

  async end() {
    this.disk.close();
    await this.season.remove();
  }
}

/** @param {number} times @param {(done: number) => void} [told] */
export async function kills(times, told = () => {}) {
  const trial = await Trial.begin();
  for (let round = 1; round <= times; ++round) {
    const server = await trial.start();
    await sleep(between(20, 400));
    await trial.kill(server);
    await trial.check(round === times, round);
    told(round);
  }
  return trial;
}

/** Each kind in turn, each once, a few times or for ever; then the power of the process goes, or the disk heals and the server serves on. */
export async function diskFaults(times, told = () => {}) {
  const trial = await Trial.begin();
  for (let round = 1; round <= times; ++round) {
    const server = await trial.start();
    await sleep(between(20, 120));
    const kind = 1 + (round % (kinds.length - 1));
    const often = [1, 3, forEver][Math.floor(Math.random() * 3)];
    trial.disk.arm(kind, Math.floor(between(0, 40)), often);
    await waitFor(() => trial.disk.shown() > 0 || !server.running(), 2000);
    await sleep(between(0, 60));
    const goesOn = round % 3 === 0 && server.running();
    if (!goesOn) await trial.kill(server);
    trial.shown[kinds[kind]] = (trial.shown[kinds[kind]] ?? 0) + trial.disk.heal();
    if (goesOn) await serveOn(trial, server, round);
    await trial.check(round === times, round);
    told(round);
  }
  return trial;
}

/** The disk is well again: somebody is acknowledged anew, or the process has ended to be started anew. */
async function serveOn(trial, server, round) {
  const before = trial.counts.acknowledged;
  const recovered = await waitFor(() => trial.counts.acknowledged > before || !server.running(), 15_000);
  if (!recovered) {
    ++trial.unhealed;
    console.error(`round ${round}: nothing is acknowledged though the disk is well again`);
  }
  await trial.kill(server);
}

async function waitFor(condition, milliseconds) {
  for (let waited = 0; waited < milliseconds; waited += 5) {
    if (condition()) return true;
    await sleep(5);
  }
  return condition();
}
