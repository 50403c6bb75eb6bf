// Loads the site's TypeScript as the browser will get it: through the site's own Vite, aliases and all. Not thread-safe; one a file.
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const site = new URL("../../site/", import.meta.url);
const require = createRequire(new URL("package.json", site));

/** @returns {Promise<{load: (path: string) => Promise<any>, close: () => Promise<void>}>} */
export async function openSite() {
  const vite = await import(pathToFileURL(require.resolve("vite")).href);
  const server = await vite.createServer({
    configFile: fileURLToPath(new URL("vite.config.ts", site)),
    appType: "custom",
    logLevel: "error",
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  return { load: (path) => server.ssrLoadModule(`/src/${path}`), close: () => server.close() };
}

/** What a drawing would say: its markup with the text in it. @param {any} drawn @returns {string} */
export function textOf(drawn) {
  if (Array.isArray(drawn)) return drawn.map(textOf).join(" ");
  if (drawn?.strings) return drawn.strings.map((/** @type {string} */ each, /** @type {number} */ i) => each + textOf(drawn.values[i])).join("");
  if (drawn?._$litDirective$) return textOf(drawn.values[0]);
  return typeof drawn === "string" || typeof drawn === "number" ? String(drawn) : "";
}

/** Storage as a browser has it. */
export class MemoryStorage {
  /** @type {Map<string, string>} */
  #values = new Map();
  getItem(/** @type {string} */ key) { return this.#values.get(key) ?? null; }
  setItem(/** @type {string} */ key, /** @type {string} */ value) { this.#values.set(key, String(value)); }
  removeItem(/** @type {string} */ key) { this.#values.delete(key); }
  get length() { return this.#values.size; }
  key(/** @type {number} */ index) { return [...this.#values.keys()][index] ?? null; }
  get text() { return JSON.stringify([...this.#values]); }
}
