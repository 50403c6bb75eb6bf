// node tests/bench/bodies/run.js [short]: how long the server's parser takes for a body of every shape, from a kilobyte to the limit of the
// route that takes it (reliability 44). What is measured is the parser's CPU time, the fastest of some rounds.
import { execFileSync } from "node:child_process";
import { print } from "../harness/print.js";

const program = new URL("../../../build/native/tests/bench/bodies/bench-bodies", import.meta.url).pathname;

/** @typedef {{shape: string, nesting: string, bytes: number, ns: number}} Line */

/** @param {number} rounds @returns {Line[]} */
function measured(rounds) {
  const text = execFileSync(program, [String(rounds)], { encoding: "utf8" });
  return text.trim().split("\n").map((line) => {
    const [shape, nesting, bytes, ns] = line.split("\t");
    return { shape, nesting, bytes: Number(bytes), ns: Number(ns) };
  });
}

const perKilobyte = (/** @type {Line} */ { bytes, ns }) => (ns / bytes) * 1024;
const nameOf = (/** @type {Line} */ { shape, nesting }) => `${shape}, ${nesting}`;
const microseconds = (/** @type {number} */ ns) => (ns / 1000).toFixed(1);

export async function bench({ short = false } = {}) {
  const lines = measured(short ? 1 : 20);
  const names = [...new Set(lines.map(nameOf))];
  const groups = names.map((name) => {
    const group = lines.filter((line) => nameOf(line) === name);
    const [first, last] = [group[0], group[group.length - 1]];
    return { name, first, last, ratio: perKilobyte(last) / perKilobyte(first) };
  });
  const worst = Math.max(...groups.map(({ ratio }) => ratio));
  const longest = Math.max(...lines.map(({ ns }) => ns)) / 1e6;
  return {
    title: "Bodies of requests",
    tables: [
      {
        title: "Reading a body, µs of CPU a kilobyte",
        rows: [
          ["shape", "1 KB", "largest", "largest, KB", "ratio", "largest, whole, µs"],
          ...groups.map(({ name, first, last, ratio }) => [
            name, microseconds(perKilobyte(first)), microseconds(perKilobyte(last)), Math.round(last.bytes / 1024), ratio.toFixed(2), microseconds(last.ns),
          ]),
        ],
      },
    ],
    goals: [
      { what: "a kilobyte of the largest body over one of the smallest, the worst shape", goal: "≤ 3", is: worst.toFixed(2), met: worst <= 3 },
      { what: "the dearest body at its limit, ms", goal: "≤ 20", is: longest.toFixed(2), met: longest <= 20 },
    ],
  };
}

if (import.meta.filename === process.argv[1]) print(await bench({ short: process.argv.includes("short") }));
