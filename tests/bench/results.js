// node tests/bench/results.js NAME…: runs benches, prints each, and writes what they found into RESULTS.md beside this file: a section a
// bench, with the machine and the date of its run. The sections of other benches stay as they were.
import { execFileSync } from "node:child_process";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { cpus, release, totalmem } from "node:os";
import { print } from "./harness/print.js";

/**
 * @typedef {{what: string, goal: string, is: unknown, met: boolean}} Goal
 * @typedef {{title: string, tables: {title: string, rows: unknown[][]}[], goals: Goal[], tried?: string, pictures?: {title: string, svg: string}[]}} Result
 *   tried: the decision that tells what was done to reach the goals
 */

export const benches = ["wasm", "server", "bodies", "imports", "rush", "growth"];

const page = new URL("RESULTS.md", import.meta.url);
const pictures = new URL("pictures/", import.meta.url);
const opening = `# What was measured

Written by \`toolchain/bench\`. Machines differ and are noisy: trust the ratios, which are medians of interleaved rounds of one run. What was
tried to reach the goals, and what it brought, stands in \`toolchain/decisions/\`.
`;

function machine() {
  const debian = execFileSync("sh", ["-c", ". /etc/os-release && echo $PRETTY_NAME"], { encoding: "utf8" }).trim();
  return `${cpus().length} cores, ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GiB; Linux ${release()}; ${debian}; node ${process.versions.node}`;
}

const row = (/** @type {unknown[]} */ cells) => `| ${cells.map((cell) => String(cell ?? "").replaceAll("|", "\\|")).join(" | ")} |`;

/** @param {unknown[][]} rows  the first is the head */
function table([head, ...rows]) {
  return [row(head), row(head.map((_, column) => (column ? "---:" : "---"))), ...rows.map(row)].join("\n");
}

/** @param {Goal} goal */
function verdict({ goal, is, met }) {
  if (met) return "met";
  const short = 100 * Math.abs(Number(is) / Number(goal.replace(/^[≥≤] /, "")) - 1);
  return Number.isFinite(short) ? `**not met**, by ${Math.ceil(short)} %` : "**not met**";
}

/** @param {Goal[]} goals @param {string} [tried] */
function goalsTable(goals, tried) {
  const met = goals.filter((goal) => goal.met).length;
  const rows = goals.map((goal) => [goal.what, goal.goal, goal.is, verdict(goal)]);
  const why = met < goals.length && tried ? ` What was tried, and where the time goes: [${tried}](../../toolchain/decisions/${tried}).` : "";
  return `Goals: ${met} of ${goals.length} met.${why}\n\n${table([["what", "goal", "is", ""], ...rows])}`;
}

/** @param {string} name @param {Result} result @param {string} when */
export function section(name, { title, tables, goals, tried, pictures: drawn = [] }, when) {
  return [
    `## ${title}`,
    `\`toolchain/bench ${name}\`, ${when}; ${machine()}.`,
    ...(goals.length ? [goalsTable(goals, tried)] : []),
    ...drawn.map((picture, at) => `![${picture.title}](pictures/${name}-${at + 1}.svg)`),
    ...tables.map((one) => `### ${one.title}\n\n${table(one.rows)}`),
  ].join("\n\n") + "\n";
}

/** The page with one bench's section in its place: found again by the command that its second line names. @param {string} text @param {string} name @param {string} made */
export function placed(text, name, made) {
  const known = new Map(text.split(/^(?=## )/m).slice(1).map((one) => [/^`toolchain\/bench (\w+)`/m.exec(one)?.[1], one.trimEnd() + "\n"]));
  known.set(name, made);
  return [opening, ...benches.flatMap((bench) => known.get(bench) ?? [])].join("\n");
}

/** @param {string} name @param {Result} result */
async function keep(name, result) {
  await mkdir(pictures, { recursive: true });
  for (const old of await readdir(pictures)) if (old.startsWith(`${name}-`)) await rm(new URL(old, pictures));
  for (const [at, { svg }] of (result.pictures ?? []).entries()) await writeFile(new URL(`${name}-${at + 1}.svg`, pictures), svg);
  const text = await readFile(page, "utf8").catch(() => "");
  await writeFile(page, placed(text, name, section(name, result, new Date().toISOString().slice(0, 10))));
}

if (import.meta.filename === process.argv[1]) {
  for (const name of process.argv.slice(2)) {
    console.log(`\nbench: ${name} …`);
    const result = await (await import(`./${name}/run.js`)).bench({ short: false });
    print(result);
    await keep(name, result);
  }
}
