// An import of thousands of rows over the real server: killed at any moment it is wholly there or not at all, its progress is told, and
// applications go on beside it (S3, reliability 37, 44).
import assert from "node:assert/strict";
import test from "node:test";
import { startSenkoi } from "../browser/harness/senkoi.js";
import { sql } from "../browser/steps/director.js";
import { Office } from "../browser/steps/office.js";
import { auditSays } from "../browser/harness/rehearsal.js";

const rows = 4_000;
const head = "領域,都道府県,基幹施設名,専門研修プログラム名,定員数,募集する回,統括責任者";
const table = (/** @type {string} */ name) =>
  [head, ...Array.from({ length: rows }, (_, i) => `内科,東京都,${name}病院,${name}プログラム${i}号,5,1,山田 太郎`), ""].join("\n");

test("an import", async (t) => {
  const senkoi = await startSenkoi();
  t.after(() => senkoi.stop());
  const board = new Office(senkoi, "board", null, "機構");
  const send = (/** @type {string} */ path, /** @type {string} */ text) =>
    senkoi.send("POST", path, text, { ...board.headers, "content-type": "text/csv" });
  const number = (/** @type {string} */ query) => sql(senkoi, `SELECT count(*) AS n FROM ${query}`)[0].n;
  const count = (/** @type {string} */ name) => number(`present_program WHERE facility = '${name}病院'`);
  const progress = async () => (await board.send("GET", "/staff/imports/progress")).body.import;

  await t.test("tells how far it is, and nothing when it is over", async () => {
    assert.equal(await progress(), null);
    const { digest } = (await send("/staff/programs/import", table("進捗"))).body;
    const seen = new Set();
    let over = false;
    const importing = send(`/staff/programs/import?confirm=${digest}`, table("進捗")).finally(() => { over = true; });
    for (let stand = await progress(); !over; stand = await progress()) {
      if (!stand) continue;
      seen.add(stand.phase);
      assert.ok(stand.done <= stand.rows || stand.rows === 0, JSON.stringify(stand));
    }
    assert.equal((await importing).body.added, rows);
    assert.ok(seen.has("staging") && seen.has("finishing"), [...seen].join());
    assert.equal(await progress(), null);
    assert.equal(count("進捗"), rows);
  });

  await t.test("killed at any moment is wholly there or not at all after the next start", async () => {
    for (const [at, after] of [100, 250, 400, 600, 900, 1_400].entries()) {
      const name = `第${at}`;
      const { digest } = (await send("/staff/programs/import", table(name))).body;
      assert.match(digest, /^[0-9a-f]{64}$/, "it would be done");
      const importing = send(`/staff/programs/import?confirm=${digest}`, table(name)).catch(() => null);
      await new Promise((done) => setTimeout(done, after));
      await senkoi.restart(() => {}, "SIGKILL");
      await importing;
      assert.ok([0, rows].includes(count(name)), `${count(name)} rows after ${after} ms`);
      for (const left of ["import", "import_line", "program_change"]) assert.equal(number(left), 0, left);
      assert.equal(number("program WHERE import IS NOT NULL"), 0);
      const created = number(`audit a JOIN program p ON p.id = a.subject WHERE a.action = 'program_created' AND p.facility = '${name}病院'`);
      assert.equal(created, count(name), "a line for each program");
    }
    assert.match(auditSays(senkoi), /sound/);
    const control = (await send("/staff/programs/import", table("無事"))).body;
    assert.equal((await send(`/staff/programs/import?confirm=${control.digest}`, table("無事"))).body.done, true);
    assert.equal(count("無事"), rows, "without a kill it is there");
  });
});
