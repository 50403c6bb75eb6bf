// Fastify, one process: on one core a cluster gains nothing.
import { fileURLToPath } from "node:url";
import { freePort } from "../../../browser/harness/ports.js";
import { startPeer } from "./peer.js";

/** @param {string} script  of fastify/ @param {string[]} words  behind the port */
export async function startFastify(script, words, { folder, core }) {
  const port = await freePort();
  const path = fileURLToPath(new URL(`fastify/${script}.js`, import.meta.url));
  const command = [process.execPath, path, String(port), ...words];
  return startPeer({ name: `fastify-${script}`, command, place: { port, host: "127.0.0.1" }, folder, core, env: { NODE_ENV: "production" } });
}
