// The short form runs, so that the bench does not rot; no figure is judged.
import assert from "node:assert/strict";
import test from "node:test";
import { bench } from "./run.js";

test("the server is measured beside its peers", async () => {
  const { title, tables, goals } = await bench({ short: true });
  assert.ok(title);
  for (const { title: name, rows } of tables) {
    assert.ok(rows.length > 1, name);
    for (const row of rows) assert.equal(row.length, rows[0].length, `${name}: ${row}`);
  }
  for (const { what, goal, is, met } of goals) assert.ok(what && goal && Number.isFinite(Number(is)) && typeof met === "boolean", `${what}: ${is}`);
});
