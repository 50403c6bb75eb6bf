// node tests/bench/server/run.js [short] [reads | log-ins | writes …]: the real server with a whole season against its peers, in interleaved
// rounds on one core, the load from the other. Prints every figure with its ratio and each goal as met or not. The short form leaves out the
// peers that only toolchain/bench installs.
import { print } from "../harness/print.js";
import { makeSeason } from "../harness/season.js";
import { logIns } from "./log_ins.js";
import { reads } from "./reads.js";
import { writes } from "./writes.js";

const tried = "0008-what-an-application-costs.md";
const parts = { reads, "log-ins": logIns, writes };

// counts: how many apply in a sample, about two seconds each; who has no count takes no part.
const full = {
  reads: { rounds: 7, seconds: 3, distinct: 40_000, fastify: true },
  "log-ins": { rounds: 7, seconds: 3, count: 400 },
  writes: {
    rounds: 7,
    counts: {
      senkoi: 16_000, oneByOne: 6_000, normal: 16_000, sqlite: 10_000, sqliteGrouped: 50_000, postgres: 32_000, fastifySqlite: 6_000,
      fastifyPostgres: 4_000, django: 600,
    },
  },
};
const small = {
  reads: { rounds: 1, seconds: 1, distinct: 2_000, fastify: false },
  "log-ins": { rounds: 1, seconds: 1, count: 16 },
  writes: { rounds: 1, counts: { senkoi: 300, oneByOne: 100, normal: 300, sqlite: 100 } },
};

export async function bench({ short = false, only = Object.keys(parts) } = {}) {
  const size = short ? small : full;
  const most = size.writes.counts.senkoi;
  const season = await makeSeason({ accounts: most, sessions: most });
  try {
    const done = [];
    for (const part of only) done.push(await parts[part](season, size[part]));
    return { title: "The server beside its peers", tables: done.flatMap(({ tables }) => tables), goals: done.flatMap(({ goals }) => goals), tried };
  } finally {
    await season.remove();
  }
}

if (import.meta.filename === process.argv[1]) {
  const words = process.argv.slice(2);
  const only = words.filter((word) => word !== "short");
  print(await bench({ short: words.includes("short"), ...(only.length ? { only } : {}) }));
}
