// One keep-alive connection of one visitor, speaking as much HTTP/1.1 as a load generator needs: node's own client costs several times
// as much, and then the generator is what is measured. One request at a time, as a browser does on HTTP/1.1.
import { connect } from "node:net";

const none = Buffer.alloc(0);
const blank = Buffer.from("\r\n\r\n");

/** @typedef {{status: number, head: string, body: Buffer, sentAt: number, answeredAt: number, ms: number}} Answer  status 0: the connection broke first */

export class Wire {
  #port;
  #lines;
  #socket;
  #read = none;
  #whole = 0; // bytes of the answer under way, once its head is there
  #head = "";
  #waiting;

  /** @param {{port: number, origin: string}} server @param {string} [address]  the visitor's, as a proxy would tell it */
  constructor({ port, origin }, address) {
    this.#port = port;
    this.#lines = `host: ${new URL(origin).host}\r\norigin: ${origin}\r\naccept-encoding: gzip\r\n${address ? `x-forwarded-for: ${address}\r\n` : ""}`;
  }

  /** Resolves always. @returns {Promise<Answer>} */
  async ask(method, path, { body, cookie, headers = "" } = {}) {
    if (!this.#socket) await this.#open();
    const text = body === undefined ? "" : JSON.stringify(body);
    const typed = body === undefined ? "" : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`;
    const from = performance.now();
    const sentAt = Date.now();
    return new Promise((resolve) => {
      this.#waiting = (status, whole) => {
        this.#waiting = undefined;
        resolve({ status, head: this.#head, body: whole, sentAt, answeredAt: Date.now(), ms: performance.now() - from });
      };
      if (!this.#socket) return this.#lost();
      this.#socket.write(`${method} ${path} HTTP/1.1\r\n${this.#lines}${cookie ? `cookie: ${cookie}\r\n` : ""}${headers}${typed}\r\n${text}`);
    });
  }

  close() {
    this.#socket?.destroy();
  }

  #open() {
    return new Promise((resolve) => {
      const socket = connect({ port: this.#port, host: "127.0.0.1", noDelay: true });
      const gone = () => {
        this.#socket = undefined;
        this.#lost();
        resolve();
      };
      socket.once("connect", () => resolve((this.#socket = socket)));
      socket.once("close", gone).on("error", () => {});
      socket.on("data", (chunk) => this.#take(chunk));
    });
  }

  #lost() {
    this.#read = none;
    this.#whole = 0;
    this.#waiting?.(0, none);
  }

  #take(chunk) {
    this.#read = this.#read.length === 0 ? chunk : Buffer.concat([this.#read, chunk]);
    if (this.#whole === 0) {
      const end = this.#read.indexOf(blank);
      if (end < 0) return;
      this.#head = this.#read.latin1Slice(0, end);
      this.#whole = end + 4 + Number(headerOf(this.#head, "content-length") ?? 0);
    }
    if (this.#read.length < this.#whole) return;
    const [body, status] = [this.#read.subarray(this.#head.length + 4, this.#whole), Number(this.#head.slice(9, 12))];
    this.#read = this.#read.length > this.#whole ? this.#read.subarray(this.#whole) : none;
    this.#whole = 0;
    this.#waiting?.(status, body);
  }
}

/** A header of an answer's head. @param {string} head @param {string} name  in lower case, as our server writes it */
export function headerOf(head, name) {
  const from = head.indexOf(`\r\n${name}: `);
  if (from < 0) return undefined;
  const value = from + name.length + 4;
  const end = head.indexOf("\r\n", value);
  return head.slice(value, end < 0 ? undefined : end);
}
