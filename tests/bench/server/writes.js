// Applications, each stored durably before it is answered: the server by 64 connections, against itself committing one by one and itself
// with synchronous = NORMAL, and against SQLite, PostgreSQL, Fastify and Django, which keep less (peers/sqlite.sql). People come behind a
// proxy that tells their addresses, with the cookie of their session and a key a request, as the site sends it.
import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { programsByField } from "../harness/programs.js";
import { project } from "../harness/season.js";
import { addressOf, startServer } from "../harness/server.js";
import { startDjango } from "./peers/django.js";
import { startFastify } from "./peers/fastify.js";
import { startPostgres } from "./peers/postgres.js";
import { atLeast, atMost, figuresHead, figuresRow, inRounds, measured, rested } from "./rounds.js";
import { cores, pinned, sendOnce } from "./wrk.js";

const run = promisify(execFile);
const built = (name) => join(project, "build/native/tests/bench/server", name);
const peers = (name) => join(project, "tests/bench/server/peers", name);

/** An empty season's copy in a folder of its own: every sample begins from the same. */
async function freshSeason({ database }) {
  const folder = await mkdtemp(join(project, "build/bench/writes-"));
  const copy = join(folder, "senkoi.db");
  for (const ending of ["", ".key"]) await copyFile(database + ending, copy + ending);
  return { folder, database: copy, remove: () => rm(folder, { recursive: true }) };
}

const uuid = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

function line(origin, { token, userId, number }, method, path, body = "") {
  const headers = { cookie: `senkoi=${token}`, origin, "x-forwarded-for": addressOf(number), ...(body && { "content-type": "application/json", "x-senkoi-acting-for": userId }) };
  if (body.includes("program_id")) headers["idempotency-key"] = uuid(number);
  return [method, path, Object.entries(headers).map(([name, value]) => `${name}: ${value}`).join("|"), body].join("\t");
}

const wish = (program) => JSON.stringify({ program_id: program });

/** Sends one request for each of the people; answers what it cost. */
async function everybody(server, people, folder, lineOf) {
  const file = join(folder, "requests");
  await writeFile(file, people.map((person) => lineOf(server.origin, person)).join("\n"));
  return measured(server, (origin) => sendOnce(origin, file));
}

const applying = (origin, person) => line(origin, person, "POST", "/api/v1/me/applications", wish(person.first));
const looking = (origin, person) => line(origin, person, "GET", "/api/v1/me");

async function applications(database) {
  const { stdout } = await run("sqlite3", ["-readonly", database, "SELECT user_id, id FROM application WHERE state = 'applied'"], { maxBuffer: 1 << 26 });
  return new Map(stdout.split("\n").map((row) => row.split("|")));
}

/** @param {{flags?: string[], env?: object, all?: boolean}} how  all: they switch and withdraw as well */
async function ours(season, people, { all = false, ...how } = {}) {
  const fresh = await freshSeason(season);
  const server = await rested(await startServer(fresh, { core: cores.server, ...how }));
  try {
    await everybody(server, people, fresh.folder, looking); // as who applies has looked before
    const apply = await everybody(server, people, fresh.folder, applying);
    if (!all) return { apply };
    const move = async (verb, body) => {
      const ids = await applications(fresh.database);
      const path = ({ userId }) => `/api/v1/me/applications/${ids.get(userId)}/${verb}`;
      return everybody(server, people, fresh.folder, (origin, person) => line(origin, { ...person, number: person.number + people.length }, "POST", path(person), body(person)));
    };
    const switched = await move("switch", ({ second }) => wish(second));
    return { apply, switch: switched, withdraw: await move("withdrawal", () => "{}") };
  } finally {
    await server.stop();
    await fresh.remove();
  }
}

async function rawSqlite(rows, batch) {
  const folder = await mkdtemp(join(project, "build/bench/raw-"));
  const command = [...pinned(cores.server), built("bench-raw-sqlite"), join(folder, "raw.db"), peers("sqlite.sql"), String(rows), String(batch)];
  const { requests, seconds, cpu } = JSON.parse((await run(command[0], command.slice(1))).stdout);
  await rm(folder, { recursive: true });
  return { apply: { rate: requests / seconds, cpu: (cpu * 1e6) / requests, p50: undefined, p99: undefined } };
}

