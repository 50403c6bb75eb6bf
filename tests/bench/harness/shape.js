// The shape in which every bench answers, as tests/bench/results.js writes it down.
import assert from "node:assert/strict";

/** @param {{title: string, tables: {title: string, rows: unknown[][]}[], goals: {what: string, goal: string, is: unknown, met: boolean}[], pictures?: {title: string, svg: string}[]}} result */
export function isSound({ title, tables, goals, pictures = [] }) {
  assert.ok(title);
  assert.ok(tables.length > 0);
  for (const { title: name, rows } of tables) {
    assert.ok(name && rows.length > 1, `${name} is empty`);
    for (const row of rows) assert.equal(row.length, rows[0].length, `${name}: ${row}`);
  }
  for (const { what, goal, is, met } of goals) assert.ok(what && goal && is !== undefined && typeof met === "boolean", what);
  for (const { title: name, svg } of pictures) assert.ok(name && svg.startsWith("<svg") && !svg.includes("NaN"), name);
}
