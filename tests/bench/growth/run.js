// node tests/bench/growth/run.js [short]: how cost grows with accounts, programs and connections; as tables and as pictures.
import { writeFile } from "node:fs/promises";
import { print } from "../harness/print.js";
import { makeSeason } from "../harness/season.js";
import { chart } from "./chart.js";
import { manyConnections } from "./connections.js";
import { measure, serve } from "./measure.js";

const full = { accounts: [1e3, 1e4, 1e5, 1e6], programs: [3205, 1e4, 3e4, 1e5], connections: [10, 100, 1e3, 1e4], starts: 7, requests: 300 };
const small = { accounts: [100, 1000], programs: [3205, 4000], connections: [10, 100], starts: 1, requests: 20 };
const usual = { accounts: 1e4, programs: 3205 };

const columns = {
  start: "start until ready, ms", startCpu: "its CPU, ms", search: "search, ms", page: "my page, ms", logIn: "log-in but for hashing, ms", apply: "apply, ms",
  memory: "memory, MiB", file: "file, MiB",
};
const ofConnections = { coming: "all connected, ms", amongIdle: "a search while they idle, ms", all: "a search each at once, ms", each: "memory each, KiB", memory: "memory, MiB" };

const table = (title, what, names, points) => ({
  title, rows: [[what, ...Object.values(names)], ...points.map(({ size, figures }) => [size.toLocaleString("en"), ...Object.keys(names).map((name) => figures[name].toFixed(2))])],
});

function picture(title, what, names, points) {
  const series = Object.entries(names).map(([key, name]) => ({ name, points: points.map(({ size, figures }) => [size, figures[key]]).filter(([, value]) => value > 0) }));
  return { title, svg: chart({ title, x: what, y: "milliseconds, MiB or KiB", series: series.filter((each) => each.points.length > 0) }) };
}

async function growthOf(what, sizes, effort) {
  const points = [];
  for (const size of sizes) points.push({ size, figures: await measure({ ...usual, [what]: size }, effort) });
  return points;
}

async function growthOfConnections({ connections, requests }) {
  const season = await makeSeason({ accounts: 100, ends: 24 * 3600 });
  const points = [];
  for (const size of connections) {
    const server = await serve(season);
    points.push({ size, figures: await manyConnections(server, size, requests) });
    await server.stop();
  }
  await season.remove();
  return points;
}

export async function bench({ short = false } = {}) {
  const effort = short ? small : full;
  const accounts = await growthOf("accounts", effort.accounts, effort);
  const programs = await growthOf("programs", effort.programs, effort);
  const connections = await growthOfConnections(effort);
  const restart = accounts[1].figures.start;
  const lost = connections.reduce((sum, { figures }) => sum + figures.lost, 0);
  return {
    title: "How cost grows",
    tables: [
      table("With the accounts (3,205 programs)", "accounts", columns, accounts),
      table("With the programs (10,000 accounts)", "programs", columns, programs),
      table("With the connections", "connections", ofConnections, connections),
    ],
    goals: [
      { what: `restart with ${accounts[1].size.toLocaleString("en")} accounts, ms`, goal: "≤ 500", is: restart.toFixed(0), met: restart <= 500 },
      { what: `answers lost of ${effort.connections.at(-1).toLocaleString("en")} connections`, goal: "0", is: lost, met: lost === 0 },
    ],
    pictures: [
      picture("Cost by accounts", "accounts", columns, accounts),
      picture("Cost by programs", "programs", columns, programs),
      picture("Cost by connections", "connections", ofConnections, connections),
    ],
  };
}

if (import.meta.filename === process.argv[1]) {
  const result = await bench({ short: process.argv[2] === "short" });
  print(result);
  for (const { title, svg } of result.pictures) await writeFile(new URL(`../../../build/bench/${title}.svg`, import.meta.url), svg);
}
