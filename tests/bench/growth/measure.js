// One point of a curve: a season of some size, served, and what the usual requests of one visitor cost there. Times are medians of one
// request after the other, so that nothing waits for anybody else.
import { stat } from "node:fs/promises";
import { median } from "../harness/figures.js";
import { fields, programsByField } from "../harness/programs.js";
import { makeSeason, password } from "../harness/season.js";
import { addressOf, startServer } from "../harness/server.js";
import { Wire } from "../harness/wire.js";

/** A log-in shows what looking up and writing cost, not what hashing does (19 MiB, twice, as shipped). */
const cheap = { "password-memory": 8, "password-operations": 1 };
const flags = [...Object.entries(cheap).map(([name, value]) => `--${name}=${value}`), "--connections=12000", "--connections-per-address=0", "--idle-time=10min"];
export const serve = (season) => startServer(season, { flags });

/** Median milliseconds. @param {(i: number) => Promise<import("../harness/wire.js").Answer>} ask */
async function timeOf(count, ask) {
  const times = [];
  for (let i = 0; i < count; ++i) {
    const { status, ms, body } = await ask(i);
    if (status < 200 || status > 299) throw new Error(`answered ${status}: ${body}`);
    times.push(ms);
  }
  return median(times);
}

/** A prefecture of a field, each time another, so that few are remembered from before. */
export function timeOfSearch(wire, count) {
  const prefecture = (i) => String(1 + ((i * 7) % 47)).padStart(2, "0");
  return timeOf(count, (i) => wire.ask("GET", `/api/v1/programs?field=${fields[i % fields.length]}&prefecture=${prefecture(i)}`));
}

/** What people do who are logged in: each on a connection of their own, at an address of their own. */
async function timesOfDeeds(server, people) {
  const programs = await programsByField(server);
  const wires = people.map((_, i) => new Wire(server, addressOf(i)));
  const cookie = (i) => `senkoi=${people[i].token}`;
  const program = (i) => programs.get(people[i].userId.slice(0, 2))[0].id;
  const ways = {
    page: (i) => wires[i].ask("GET", "/api/v1/me", { cookie: cookie(i) }),
    logIn: (i) => wires[i].ask("POST", "/api/v1/sessions", { body: { user_id: people[i].userId, password } }),
    apply: (i) => wires[i].ask("POST", "/api/v1/me/applications", { cookie: cookie(i), headers: `x-senkoi-acting-for: ${people[i].userId}\r\n`, body: { program_id: program(i) } }),
  };
  const times = {};
  await Promise.all(wires.map((wire) => wire.ask("GET", "/api/v1/health")));
  for (const way in ways) times[way] = await timeOf(people.length, ways[way]);
  for (const wire of wires) wire.close();
  return times;
}

/** @param {{accounts: number, programs: number}} size @param {{starts: number, requests: number}} effort */
export async function measure({ accounts, programs }, { starts, requests }) {
  const season = await makeSeason({ accounts, programs, sessions: requests, ends: 24 * 3600, ...cheap });
  const { size: bytes } = await stat(season.database);
  const ready = [], busy = [];
  let server;
  for (let i = 0; i < starts; ++i) {
    await server?.stop();
    server = await serve(season);
    ready.push(server.readyAfter);
    busy.push(1000 * server.cpuSeconds());
  }
  const memory = server.pss();
  const wire = new Wire(server);
  const search = await timeOfSearch(wire, requests);
  const deeds = await timesOfDeeds(server, season.people.slice(0, requests));
  wire.close();
  await server.stop();
  await season.remove();
  return { start: median(ready), startCpu: median(busy), search, ...deeds, memory, file: bytes / 2 ** 20 };
}
