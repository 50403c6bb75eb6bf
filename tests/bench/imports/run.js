// node tests/bench/imports/run.js [short]: how long others wait while tables of a hundred thousand rows are imported (S3, S4, reliability 44).
// The real server on the demo season; applicants apply and withdraw, strangers search, one after the other without a pause, before each
// import and while it runs. On a machine that does other work besides, trust the ratio of the two.
import { createHash, randomBytes } from "node:crypto";
import { startSenkoi } from "../../browser/harness/senkoi.js";
import { sql } from "../../browser/steps/director.js";
import { Office } from "../../browser/steps/office.js";
import { percentile } from "../harness/figures.js";
import { print } from "../harness/print.js";

/** @typedef {import("../../browser/harness/senkoi.js").Senkoi} Senkoi */

const applicants = 6;

/** So many applicants of the demo who have no application in the round that is open, logged in. @param {Senkoi} senkoi */
function sessions(senkoi) {
  const rows = sql(senkoi, `SELECT user_id AS user, field FROM account WHERE user_id NOT IN
    (SELECT user_id FROM application WHERE user_id IS NOT NULL) ORDER BY user_id LIMIT ${applicants}`);
  return rows.map(({ user, field }) => {
    const token = randomBytes(32).toString("base64url");
    const now = Date.now();
    sql(senkoi, `INSERT INTO session (token, user_id, opened_at, seen_at) VALUES (x'${createHash("sha256").update(token).digest("hex")}', '${user}', ${now}, ${now})`);
    return { headers: { cookie: `senkoi=${token}`, "x-senkoi-acting-for": user }, field: String(field).padStart(2, "0") };
  });
}

/** What somebody does again and again; each time is kept. @param {() => Promise<unknown>} act @param {number[]} times @param {() => boolean} over */
async function again(act, times, over) {
  while (!over()) {
    const began = performance.now();
    await act();
    times.push(performance.now() - began);
  }
}

/** Applies to the first program that recruits, and withdraws. @param {Senkoi} senkoi @param {{headers: Record<string, string>, field: string}} who */
async function applicant(senkoi, { headers, field }) {
  const { programs } = (await senkoi.send("GET", `/programs?field=${field}`)).body;
  const { id } = programs.find((/** @type {any} */ program) => program.rounds.includes(1));
  let live = 0; // the application that stands
  return async () => {
    const answer = live
      ? await senkoi.send("POST", `/me/applications/${live}/withdrawal`, {}, headers)
      : await senkoi.send("POST", "/me/applications", { program_id: id }, headers);
    if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    live = live ? 0 : answer.body.application.id;
  };
}

/** @param {number[]} times */
const figures = (times) => ({ count: times.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99), most: Math.max(...times) });

/** While `work` runs, or for some time where there is none. @param {Senkoi} senkoi @param {(() => Promise<unknown>)[]} acts @param {() => Promise<unknown>} work */
async function beside(senkoi, acts, work) {
  let over = false;
  const [writes, reads] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  const others = [...acts.map((act) => again(act, writes, () => over)), again(() => senkoi.send("GET", "/health"), reads, () => over)];
  const began = performance.now();
  await Promise.race([work(), ...others]).finally(() => { over = true; }); // whoever fails ends it
  const took = performance.now() - began;
  await Promise.all(others);
  return { took, writes: figures(writes), reads: figures(reads) };
}

const head = "領域,都道府県,基幹施設名,専門研修プログラム名,定員数,募集する回,統括責任者";
const programs = (/** @type {number} */ rows, /** @type {number} */ capacity) =>
  [head, ...Array.from({ length: rows }, (_, i) => `内科,東京都,測定病院${i % 500},測定プログラム第${i}号,${capacity},1,山田 太郎`), ""].join("\n");
// It names every applicant of the demo, all of whom consent, and many that nobody is.
const quota = (/** @type {number} */ rows) => ["医籍登録番号,都道府県", ...Array.from({ length: rows }, (_, i) => `${String(500_001 + i).padStart(7, "0")},東京都`), ""].join("\n");
function past(/** @type {number} */ rows) {
  const lines = ["領域,都道府県,年度,採用数"];
  for (let year = 2000; year < 2019; year++)
    for (let field = 1; field <= 19; field++)
      for (let prefecture = 1; prefecture <= 47; prefecture++)
        lines.push(`${String(field).padStart(2, "0")},${String(prefecture).padStart(2, "0")},${year},${(field + prefecture + year) % 90}`);
  return lines.slice(0, rows + 1).join("\n") + "\n";
}

export async function bench({ short = false } = {}) {
  const rows = short ? 1_000 : 100_000;
  const senkoi = await startSenkoi();
  try {
    const { schedule: { rounds } } = await senkoi.season();
    await senkoi.clock(rounds[0].registration_from + 24 * 3_600_000);
    const board = new Office(senkoi, "board", null, "機構");
    const acts = await Promise.all(sessions(senkoi).map((who) => applicant(senkoi, who)));
    const send = async (/** @type {string} */ path, /** @type {string} */ table) => {
      const answer = await senkoi.send("POST", path, table, { ...board.headers, "content-type": "text/csv" });
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    };
    sql(senkoi, "UPDATE account SET regional_quota = 'yes', regional_quota_consent = 'yes'");
    const imports = /** @type {[string, string, string][]} */ ([
      ["programs, new", "/staff/programs/import", programs(rows, 5)],
      ["programs, all changed", "/staff/programs/import", programs(rows, 6)],
      ["past adoptions", "/staff/ceilings/import", past(rows)],
      ["regional quota", "/staff/regional-quota/import", quota(rows)],
      ["regional quota, replaced", "/staff/regional-quota/import", quota(rows - 1)],
    ]);
    const lines = [];
    for (const [name, path, table] of imports) {
      const alone = await beside(senkoi, acts, () => new Promise((done) => setTimeout(done, short ? 200 : 5_000)));
      const checked = await beside(senkoi, acts, async () => void (await send(path, table)));
      const { digest, problems } = await send(path, table);
      if (!digest) throw new Error(`${name}: ${JSON.stringify(problems).slice(0, 500)}`);
      const done = await beside(senkoi, acts, async () => void (await send(`${path}?confirm=${digest}`, table)));
      lines.push({ name, rows: table.split("\n").length - 2, alone, checked, done });
    }
    const ms = (/** @type {number} */ value) => value.toFixed(1);
    const worst = Math.max(...lines.map(({ done }) => done.writes.most));
    return {
      title: "Imports beside applications",
      tables: [{
        title: `While a table is imported, ${applicants} applicants apply and withdraw: milliseconds they wait`,
        rows: [
          ["import", "rows", "check, s", "import, s", "apply p50 before", "p99 before", "most before", "p50 during", "p99 during", "most during", "health most during"],
          ...lines.map(({ name, rows: count, alone, checked, done }) => [
            name, count, ms(checked.took / 1000), ms(done.took / 1000), ms(alone.writes.p50), ms(alone.writes.p99), ms(alone.writes.most), ms(done.writes.p50),
            ms(done.writes.p99), ms(done.writes.most), ms(done.reads.most),
          ]),
        ],
      }],
      goals: [{ what: "the longest that an applicant waits beside an import, ms", goal: "≤ 200", is: worst.toFixed(1), met: worst <= 200 }],
    };
  } finally {
    await senkoi.stop();
  }
}

if (import.meta.filename === process.argv[1]) print(await bench({ short: process.argv.includes("short") }));
