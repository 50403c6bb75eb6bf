// Stands between the browser and the server, as a proxy would: records the requests, reports each breach of a page's content security
// policy in every engine alike, and can be slow or away, for the states that people really meet.
import http from "node:http";

/**
 * @param {number} port  where the front listens
 * @param {() => number} serverPort
 */
export async function openFront(port, serverPort) {
  const front = new Front(serverPort);
  await new Promise((resolve) => front.server.listen(port, "127.0.0.1", () => resolve(undefined)));
  return front;
}

class Front {
  /** @type {Array<{method: string, path: string}>} */
  requests = [];
  /** @type {string[]} */
  violations = [];
  /** Milliseconds that every API answer is held back. */
  delay = 0;
  /** Answers nothing under /api: the connection is cut. */
  away = false;
  /** "POST /api/v1/…": the server hears such a request and answers, but the answer is lost, for as long as this says so. */
  losing = "";

  /** @param {() => number} serverPort */
  constructor(serverPort) {
    this.serverPort = serverPort;
    this.server = http.createServer((request, response) => this.#serve(request, response));
  }

  close() {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve(undefined)));
  }

  /** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
  #serve(request, response) {
    if (request.url === "/policy-breach") return this.#note(request, response);
    this.requests.push({ method: request.method ?? "", path: request.url ?? "" });
    const api = request.url?.startsWith("/api/");
    if (api && this.away) return void request.socket.destroy();
    setTimeout(() => this.#pass(request, response), api ? this.delay : 0);
  }

  /** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
  #note(request, response) {
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      this.violations.push(body);
      response.writeHead(204).end();
    });
  }

  /** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
  #pass(request, response) {
    const { method, url: path, headers } = request;
    const plain = headers.accept?.includes("text/html") ? { "accept-encoding": "identity" } : {};
    const onward = http.request({ host: "127.0.0.1", port: this.serverPort(), method, path, headers: { ...headers, ...plain } });
    onward.on("error", () => response.destroy());
    onward.on("response", (answer) => {
      if (this.losing === `${method} ${path}`) return void response.destroy();
      if (answer.headers["content-type"]?.startsWith("text/html")) return void passPage(answer, response);
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  }
}

/** A page goes on with its own policies once more, to report only. @param {http.IncomingMessage} answer @param {http.ServerResponse} response */
async function passPage(answer, response) {
  const parts = [];
  for await (const part of answer) parts.push(part);
  const page = Buffer.concat(parts);
  const inPage = /http-equiv="content-security-policy"[^>]*content="([^"]*)"/i.exec(page.toString("utf8"))?.[1];
  const policies = [inPage?.replaceAll("&#39;", "'").replaceAll("&quot;", '"'), answer.headers["content-security-policy"]].flat().filter(Boolean);
  const reporting = policies.map((policy) => `${policy}; report-uri /policy-breach`).join(", ");
  response.writeHead(answer.statusCode ?? 502, { ...answer.headers, "content-security-policy-report-only": reporting });
  response.end(page);
}
