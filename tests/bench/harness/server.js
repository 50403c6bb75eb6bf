// `senkoi serve` as an operator runs it behind a proxy on the same machine: the real clock, limits for each address as shipped. Who plays
// people tells each one's address by X-Forwarded-For (`addressOf`), so that the limits are met and not switched off.
import { spawn } from "node:child_process";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { cpuSeconds, pss } from "./process.js";
import { project } from "./season.js";

/** One of sixteen million addresses of a private network. */
export const addressOf = (number) => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;

/**
 * Serves a season's database (season.js) and answers once it is ready.
 * @param {{database: string, folder: string}} season
 * @param {{core?: number | string, flags?: string[], env?: object}} [how]  pinned to a core (or "0,1") where one is named; further flags of `senkoi serve`,
 *   further environment
 */
export async function startServer(season, { core, flags = [], env = {} } = {}) {
  const command = [join(project, "build/native/server/senkoi"), "serve", "--port", "0", "--database", season.database, "--proxies", "127.0.0.1",
    "--log-level", "warn", ...flags];
  if (core !== undefined) command.unshift("taskset", "-c", String(core));
  const log = await open(join(season.folder, "server.log"), "w");
  const started = performance.now();
  const child = spawn(command[0], command.slice(1), { stdio: ["ignore", "pipe", log.fd], env: { ...process.env, ...env } });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const origin = await readiness(child, ended, log);
  const readyAfter = performance.now() - started;
  return {
    pid: child.pid,
    origin,
    port: Number(new URL(origin).port),
    readyAfter, // milliseconds
    cpuSeconds: () => cpuSeconds(child.pid),
    pss: () => pss(child.pid),
    running: () => child.exitCode === null && child.signalCode === null,
    /** Ends it as an operator does: answers in flight are finished. */
    async stop() {
      child.kill("SIGTERM");
      await ended;
      await log.close();
    },
  };
}

async function readiness(child, ended, log) {
  const line = new Promise((resolve) => createInterface({ input: child.stdout }).once("line", resolve));
  const first = await Promise.race([line, ended]);
  if (typeof first === "string" && first.startsWith("ready ")) return first.slice("ready ".length);
  await log.close();
  throw new Error(`the server did not start: ${first}`);
}
