// The tools of the house that fresh projects share: bundlers, the type checker, and those that judge a package.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, run } from "./projects.js";

const tool = (/** @type {string} */ name) => join(root, "tests/node_modules/.bin", name);
/** @param {string} room @param {string} name */
const bundler = (room, name) => import(pathToFileURL(createRequire(join(root, room, "package.json")).resolve(name)).href);

/** publint and attw find nothing in a tarball. @param {string} tarball */
export async function judged(tarball) {
  await run(tool("publint"), ["run", tarball, "--strict", "--level", "suggestion"]);
  await run(tool("attw"), [tarball, "--profile", "esm-only", "--no-definitely-typed"]);
}

/** typed.ts compiles, whichever way types are looked up. @param {string} folder */
export async function typed(folder) {
  for (const [module, resolution] of [["esnext", "bundler"], ["nodenext", "nodenext"]])
    await run(tool("tsc"), ["--noEmit", "--strict", "--target", "es2022", "--module", module, "--moduleResolution", resolution, "--types", "", "typed.ts"], { cwd: folder });
}

/** Builds index.html of the folder into dist. @param {string} folder */
export async function viteBuild(folder) {
  const vite = await bundler("site", "vite");
  await vite.build({ root: folder, configFile: false, base: "./", logLevel: "error", build: { target: "es2022" }, worker: { format: "es" } });
}

/** Serves the folder as one does while writing. @param {import("node:test").TestContext} t @param {string} folder @returns {Promise<string>} address */
export async function viteServe(t, folder) {
  const vite = await bundler("site", "vite");
  const server = await vite.createServer({ root: folder, configFile: false, logLevel: "error", server: { host: "127.0.0.1", port: 0 } });
  t.after(() => server.close());
  await server.listen();
  return server.resolvedUrls.local[0];
}

/** Builds page.js of the folder into dist/main.js; gives its errors and warnings. @param {string} folder */
export async function webpackBuild(folder) {
  const { default: webpack } = await bundler("tests", "webpack");
  const compiler = webpack({ mode: "production", context: folder, entry: "./page.js", output: { path: join(folder, "dist") } });
  const stats = await new Promise((resolve, reject) => compiler.run((/** @type {Error} */ error, /** @type {any} */ done) => (error ? reject(error) : resolve(done))));
  return [...stats.compilation.errors, ...stats.compilation.warnings].map(String);
}

/** Builds scripts of the folder into dist; gives its warnings. @param {string} folder @param {string[]} names */
export async function esbuildBuild(folder, ...names) {
  const esbuild = await bundler("wasm", "esbuild");
  const entryPoints = names.map((name) => join(folder, name));
  const { warnings } = await esbuild.build({ entryPoints, bundle: true, format: "esm", outdir: join(folder, "dist"), loader: { ".wasm": "file" }, logLevel: "silent", absWorkingDir: folder });
  return warnings.map((/** @type {any} */ { text }) => text);
}
