// The fault runs in little: a few kills, each fault of the disk once; and that the checks would see what must not be.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { check, thorough } from "./check.js";
import { kinds } from "./disk.js";
import { diskFaults, kills } from "./rounds.js";

const sql = (season, text) => execFileSync("sqlite3", [season.database, text], { encoding: "utf8" });

test("reliability 37 kills under load lose, double and invent nothing; and each of these would be seen", async () => {
  const trial = await kills(4);
  assert.deepEqual(trial.faults, []);
  assert.ok(trial.counts.acknowledged > 20 && trial.counts.unanswered > 0, JSON.stringify(trial.counts));
  const { season, people } = trial;
  const person = people.find(({ book }) => book.size > 2);
  const [[id], [other, { key }]] = person.book;
  const seen = async (verdict, change) => {
    sql(season, `BEGIN; ${change}; COMMIT`);
    const found = await check(season, people);
    assert.ok(found.some((fault) => fault.startsWith(verdict)), `${verdict}: ${found}`);
  };
  await seen("phantom", `INSERT INTO application (user_id, start_year, round, program, state, applied_at, changed_at) SELECT user_id, start_year, round, program, 'withdrawn', 1, 1 FROM application WHERE id = ${id}`);
  await seen("lost", `DELETE FROM application WHERE id = ${id}`);
  person.refused.add(key);
  await seen("came back", `UPDATE application SET changed_at = changed_at WHERE id = ${other}`);
  const found = await thorough(season, people, async () => []);
  assert.ok(found.some((fault) => fault.startsWith("doubled")), `entries and letters: ${found}`);
  await trial.end();
});

test("reliability 38 a failing disk gives no false success, and nothing that it refused comes back", async () => {
  const trial = await diskFaults(2 * (kinds.length - 1));
  assert.deepEqual(trial.faults, []);
  assert.equal(trial.unhealed, 0);
  assert.ok(trial.counts.acknowledged > 20, JSON.stringify(trial.counts));
  assert.ok(Object.values(trial.shown).filter((shown) => shown > 0).length >= 5, JSON.stringify(trial.shown));
  await trial.end();
});
