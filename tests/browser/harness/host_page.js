// A society's web site: an origin of its own (localhost, while the pages are at 127.0.0.1) that serves what a test gives it, with the
// policy a test gives it. One a test file.
import http from "node:http";

/** @typedef {{body: string | Buffer, type?: string, policy?: string, after?: Promise<unknown>}} HostFile  after: the answer waits for it */

/** @returns {Promise<Society>} */
export async function openSociety() {
  const society = new Society();
  await new Promise((resolve) => society.server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (society.server.address());
  society.origin = `http://localhost:${port}`;
  return society;
}

export class Society {
  origin = "";
  /** @type {Map<string, HostFile>} */
  #files = new Map();
  server = http.createServer((request, response) => void this.#serve(request, response));

  /** Serves a file from now on; its address. @param {string} name @param {HostFile} file */
  serve(name, file) {
    this.#files.set(`/${name}`, file);
    return `${this.origin}/${name}`;
  }

  close() {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve(undefined)));
  }

  /** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
  async #serve(request, response) {
    const file = this.#files.get(new URL(request.url ?? "/", this.origin).pathname);
    if (!file) return void response.writeHead(request.url === "/favicon.ico" ? 204 : 404).end();
    await file.after;
    /** @type {http.OutgoingHttpHeaders} */
    const headers = { "content-type": file.type ?? "text/html; charset=utf-8" };
    if (file.policy) headers["content-security-policy"] = file.policy;
    response.writeHead(200, headers).end(file.body);
  }
}
