// The sample configurations at work: each host serves a copy of the built pages on a free loopback port, its sample changed in nothing but
// the names that an operator changes, and in the certificate, which a loopback has not.
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "../../browser/harness/until.js";
import { endingInReverse } from "../../packages/harness/ends.js";
import { host } from "../../packages/harness/host.js";
import { root } from "../../packages/harness/projects.js";

const sample = (/** @type {string} */ name) => readFile(join(root, "site/hosting", name), "utf8");

/** A copy of the built pages with a site.json of its own. @param {import("node:test").TestContext} t @param {object} told */
export async function copyOfPages(t, told) {
  const folder = await mkdtemp(join(tmpdir(), "senkoi-pages-"));
  t.after(() => rm(folder, { recursive: true }));
  await cp(join(root, "build/site"), folder, { recursive: true });
  await writeFile(join(folder, "site.json"), JSON.stringify(told));
  return folder;
}

/** @param {import("../../packages/harness/ends.js").Ending} t @param {string} command @param {string[]} words @param {string} origin @param {Record<string, string>} [env] */
async function run(t, command, words, origin, env = {}) {
  const server = spawn(command, words, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, ...env } });
  let said = "";
  server.stderr.on("data", (part) => (said += part));
  t.after(async () => {
    server.kill();
    await until(`the end of ${command}`, () => server.exitCode !== null || server.signalCode !== null);
  });
  const ended = () => { if (server.exitCode !== null) throw new Error(`${command}: ${said}`); };
  await until(command, () => (ended(), fetch(`${origin}/`).then(() => true, () => false)));
}

/**
 * @typedef {{pages: string, api: string, port: number, inFolder?: boolean}} Site
 * pages: the folder; api: the API's origin; inFolder: under /senkoi/ instead of the root
 */

/** @param {import("node:test").TestContext} t @param {Site} site @returns {Promise<string>} address of the pages */
export async function nginx(t, { pages, api, port, inFolder = false }) {
  const ending = endingInReverse(t);
  const folder = await mkdtemp(join(tmpdir(), "senkoi-nginx-"));
  ending.after(() => rm(folder, { recursive: true }));
  const origin = `http://127.0.0.1:${port}`;
  const text = await sample("nginx.conf");
  const [, lines = ""] = /In a folder: (.*)/.exec(text) ?? [];
  const placed = inFolder ? text.replace(/ {4}location \/ \{[^}]*\}/, lines) : text;
  const changed = placed
    .replace(/listen 443 ssl http2;/, `listen ${origin.slice("http://".length)};`).replace(/^ *ssl_certificate.*\n/gm, "")
    .replaceAll("https://api.senkoi.example", api).replaceAll("/srv/senkoi/site", pages);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ");
  await writeFile(join(folder, "nginx.conf"), `daemon off; user root; worker_processes 1; pid ${folder}/pid; error_log stderr warn; events {}
http { include /etc/nginx/mime.types; access_log off; ${temporary}\n${changed}\n}\n`);
  await run(ending, "/usr/sbin/nginx", ["-p", folder, "-e", "stderr", "-c", join(folder, "nginx.conf")], origin);
  return inFolder ? `${origin}/senkoi/` : `${origin}/`;
}

/** @param {import("node:test").TestContext} t @param {Site} site @returns {Promise<string>} */
export async function caddy(t, { pages, api, port }) {
  const ending = endingInReverse(t);
  const folder = await mkdtemp(join(tmpdir(), "senkoi-caddy-"));
  ending.after(() => rm(folder, { recursive: true }));
  const origin = `http://127.0.0.1:${port}`;
  const changed = (await sample("Caddyfile"))
    .replace(/^senkoi\.example \{/m, `${origin} {`).replaceAll("https://api.senkoi.example", api).replaceAll("/srv/senkoi/site", pages);
  await writeFile(join(folder, "Caddyfile"), `{\n\tadmin off\n\tauto_https off\n}\n${changed}`);
  await run(ending, "caddy", ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"], origin, { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder });
  return `${origin}/`;
}

/** A host that reads _headers: a path with an asterisk at its end, then the headers. @param {import("node:test").TestContext} t @param {Site} site @returns {Promise<string>} */
export async function hostWithHeaders(t, { pages, api, port }) {
  const text = (await sample("_headers")).replaceAll("https://api.senkoi.example", api);
  const parts = text.split("\n").filter((line) => line.trim() && !line.startsWith("#")).reduce((/** @type {[string, string][][]} */ all, line) => {
    if (line.startsWith("/")) all.push([[line.slice(0, -1), ""]]);
    else all.at(-1)?.push(/** @type {[string, string]} */ (line.trim().split(/: (.*)/).slice(0, 2)));
    return all;
  }, []);
  const headers = (/** @type {string} */ path) =>
    Object.fromEntries(parts.filter(([[start]]) => path.startsWith(start)).flatMap(([, ...lines]) => lines.map(([name, value]) => [name.toLowerCase(), value])));
  return `${(await host(t, pages, { port, headers })).origin}/`;
}

/** A host that sets no header, under a folder of another's. @param {import("node:test").TestContext} t @param {{pages: string, port?: number}} site */
export async function bareHost(t, { pages, port = 0 }) {
  const { origin, asked } = await host(t, pages, { port, path: "/somebody/senkoi/", headers: () => ({}) });
  return { address: `${origin}/somebody/senkoi/`, asked };
}
