// Debian's WordPress with PHP's own server on a free loopback port: files, database and log in a folder of their own.
import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../browser/harness/ports.js";
import { until } from "../../browser/harness/until.js";
import { endingInReverse } from "../../packages/harness/ends.js";
import { run } from "../../packages/harness/projects.js";
import { startDatabase } from "./database.js";

const file = (/** @type {string} */ name) => new URL(`../site/${name}`, import.meta.url);

/** @param {import("node:test").TestContext} t  whose end stops and removes everything */
export async function startWordPress(t) {
  const ending = endingInReverse(t);
  const folder = await mkdtemp(join(tmpdir(), "senkoi-wordpress-"));
  ending.after(() => rm(folder, { recursive: true, force: true }));
  const [site, log] = [join(folder, "site"), join(folder, "debug.log")];
  const [{ socket, say }, port] = await Promise.all([startDatabase(ending, folder), freePort(), run("cp", ["-rL", "/usr/share/wordpress", site])]);
  const origin = `http://127.0.0.1:${port}`;
  await mkdir(join(site, "wp-content/mu-plugins"), { recursive: true });
  await cp(file("wp-config.php"), join(site, "wp-config.php"));
  await cp(file("optimizer.php"), join(site, "wp-content/mu-plugins/optimizer.php"));
  await say("CREATE DATABASE wordpress CHARACTER SET utf8mb4");
  const env = { ...process.env, WORDPRESS_SOCKET: socket, WORDPRESS_ORIGIN: origin, WORDPRESS_LOG: log, WORDPRESS_FOLDER: site, PHP_CLI_SERVER_WORKERS: "4" };
  const { stdout } = await run("php", ["-d", "sendmail_path=/bin/true", file("install.php").pathname], { env });
  if (!stdout.endsWith("installed")) throw new Error(`WordPress was not installed: ${stdout}`);
  const server = spawn("php", ["-d", "sendmail_path=/bin/true", "-S", `127.0.0.1:${port}`, "-t", site], { env, stdio: "ignore", detached: true });
  ending.after(() => void process.kill(-(/** @type {number} */ (server.pid)))); // its workers are its own group
  await until("WordPress", () => fetch(`${origin}/`).then(({ ok }) => ok, () => false), 60_000);
  /** What PHP complained of in the plugin. @returns {Promise<string[]>} */
  const complaints = async () => (await readFile(log, "utf8").catch(() => "")).split("\n").filter((line) => line.includes("senkoi/"));
  return { origin, complaints };
}