async function pgbench(postgres, count) {
  await postgres.clear();
  const before = postgres.cpuSeconds();
  const words = ["-h", postgres.socket, "-U", "postgres", "-n", "-M", "prepared", "-c", "32", "-j", "1", "-t", String(Math.ceil(count / 32)), "-f", peers("pgbench.sql"), "postgres"];
  const command = [...pinned(cores.generator), join(postgres.bin, "pgbench"), ...words];
  const { stdout } = await run(command[0], command.slice(1));
  const rate = Number(/^tps = ([\d.]+)/m.exec(stdout)[1]);
  const done = Number(/actually processed: (\d+)/.exec(stdout)[1]);
  return { apply: { rate, cpu: ((postgres.cpuSeconds() - before) * 1e6) / done, p50: undefined, p99: undefined } };
}

/** @param {(folder: string) => Promise<object>} start  of a server whose tables are empty */
async function peer(start, people) {
  const folder = await mkdtemp(join(project, "build/bench/peer-"));
  const server = await start(folder);
  try {
    return { apply: await everybody(server, people, folder, applying) };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

/** Who applies to what, and to what they switch: programs of their own field, one after the other. */
async function wishes(season, server) {
  const programs = await programsByField(server);
  return season.people.map((person, number) => {
    const open = programs.get(person.userId.slice(0, 2));
    return { ...person, number, first: open[number % open.length].id, second: open[(number + 1) % open.length].id };
  });
}

const names = {
  senkoi: "senkoi",
  oneByOne: "senkoi, one by one",
  normal: "senkoi, synchronous = NORMAL",
  sqlite: "SQLite, one a transaction",
  sqliteGrouped: "SQLite, 50 a transaction",
  postgres: "PostgreSQL, 32 clients",
  fastifySqlite: "Fastify, better-sqlite3",
  fastifyPostgres: "Fastify, PostgreSQL",
  django: "Django, PostgreSQL",
};

/** What takes one sample of each. */
function samplers(season, everyone, postgres, counts) {
  const people = (name) => everyone.slice(0, counts[name]);
  const list = join(season.folder, "people");
  const emptied = async () => (await postgres.clear(), postgres.socket);
  const fastify = async (folder, ...words) => startFastify("apply", [list, ...words], { folder, core: cores.server });
  return {
    senkoi: () => ours(season, people("senkoi"), { all: true }),
    oneByOne: () => ours(season, people("oneByOne"), { flags: ["--batch", "1"] }),
    normal: () => ours(season, people("normal"), { env: { LD_PRELOAD: built("libbench-normal.so") } }),
    sqlite: () => rawSqlite(counts.sqlite, 1),
    sqliteGrouped: () => rawSqlite(counts.sqliteGrouped, 50),
    postgres: () => pgbench(postgres, counts.postgres),
    fastifySqlite: () => peer((folder) => fastify(folder, "sqlite", join(folder, "fastify.db")), people("fastifySqlite")),
    fastifyPostgres: () => peer(async (folder) => fastify(folder, "postgres", await emptied()), people("fastifyPostgres")),
    django: () => peer(async (folder) => startDjango({ people: list, socket: await emptied(), folder, core: cores.server }), people("django")),
  };
}

const wanted = { sqlite: 5, oneByOne: 7, normal: 0.9, postgres: 1.3, fastifySqlite: 10, django: 100 };

function goalsOf(results) {
  const { rate, p50, p99 } = results.senkoi.apply;
  const measured = Object.entries(wanted).filter(([name]) => results[name]);
  return [...measured.map(([name, goal]) => atLeast(goal, `apply ÷ ${names[name]}`, rate / results[name].apply.rate)), atMost(5, "apply, p99 ÷ p50", p99 / p50)];
}

/** @param {Awaited<ReturnType<typeof import("../harness/season.js").makeSeason>>} season  whose people are all logged in */
export async function writes(season, { rounds, counts }) {
  const first = await startServer(season);
  const people = await wishes(season, first);
  await first.stop();
  const postgres = counts.postgres && (await startPostgres({ core: cores.server }));
  try {
    const all = samplers(season, people, postgres, counts);
    const results = await inRounds(Object.fromEntries(Object.keys(counts).map((name) => [name, all[name]])), rounds);
    const rows = Object.entries(results).flatMap(([name, operations]) => Object.entries(operations).map(([operation, figures]) =>
      [operation, names[name], ...figuresRow(figures), operation === "apply" ? (results.senkoi.apply.rate / figures.rate).toFixed(2) : ""]));
    return {
      tables: [{ title: "Durable writes, 64 connections", rows: [["", "who", ...figuresHead, "senkoi's requests/s ÷"], ...rows] }],
      goals: goalsOf(results),
    };
  } finally {
    await postgres?.stop();
  }
}
