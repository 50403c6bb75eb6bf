// node tests/bench/wasm/run.js [short]: the registration form in core against zod, valibot, ajv and hand-written JavaScript, in node and in
// Chromium, in one run. Prints every figure with its ratio, and each goal as met or not; answers the same as {title, rows, goals} for
// tests/bench/results.js. Times are medians of interleaved rounds: trust the ratios.
import { readFile } from "node:fs/promises";
import { createCore } from "../../wasm/core.js";
import { print } from "../harness/print.js";
import { inChromium } from "./browser.js";
import { bundles, folder, packed, peers, sum } from "./build.js";
import { asContestant, coreAsContestant, searchTrial, trial } from "./trial.js";

const kilo = (bytes) => (bytes / 1024).toFixed(1);

/** 4,000 programs with names as in a season: search has something to look through. */
function entries() {
  const places = ["北海道", "東京", "横浜", "名古屋", "大阪", "神戸", "福岡", "長崎", "仙台", "金沢"];
  const kinds = ["大学病院", "総合病院", "医療センター", "市民病院", "赤十字病院", "中央病院", "記念病院"];
  return Array.from({ length: 4000 }, (_, i) => ({
    prefecture: String(1 + (i % 47)).padStart(2, "0"),
    facility: `${places[i % 10]}${["第一", "北", "南", "東", "西", ""][i % 6]}${kinds[i % 7]}`,
    name: `${places[i % 10]}${kinds[i % 7]}専門研修プログラム${i}`,
  }));
}

async function inNode() {
  const core = await createCore();
  const contestants = { senkoi: coreAsContestant(core) };
  for (const peer of peers) contestants[peer] = asContestant((await import(new URL(`${peer}.js`, folder))).default);
  return { trial: trial(contestants), search: searchTrial(core, entries()) };
}

/** The module without search and calendar (the target core_forms). */
async function formsAlone() {
  const files = ["core.js", "core.wasm"].map((file) => new URL(`../../../build/wasm/core_forms/${file}`, import.meta.url));
  return sum((await Promise.all(files.map((file) => readFile(file)))).map(packed));
}

export async function bench({ short = false } = {}) {
  const sizes = await bundles();
  const node = await inNode();
  const page = await inChromium(peers, entries(), { starts: short ? 1 : 25 });
  const alone = await formsAlone();
  const rows = [["size", "raw", "gz", "br"], ["senkoi without search and calendar, KB", ...["raw", "gz", "br"].map((kind) => kilo(alone[kind]))]];
  for (const name of ["senkoi", ...peers]) rows.push([`${name}, KB`, ...["raw", "gz", "br"].map((kind) => kilo(sizes[name][kind]))]);
  const tables = [{ title: "Size of what a page loads", rows }];
  for (const [where, { trial: times, search, cold }] of Object.entries({ node, Chromium: page })) {
    const table = [["µs a form", "senkoi", ...peers]];
    for (const task in times) {
      table.push([task, ...["senkoi", ...peers].map((name) => times[task][name].toFixed(2))]);
      table.push([`${task}: senkoi is × faster`, "1", ...peers.map((peer) => (times[task][peer] / times[task].senkoi).toFixed(2))]);
    }
    if (cold) table.push(["cold start to the first check, ms", ...["senkoi", ...peers].map((name) => cold[name].toFixed(1))]);
    tables.push({ title: `The form in ${where}`, rows: table });
    tables.push({ title: `Search of 4,000 programs in ${where}, µs`, rows: [["senkoi", "includes", "×"], [search.senkoi.toFixed(0), search.includes.toFixed(0), (search.includes / search.senkoi).toFixed(2)]] });
  }
  const faster = (task, peer) => page.trial[task][peer] / page.trial[task].senkoi;
  const goals = [
    { what: "wasm + JS with everything, KB br", goal: "≤ 24", is: kilo(sizes.senkoi.br), met: sizes.senkoi.br <= 24 * 1024 },
    { what: "wasm + JS without search and calendar, KB br", goal: "≤ 14.5", is: kilo(alone.br), met: alone.br <= 14.5 * 1024 },
    ...[["valid", "zod", 3], ["valid", "ajv", 1.3], ["five", "zod", 15], ["five", "ajv", 2], ["one", "zod", 6.5]].map(([task, peer, least]) => ({
      what: `${{ valid: "valid form", five: "five errors", one: "one field changed" }[task]} × ${peer}`,
      goal: `≥ ${least}`, is: faster(task, peer).toFixed(2), met: faster(task, peer) >= least,
    })),
    { what: "search × includes", goal: "≥ 1.3", is: (page.search.includes / page.search.senkoi).toFixed(2), met: page.search.includes >= 1.3 * page.search.senkoi },
    { what: "cold start ÷ zod", goal: "≤ 0.85", is: (page.cold.senkoi / page.cold.zod).toFixed(2), met: page.cold.senkoi <= 0.85 * page.cold.zod },
  ];
  return { title: "The form in the browser", tables, goals, tried: "0003-forms-in-linear-memory.md" };
}

if (import.meta.filename === process.argv[1]) print(await bench({ short: process.argv[2] === "short" }));
