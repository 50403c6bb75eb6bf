// What everybody may read: the server's answers against nginx with the very same bytes as files, the search against Fastify from memory.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startServer } from "../harness/server.js";
import { startFastify } from "./peers/fastify.js";
import { startNginx } from "./peers/nginx.js";
import { atLeast, atMost, figuresHead, figuresRow, inRounds, measured, rested } from "./rounds.js";
import { cores, readAgain } from "./wrk.js";

const fields = Array.from({ length: 19 }, (_, at) => String(at + 1).padStart(2, "0"));
const api = {
  hello: "/api/v1/health",
  search: "/api/v1/programs?field=02&prefecture=13",
  figures: "/api/v1/figures/02",
};

const asked = async (origin, path) => Buffer.from(await (await fetch(origin + path, { headers: { "accept-encoding": "identity" } })).arrayBuffer());

const partsOf = (text, longest) => new Set(Array.from(text).flatMap((_, from) =>
  Array.from({ length: Math.min(longest, text.length - from) - 1 }, (_, more) => text.slice(from, from + 2 + more))));

/**
 * So many searches, each another one, and far more than the server keeps, so that none is answered from there: by a part of a facility's
 * name that finds a page or two, and a part of what every program's name ends in.
 */
export function searches(catalogues, wanted) {
  const endings = [...partsOf("専門研修プログラム", 9)];
  const found = catalogues.flatMap(({ field, programs }) => {
    const hits = new Map();
    for (const { facility } of programs) for (const part of partsOf(facility, 6)) hits.set(part, (hits.get(part) ?? 0) + 1);
    const parts = [...hits].filter(([, count]) => count >= 10 && count <= 40).map(([part]) => part);
    return endings.flatMap((ending) => parts.map((facility) => `/api/v1/programs?${new URLSearchParams({ field, facility, program_name: ending })}`));
  });
  return found.filter((_, place) => place % Math.max(1, Math.floor(found.length / wanted)) === 0);
}

async function answerOfMeanSize(origin, paths) {
  const bodies = await Promise.all(paths.filter((_, place) => place % 97 === 0).map((path) => asked(origin, path)));
  return bodies.toSorted((a, b) => a.length - b.length)[bodies.length >> 1];
}

/** Everybody who is to be measured, up and filled with the same data. */
async function start(season, { distinct, fastify: withFastify }) {
  const how = { folder: season.folder, core: cores.server };
  const server = await rested(await startServer(season, { core: cores.server }));
  const catalogues = await Promise.all(fields.map(async (field) => JSON.parse(await asked(server.origin, `/api/v1/catalogue/${field}`))));
  const catalogue = join(season.folder, "catalogues.json");
  await writeFile(catalogue, JSON.stringify(catalogues));
  const paths = { ...api, program: `/api/v1/programs/${catalogues[1].programs[0].id}` };
  const computed = searches(catalogues, distinct);
  const files = { search: "", figures: "", program: "", computed: "" };
  for (const name in files) files[name] = await (name === "computed" ? answerOfMeanSize(server.origin, computed) : asked(server.origin, paths[name]));
  const nginx = await startNginx({ ...how, hello: String(await asked(server.origin, api.hello)), files });
  const who = { senkoi: server, nginx, ...(withFastify && { fastify: await startFastify("search", [catalogue], how) }) };
  return { who, paths, computed, files, stop: () => Promise.all(Object.values(who).map((one) => one.stop())) };
}
const titles = {
  hello: "hello (GET /health)",
  search: "search, kept",
  figures: "figures of a field",
  program: "a program's page",
  computed: "search, computed",
};

/** The loads of each row: contestant → measurement. */
function rows(who, lists, seconds) {
  const read = (server, list) => () => measured(server, (origin) => readAgain(origin, list, { seconds }));
  const against = (name, file) => ({ senkoi: read(who.senkoi, lists[name]), nginx: read(who.nginx, lists[file]) });
  return {
    hello: against("hello", "nginxHello"),
    ...Object.fromEntries(["search", "figures", "program"].map((name) => [name, against(name, `nginx-${name}`)])),
    computed: { ...against("computed", "nginx-computed"), ...(who.fastify && { fastify: read(who.fastify, lists.computed) }) },
  };
}

async function writeLists(folder, { paths, computed, files }) {
  const lists = { ...Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, [path]])), nginxHello: ["/hello"], computed };
  for (const name in files) lists[`nginx-${name}`] = [`/${name}`];
  await mkdir(join(folder, "lists"), { recursive: true });
  const written = Object.entries(lists).map(async ([name, list]) => {
    const file = join(folder, "lists", name);
    await writeFile(file, `${list.join("\n")}\n`);
    return [name, file];
  });
  return Object.fromEntries(await Promise.all(written));
}

function goalsOf(results) {
  const ratio = (name, other, metric) => results[name].senkoi[metric] / results[name][other][metric];
  return [
    atMost(1.05, "hello, CPU a request ÷ nginx 200", ratio("hello", "nginx", "cpu")),
    ...["search", "figures", "program"].map((name) => atLeast(1, `${titles[name]}, requests/s ÷ nginx static`, ratio(name, "nginx", "rate"))),
    atLeast(0.5, "search, computed, requests/s ÷ nginx static", ratio("computed", "nginx", "rate")),
    ...(results.computed.fastify ? [atLeast(2.5, "search, computed, requests/s ÷ Fastify from memory", ratio("computed", "fastify", "rate"))] : []),
    ...["search", "figures", "program"].map((name) => atMost(2, `${titles[name]}, p99 ÷ nginx's`, ratio(name, "nginx", "p99"))),
  ];
}

/** @returns {Promise<{tables: object[], goals: object[]}>} */
export async function reads(season, { rounds, seconds, ...how }) {
  const all = await start(season, how);
  try {
    const loads = rows(all.who, await writeLists(season.folder, all), seconds);
    const results = {};
    for (const name in loads) results[name] = await inRounds(loads[name], rounds);
    const head = ["", "who", ...figuresHead, "senkoi's requests/s ÷", "senkoi's CPU ÷"];
    const table = Object.entries(results).flatMap(([name, who]) => Object.entries(who).map(([one, figures]) =>
      [titles[name], one, ...figuresRow(figures), ...["rate", "cpu"].map((metric) => (who.senkoi[metric] / figures[metric]).toFixed(2))]));
    const sizes = Object.entries(all.files).map(([name, body]) => `${titles[name]} ${body.length}`).join(", ");
    const memory = [["", "PSS, MiB"], ...Object.entries(all.who).map(([name, one]) => [name, one.pss().toFixed(1)])];
    return {
      tables: [{ title: `Reading, 64 connections (bytes of a body: ${sizes})`, rows: [head, ...table] }, { title: "Memory after reading", rows: memory }],
      goals: goalsOf(results),
    };
  } finally {
    await all.stop();
  }
}
