// The short form runs, so that the bench does not rot; no figure is judged.
import assert from "node:assert/strict";
import test from "node:test";
import { bench } from "./run.js";

test("each kind of import is measured beside applications", async () => {
  const { tables, goals } = await bench({ short: true });
  const [head, ...rows] = tables[0].rows;
  assert.equal(rows.length, 5);
  for (const row of rows) assert.equal(row.length, head.length, String(row));
  for (const { what, is } of goals) assert.ok(Number.isFinite(Number(is)), `${what}: ${is}`);
});
