// One load by wrk: a closed loop over keep-alive connections, on the core that the server has not.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

/** The server's core and the generator's; undefined where the machine has but one. */
export const cores = cpus().length > 1 ? { server: 0, generator: 1 } : {};

const script = (name) => fileURLToPath(new URL(`wrk/${name}.lua`, import.meta.url));
export const pinned = (core) => (core === undefined ? [] : ["taskset", "-c", String(core)]);

/** @typedef {{requests: number, failed: number, seconds: number, p50: number, p99: number}} Load  p50, p99: milliseconds */

/** @returns {Promise<Load>} */
async function wrk(name, origin, file, { seconds, connections = 64 }) {
  const command = [...pinned(cores.generator), "wrk", "-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "30s", "-s", script(name), origin, "--", file];
  const child = spawn(command[0], command.slice(1), { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  await once(child, "close");
  const line = said.split("\n").find((one) => one.startsWith("RESULT "));
  if (!line) throw new Error(`wrk said nothing of ${origin}:\n${said}`);
  return JSON.parse(line.slice("RESULT ".length));
}

/** Reads the paths of a file, a line each, again and again for some seconds. */
export const readAgain = (origin, file, how) => wrk("paths", origin, file, how);

/** Sends each request of a file once (wrk/once.lua tells its lines); gives up after two minutes. */
export const sendOnce = (origin, file, how = {}) => wrk("once", origin, file, { seconds: 120, ...how });
