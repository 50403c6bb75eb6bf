// Growth in little: whether the bench runs and says what tests/bench/results.js reads. Never how fast.
import assert from "node:assert/strict";
import test from "node:test";
import { isSound } from "../harness/shape.js";
import { bench } from "./run.js";
import { chart } from "./chart.js";

test("growth is measured in every direction, and no connection loses its answer", async () => {
  const result = await bench({ short: true });
  isSound(result);
  assert.equal(result.tables.length, 3);
  assert.equal(result.pictures.length, 3);
  assert.deepEqual(result.goals.filter(({ what, met }) => what.startsWith("answers lost") && !met), []);
});

test("a chart rules whole decades, and what grows ten times rises one of them", () => {
  const svg = chart({ title: "a < b", x: "people", y: "ms", series: [{ name: "line", points: [[10, 1], [100, 10], [1000, 100]] }] });
  const [[, from], [, middle], [, to]] = [...svg.matchAll(/<circle cx="[\d.]+" cy="([\d.]+)"/g)];
  assert.ok(Math.abs(Number(from) - Number(middle) - (Number(middle) - Number(to))) < 0.2);
  assert.ok(svg.includes("a &lt; b") && svg.includes(">1,000<") && svg.includes(">line<"));
});
