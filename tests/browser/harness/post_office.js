// A real SMTP server on a free loopback port. Keeps every letter that it took, for the journeys to read.
import { SMTPServer } from "smtp-server";
import { until } from "./until.js";

/** @typedef {{to: string, id: string, subject: string, text: string, links: string[]}} Letter */

/** @returns {Promise<PostOffice>} */
export async function openPostOffice() {
  /** @type {Letter[]} */
  const letters = [];
  /** What is said to recipients instead of being taken, by address; "*" to all. @type {Map<string, string>} */
  const refusals = new Map();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, taken) {
      const reply = refusals.get(address) ?? refusals.get("*");
      if (reply === undefined) return taken();
      taken(Object.assign(new Error(reply.slice("550 ".length)), { responseCode: Number(reply.slice(0, "550".length)) }));
    },
    onData(stream, session, taken) {
      /** @type {Buffer[]} */
      const parts = [];
      stream.on("data", (part) => parts.push(part));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(", ");
        letters.push({ to, ...read(Buffer.concat(parts).toString("latin1")) });
        taken();
      });
    },
  });
  server.on("error", () => {}); // who was killed while speaking leaves a broken line
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.server.address());
  return new PostOffice(server, letters, refusals, `smtp://127.0.0.1:${port}`);
}

export class PostOffice {
  /** @param {SMTPServer} server @param {Letter[]} letters @param {Map<string, string>} refusals @param {string} url */
  constructor(server, letters, refusals, url) {
    this.server = server;
    this.letters = letters;
    this.refusals = refusals;
    this.url = url;
  }

  /** The newest letter to an address that holds the words; waits until it comes. @param {string} address @param {string} words */
  newest(address, words) {
    const find = () => this.to(address).filter(({ subject, text }) => `${subject}\n${text}`.includes(words)).at(-1);
    return until(`a letter with "${words}" to ${address}`, find, 20_000);
  }

  /** @param {string} address */
  to(address) {
    return this.letters.filter((letter) => letter.to === address);
  }

  /** Forgets what came so far, so that a later letter of the same subject is not taken for an earlier one. */
  empty() {
    this.letters.length = 0;
  }

  close() {
    return new Promise((resolve) => this.server.close(() => resolve(undefined)));
  }
}

/** The parts of a plain-text letter that matter, decoded. @param {string} raw */
function read(raw) {
  const cut = raw.indexOf("\r\n\r\n");
  const head = raw.slice(0, cut).replace(/\r\n[ \t]+/g, " ");
  const header = (/** @type {string} */ name) => new RegExp(`^${name}: *(.*)$`, "im").exec(head)?.[1]?.trim() ?? "";
  const text = decodeBody(raw.slice(cut + 4), header("Content-Transfer-Encoding").toLowerCase());
  return { id: header("Message-ID"), subject: decodeWords(header("Subject")), text, links: text.match(/https?:\/\/[^\s<>"]+/g) ?? [] };
}

/** @param {string} body @param {string} encoding */
function decodeBody(body, encoding) {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1").toString("utf8");
  return quoted(body.replace(/=\r?\n/g, ""));
}

const quoted = (/** @type {string} */ text) =>
  Buffer.from(text.replace(/=([0-9A-F]{2})/gi, (_, byte) => String.fromCharCode(parseInt(byte, 16))), "latin1").toString("utf8");

/** RFC 2047 encoded words. @param {string} text */
function decodeWords(text) {
  const joined = text.replace(/\?=\s+=\?/g, "?==?");
  return joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind, word) =>
    kind.toLowerCase() === "b" ? Buffer.from(word, "base64").toString("utf8") : quoted(word.replaceAll("_", " ")),
  );
}
