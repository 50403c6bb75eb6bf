// A server built with a sanitizer, under everything at once that its threads share: log-ins and their hashes, applications and their
// commits, imports, searches in the audit log, event streams, metrics, letters, compression; then SIGTERM in the middle of it, and a
// second signal in the middle of an import. Counted work, so that it ends; any report fails it.
//   node tests/sanitize/loaded_server.js PROGRAM
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { freePort } from "../browser/harness/ports.js";
import { openPostOffice } from "../browser/harness/post_office.js";
import { Senkoi } from "../browser/harness/senkoi.js";
import { until } from "../browser/harness/until.js";
import { Director, programsOf } from "../browser/steps/director.js";
import { Office } from "../browser/steps/office.js";
import { register } from "../browser/steps/person.js";

const program = resolve(process.argv[2] ?? "");
const [people, rounds, rows] = [12, 8, 400];
const patience = 600_000; // a sanitized server is slow, and so may the machine be
const reports = /ThreadSanitizer|AddressSanitizer|LeakSanitizer|runtime error:|UndefinedBehaviorSanitizer/;

const folder = await mkdtemp(join(tmpdir(), "senkoi-sanitized-"));
const database = join(folder, "senkoi.db");
const post = await openPostOffice();

/** Starts the server; `end` waits for its end and tells its status. */
async function serve() {
  const [port, metrics] = [await freePort(), await freePort()];
  const log = await open(join(folder, "server.log"), "a");
  const flags = ["--port", String(port), "--metrics", `127.0.0.1:${metrics}`, "--database", database, "--smtp-url", post.url, "--no-smtp-tls",
    "--no-rate-limits", "--demo-applicants=200", "--drain-time=60s", "--header-time=60s", "--body-time=120s"];
  const server = spawn(program, ["demo", ...flags], { stdio: ["ignore", log.fd, log.fd] });
  const ended = () => server.exitCode !== null || server.signalCode !== null;
  const origin = `http://127.0.0.1:${port}`;
  const senkoi = new Senkoi(origin, post, /** @type {any} */ (null));
  senkoi.direct = origin;
  senkoi.database = database;
  await until("the server to listen", () => ended() || fetch(`${origin}/api/v1/health`).then(({ ok }) => ok, () => false), patience);
  const end = async () => {
    await until("the server's end", ended, patience);
    await log.close();
    return server.exitCode ?? server.signalCode;
  };
  return { senkoi, metrics: `http://127.0.0.1:${metrics}/metrics`, signal: () => server.kill("SIGTERM"), end };
}

const headings = "都道府県,基幹施設名,専門研修プログラム名,定員数,募集する回,統括責任者";
const table = (/** @type {number} */ from) =>
  [headings, ...Array.from({ length: rows }, (_, i) => `東京,病院${from + i},新しいプログラム${from + i},5,1,山田`)].join("\n");

/** A dry run, and the import that it allows. @param {Office} office @param {number} from */
async function imports(office, from) {
  const send = (/** @type {string} */ confirm) =>
    office.senkoi.send("POST", `/staff/programs/import${confirm}`, table(from), { ...office.headers, "content-type": "text/csv" });
  const { body } = await send("");
  assert.ok(body.digest, JSON.stringify(body).slice(0, 500));
  return send(`?confirm=${body.digest}`);
}

/** An event stream that is read until it is stopped. @param {Director} director */
function watch(director) {
  const stop = new AbortController();
  const read = fetch(`${director.senkoi.origin}/api/v1/staff/seats/events`, { headers: { cookie: director.cookie }, signal: stop.signal })
    .then(async ({ body }) => { for await (const _ of body ?? []) if (stop.signal.aborted) return; })
    .catch(() => {});
  return { stop: () => stop.abort(), read };
}

