// The page of results keeps what other benches found, and tells each goal as it is.
import assert from "node:assert/strict";
import test from "node:test";
import { placed, section } from "./results.js";

const result = (title, is) => ({
  title,
  tables: [{ title: "Times", rows: [["task", "senkoi", "peer"], ["a|b", is, 2]] }],
  goals: [{ what: "one", goal: "≥ 1", is, met: is >= 1 }, { what: "other", goal: "≥ 0", is, met: true }],
  tried: "0001-why.md",
  pictures: [{ title: "Times", svg: "<svg/>" }],
});

test("a section tells its command, its goals and its tables", () => {
  const text = section("rush", result("The last minute", 0.5), "2026-01-02");
  assert.match(text, /^## The last minute\n\n`toolchain\/bench rush`, 2026-01-02; /);
  assert.match(text, /Goals: 1 of 2 met/);
  assert.match(text, /\| one \| ≥ 1 \| 0\.5 \| \*\*not met\*\*, by 50 % \|/);
  assert.match(text, /1 of 2 met\. What was tried, and where the time goes: \[0001-why\.md\]\(\.\.\/\.\.\/toolchain\/decisions\/0001-why\.md\)/);
  assert.match(text, /\| other \| ≥ 0 \| 0\.5 \| met \|/);
  assert.match(text, /### Times\n\n\| task \| senkoi \| peer \|\n\| --- \| ---: \| ---: \|\n\| a\\\|b \| 0\.5 \| 2 \|/);
  assert.match(text, /!\[Times\]\(pictures\/rush-1\.svg\)/);
});

test("a goal without a number is told without one", () => {
  const goals = [{ what: "late", goal: "none", is: 3, met: false }, { what: "lost", goal: "0", is: 3, met: false }];
  const text = section("rush", { title: "Rush", tables: [], goals }, "2026-01-02");
  assert.match(text, /\| late \| none \| 3 \| \*\*not met\*\* \|/);
  assert.match(text, /\| lost \| 0 \| 3 \| \*\*not met\*\* \|/);
});

test("a run of one bench replaces its section alone, and the order stays", () => {
  let page = placed("", "rush", section("rush", result("Rush", 1), "2026-01-01"));
  page = placed(page, "wasm", section("wasm", result("Wasm", 2), "2026-01-01"));
  const kept = placed(page, "rush", section("rush", result("Rush anew", 3), "2026-01-02"));
  assert.deepEqual([...kept.matchAll(/^## (.*)/gm)].map(([, title]) => title), ["Wasm", "Rush anew"]);
  assert.equal(placed(kept, "wasm", section("wasm", result("Wasm", 2), "2026-01-01")), kept, "the same again changes nothing");
});
