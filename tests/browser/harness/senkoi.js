// The real server on the demo season, with its database in a folder of its own, its letters sent to a real SMTP server, and a front
// before it. One for a test file.
import { spawn } from "node:child_process";
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openFront } from "./front.js";
import { freePort } from "./ports.js";
import { openPostOffice } from "./post_office.js";
import { until } from "./until.js";

export const project = fileURLToPath(new URL("../../..", import.meta.url));

/** @param {string[]} flags  further flags of `senkoi demo` */
export async function startSenkoi(...flags) {
  const folder = await mkdtemp(join(tmpdir(), "senkoi-"));
  const [port, frontPort] = [await freePort(), await freePort()];
  const post = await openPostOffice();
  const front = await openFront(frontPort, () => port);
  const origin = `http://127.0.0.1:${frontPort}`;
  const log = await open(join(folder, "server.log"), "w");
  const database = join(folder, "senkoi.db");
  const launch = () => spawn(
    join(project, "build/native/server/senkoi"),
    ["demo", "--address", "127.0.0.1", "--port", String(port), "--public-origin", origin, "--site", join(project, "build/site"),
      "--database", database, "--smtp-url", post.url, "--smtp-tls=false", "--rate-limits=false", ...flags],
    { stdio: ["ignore", log.fd, log.fd] },
  );
  let server = launch();
  const ending = async (/** @type {NodeJS.Signals} */ signal) => {
    server.kill(signal);
    await until("the server's end", () => server.exitCode !== null || server.signalCode !== null);
  };
  const listening = async () => {
    try {
      await until("the server to listen", () => ended(server) ?? fetch(`http://127.0.0.1:${port}/api/v1/health`).then((answer) => answer.ok, () => false), 60_000);
    } catch (error) {
      throw new Error(`${error}\n${await readFile(join(folder, "server.log"), "utf8")}`);
    }
  };
  const senkoi = new Senkoi(origin, post, front);
  senkoi.direct = `http://127.0.0.1:${port}`;
  senkoi.database = database;
  senkoi.stop = async () => {
    await ending("SIGTERM");
    await Promise.all([post.close(), front.close(), log.close()]);
    await rm(folder, { recursive: true });
  };
  senkoi.restart = async (meanwhile = () => {}, signal = "SIGTERM") => {
    await ending(signal);
    await meanwhile();
    server = launch();
    await listening();
  };
  await listening();
  return senkoi;
}

/** @param {import("node:child_process").ChildProcess} server */
function ended(server) {
  if (server.exitCode !== null) throw new Error(`the server ended with status ${server.exitCode}`);
  return undefined;
}

export class Senkoi {
  stop = async () => {};
  /** Ends the server, does something to its database, and starts it again. @type {(meanwhile?: () => unknown, signal?: NodeJS.Signals) => Promise<void>} */
  restart = async () => {};
  /** The file. */
  database = "";
  /** The server's own address, without the front. */
  direct = "";

  /** @param {string} origin @param {import("./post_office.js").PostOffice} post @param {Awaited<ReturnType<typeof openFront>>} front */
  constructor(origin, post, front) {
    this.origin = origin;
    this.post = post;
    this.front = front;
  }

  /** Sets the demo's clock to this very millisecond, where it stands still. @param {number | string} instant  ms, or as "2018-11-21T12:00+09:00" */
  clock(instant) {
    return this.send("POST", "/demo/clock", { now: new Date(instant).getTime(), still: true });
  }

  season() {
    return this.send("GET", "/season").then(({ body }) => body);
  }

  /**
   * One request of the API, as a page of the origin would make it. A table (text/csv) goes and comes as its text.
   * @param {string} method @param {string} path @param {unknown} [body] @param {Record<string, string>} [headers]
   * @returns {Promise<{status: number, body: any, headers: Headers}>}
   */
  async send(method, path, body, headers = {}) {
    const answer = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: { origin: this.origin, ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      body: body === undefined ? undefined : headers["content-type"] === "text/csv" ? String(body) : JSON.stringify(body),
    });
    const text = await answer.text();
    const isTable = answer.headers.get("content-type")?.startsWith("text/csv");
    return { status: answer.status, body: isTable ? text : text ? JSON.parse(text) : undefined, headers: answer.headers };
  }
}
