// Starting and ending what stands beside the server: pinned to the same core, measured the same way.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { open } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { cpuSeconds, pss } from "../../harness/process.js";

const reachable = (place) => new Promise((resolve) => {
  const socket = connect(place, () => resolve(socket.destroy() && true)).once("error", () => resolve(false));
});

/**
 * Runs a command until stop(), and answers once it can be reached at `place` (a port of this machine, or a socket's path).
 * @param {{name: string, command: string[], place: {port: number, host: string} | {path: string}, folder: string, core?: number, env?: object, signal?: string}} peer
 */
export async function startPeer({ name, command, place, folder, core, env = {}, signal = "SIGTERM" }) {
  const pinned = core === undefined ? command : ["taskset", "-c", String(core), ...command];
  const log = await open(join(folder, `${name}.log`), "w");
  const child = spawn(pinned[0], pinned.slice(1), { stdio: ["ignore", log.fd, log.fd], env: { ...process.env, ...env } });
  const ended = once(child, "exit");
  while (!(await reachable(place))) {
    if (child.exitCode !== null) throw new Error(`${name} did not start: see ${folder}/${name}.log`);
    await sleep(50);
  }
  return {
    pid: child.pid,
    origin: `http://127.0.0.1:${place.port}`,
    cpuSeconds: () => cpuSeconds(child.pid),
    pss: () => pss(child.pid),
    async stop() {
      child.kill(signal);
      await ended;
      await log.close();
    },
  };
}