/** Every deed of one applicant that the writer and the pool share. @param {import("../browser/steps/person.js").Member} member @param {number[]} programs @param {number} number */
async function applies(member, programs, number) {
  const [first, second] = [programs[number % programs.length] ?? 0, programs[(number + 1) % programs.length] ?? 0];
  for (let round = 0; round < rounds; ++round) {
    const { body } = await member.apply(first);
    const id = body.application?.id;
    assert.ok(id, JSON.stringify(body));
    const moved = (await member.send("POST", `/me/applications/${id}/switch`, { program_id: second })).body.application;
    await member.send("POST", `/me/applications/${moved.id}/withdrawal`, {});
    if (round % 4 === 0) await member.logIn();
    await member.me();
  }
}

/** What everybody may read, packed in every way. @param {Senkoi} senkoi @param {string} metrics */
async function reads({ origin }, metrics) {
  const paths = ["/figures/02", "/catalogue/02", "/programs?field=02&name=小児", "/season", "/notices?field=02", "/programs/1", "/health"];
  for (let round = 0; round < rounds; ++round) {
    for (const path of paths)
      for (const encoding of ["gzip", "br", "identity"]) await (await fetch(`${origin}/api/v1${path}`, { headers: { "accept-encoding": encoding } })).text();
    await (await fetch(metrics)).text();
  }
}

/** What the offices do beside it: search the log, look at letters, write a notice, ask for the figures. @param {Office} board @param {Office} society */
async function works(board, society) {
  for (let round = 0; round < rounds; ++round) {
    await Promise.all(["/staff/audit?action=applied", "/staff/letters", "/staff/progress", "/staff/statistics"].map((path) => board.send("GET", path)));
    await society.send("POST", "/staff/notices", { published_at: "2000-01-01 09:00", title_ja: "件名", body_ja: "本文" });
  }
}

async function underLoad() {
  const { senkoi, metrics, signal, end } = await serve();
  const [round] = (await senkoi.season()).schedule.rounds;
  await senkoi.clock(round.registration_from);
  const programs = programsOf(senkoi, 2, 13).slice(0, 4);
  const members = await Promise.all(Array.from({ length: people }, (_, i) => register(senkoi, "02", i + 1)));
  await Promise.all(members.map((member) => member.logIn()));
  const director = new Director(senkoi, programs);
  const [society, board] = [new Office(senkoi, "society", 2, "学会"), new Office(senkoi, "board", null, "機構")];
  const streams = [watch(director), watch(director), watch(director)];
  const wrong = members.map((member) => senkoi.send("POST", "/sessions", { user_id: member.userId, password: "wrong1985kyo" }));
  await Promise.all([
    ...members.map((member, i) => applies(member, programs, i)), ...wrong, reads(senkoi, metrics), works(board, society),
    (async () => { for (let i = 0; i < 3; ++i) assert.equal((await imports(society, i * rows)).status, 200); })(),
  ]);
  streams[0]?.stop();
  const inFlight = [...members.map((member) => member.logIn()), imports(society, 10 * rows), reads(senkoi, metrics)].map((each) => each.catch(() => {}));
  signal();
  assert.equal(await end(), 0, "after a signal in the middle of its work");
  for (const stream of streams) stream.stop();
  await Promise.all([...inFlight, ...streams.map(({ read }) => read)]);
}

/** The second signal ends at once, whatever runs aside. */
async function cutShort() {
  const { senkoi, signal, end } = await serve();
  const society = new Office(senkoi, "society", 2, "学会");
  const inFlight = [imports(society, 20 * rows), imports(society, 30 * rows)].map((each) => each.catch(() => {}));
  await new Promise((soon) => setTimeout(soon, 50));
  signal();
  await new Promise((soon) => setTimeout(soon, 20));
  signal();
  assert.equal(await end(), 0, "after a second signal in the middle of an import");
  await Promise.all(inFlight);
}

const begun = Date.now();
try {
  await underLoad();
  await cutShort();
} finally {
  await post.close();
  const log = await readFile(join(folder, "server.log"), "utf8");
  const at = log.search(reports);
  if (at >= 0) console.error(log.slice(Math.max(0, at - 200), at + 6000));
  await rm(folder, { recursive: true });
  if (at >= 0) process.exit(1);
}
console.log(`a loaded server: no report, ${Math.round((Date.now() - begun) / 1000)} s`);
