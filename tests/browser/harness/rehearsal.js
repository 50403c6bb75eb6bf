// A season from nothing: a database in which one person of the board has been invited and nothing else stands, and the real server
// rehearsing it: its clock can be moved, nobody decides by themselves, its letters are read instead of sent. One for a test file.
import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, open, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFront } from "./front.js";
import { freePort } from "./ports.js";
import { project, Senkoi } from "./senkoi.js";
import { until } from "./until.js";

const program = join(project, "build/native/server/senkoi");
/** Where a commit need not wait for a disk: a season is tens of thousands of them, and what the disk holds is tried elsewhere. */
const memory = "/dev/shm";
/** Argon2id as cheap as libsodium allows: thousands register here at once. */
const cheap = ["--password-operations", "1", "--password-memory", "8", "--password-threads", "2", "--password-queue", "10000"];

/** The letters that a rehearsing server keeps instead of sending: the last 500. */
export class LetterBox {
  /** @param {string} direct  the server's address */
  constructor(direct) {
    this.address = `${direct}/api/v1/demo/mails`;
  }

  /** @returns {Promise<Array<{id: number, to: string, subject: string}>>} newest first */
  async all() {
    return (await fetch(this.address)).json();
  }

  /** @param {number} id @returns {Promise<import("./post_office.js").Letter>} */
  async read(id) {
    return (await fetch(`${this.address}/${id}`)).json();
  }

  /** The newest letter to an address that holds the words; waits until it comes. @param {string} address @param {string} words */
  newest(address, words) {
    return until(`a letter with "${words}" to ${address}`, async () => {
      for (const { id, to } of await this.all()) {
        if (to !== address) continue;
        const letter = await this.read(id);
        if (`${letter.subject}\n${letter.text}`.includes(words)) return letter;
      }
      return undefined;
    }, 20_000);
  }
}

/** Where the copy that is rehearsed lies. @param {string} folder */
async function rehearsed(folder) {
  const copy = (await readdir(folder)).find((name) => name.startsWith("senkoi-rehearsal-"));
  if (!copy) throw new Error(`no rehearsal in ${folder}`);
  return join(folder, copy, "senkoi.db");
}

/** A new season's database, as the first start makes it. @param {string[]} flags */
async function makeDatabase(flags) {
  const server = spawn(program, ["serve", ...flags], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((made, failed) => server.stdout.once("data", made).once("end", () => failed(new Error("no database was made"))));
  server.kill();
  await new Promise((ended) => server.once("close", ended));
}

/** @param {{mail: string, name: string}} first  of the board */
export async function rehearseFromNothing(first) {
  const folder = await mkdtemp(join(existsSync(memory) ? memory : tmpdir(), "senkoi-"));
  const [port, frontPort] = [await freePort(), await freePort()];
  const front = await openFront(frontPort, () => port);
  const [origin, direct] = [`http://127.0.0.1:${frontPort}`, `http://127.0.0.1:${port}`];
  const common = ["--database", join(folder, "season.db"), "--public-origin", origin, ...cheap];
  await makeDatabase(["--port", "0", "--log-level", "error", ...common]);
  execFileSync(program, ["staff", "invite", "--mail", first.mail, "--name", first.name, "--role", "board", ...common]);
  const log = await open(join(folder, "server.log"), "w");
  const server = spawn(program, ["rehearse", "--address", "127.0.0.1", "--port", String(port), "--site", join(project, "build/site"), "--rate-limits=false",
    "--log-level", "warn", ...common], { stdio: ["ignore", log.fd, log.fd], env: { ...process.env, TMPDIR: folder } });
  const ended = () => server.exitCode !== null || server.signalCode !== null;
  await until("the server to listen", async () => {
    if (ended()) throw new Error(await readFile(join(folder, "server.log"), "utf8"));
    return fetch(`${direct}/api/v1/health`).then(({ ok }) => ok, () => false);
  }, 60_000);
  const letters = new LetterBox(direct);
  const senkoi = new Senkoi(origin, /** @type {any} */ (letters), front);
  senkoi.direct = direct;
  senkoi.database = await rehearsed(folder);
  senkoi.stop = async () => {
    server.kill();
    await until("the server's end", ended, 30_000);
    await Promise.all([front.close(), log.close()]);
    await rm(folder, { recursive: true });
  };
  return { senkoi, letters };
}

/** Whether the audit log is sound, as an operator asks. @param {Senkoi} senkoi */
export const auditSays = ({ database }) => execFileSync(program, ["audit", "verify", "--database", database], { encoding: "utf8" });
