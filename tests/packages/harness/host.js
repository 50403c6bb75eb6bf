// A bare file host on a free loopback port: files of a folder, under a path of the caller's choice, with the headers of the caller's choice.
import { readFile } from "node:fs/promises";
import http from "node:http";
import { extname, join, normalize } from "node:path";

const types = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm",
  ".svg": "image/svg+xml", ".txt": "text/plain",
};

/** What the packages' pages need: their own files and compiled WebAssembly, nothing inline. */
export const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'";

/**
 * @param {import("node:test").TestContext} t  whose end closes it
 * @param {string} folder
 * @param {{port?: number, path?: string, headers?: (path: string) => Record<string, string>}} [options]
 * @returns {Promise<{origin: string, asked: string[]}>}
 */
export async function host(t, folder, { port = 0, path = "/", headers = () => ({ "content-security-policy": strict }) } = {}) {
  /** @type {string[]} */
  const asked = [];
  const answer = async (/** @type {string} */ name) => {
    const inside = name.startsWith(path) ? normalize(name.slice(path.length)) : "..";
    if (inside.startsWith("..")) return null;
    return readFile(join(folder, name.endsWith("/") ? join(inside, "index.html") : inside)).catch(() => null);
  };
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    asked.push(pathname);
    const [found, missing] = [await answer(pathname), await answer(`${path}404.html`)];
    const name = found ? (pathname.endsWith("/") ? "index.html" : pathname) : "404.html";
    const type = types[/** @type {keyof typeof types} */ (extname(name))] ?? "application/octet-stream";
    response.writeHead(found ? 200 : 404, { "content-type": type, ...headers(pathname) });
    response.end(found ?? missing ?? "");
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(undefined)));
  t.after(() => (server.closeAllConnections(), server.close()));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { origin: `http://127.0.0.1:${address.port}`, asked };
}
