// @senkoi/core as others get it: the packed package in fresh projects, one a bundler, each checking a form in a page and in a worker.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import test from "node:test";
import { told } from "./core/check.js";
import { startChromium, toldBy } from "./harness/chromium.js";
import { host } from "./harness/host.js";
import { packed, pageOf, project, root, run } from "./harness/projects.js";

const file = (/** @type {string} */ name) => new URL(`core/${name}`, import.meta.url);
const both = { here: told, worker: told };
const tool = (/** @type {string} */ name) => join(root, "tests/node_modules/.bin", name);
/** A bundler of the house's own rooms. @param {string} room @param {string} name */
const bundler = (room, name) => import(pathToFileURL(createRequire(join(root, room, "package.json")).resolve(name)).href);

test("@senkoi/core in fresh projects (R2)", async (t) => {
  const core = (await packed())("core");
  const browser = await startChromium(t);
  const bundled = { "check.js": file("check.js"), "page.js": file("page.js"), "worker.js": file("worker.js") };

  await t.test("publint finds nothing", () => run(tool("publint"), ["run", core, "--strict", "--level", "suggestion"]));

  await t.test("attw finds nothing", () => run(tool("attw"), [core, "--profile", "esm-only", "--no-definitely-typed"]));

  await t.test("types, however they are looked up", async (t) => {
    const folder = await project(t, [core], { "typed.ts": file("typed.ts") });
    for (const [module, resolution] of [["esnext", "bundler"], ["nodenext", "nodenext"]])
      await run(tool("tsc"), ["--noEmit", "--strict", "--target", "es2022", "--module", module, "--moduleResolution", resolution, "--types", "", "typed.ts"], { cwd: folder });
  });

  await t.test("node, as a module and by require", async (t) => {
    const folder = await project(t, [core], { "check.js": file("check.js"), "in_node.js": file("in_node.js") });
    const { stdout } = await run("node", ["in_node.js"], { cwd: folder });
    const { here, again, sentence } = JSON.parse(stdout);
    assert.deepEqual([here, again], [told, told]);
    assert.match(sentence, /0/);
  });

  await t.test("a plain page", async (t) => {
    const folder = await project(t, [core], {
      "check.js": file("check.js"), "page.js": file("plain_page.js"), "plain_worker.js": file("plain_worker.js"), "index.html": pageOf("page.js"),
    });
    const { origin } = await host(t, folder);
    assert.deepEqual(await toldBy(browser, `${origin}/`), both);
  });

  await t.test("Vite, built", async (t) => {
    const folder = await project(t, [core], { ...bundled, "index.html": pageOf("./page.js") });
    const vite = await bundler("site", "vite");
    await vite.build({ root: folder, configFile: false, base: "./", logLevel: "error", build: { target: "es2022" }, worker: { format: "es" } });
    const { origin, asked } = await host(t, join(folder, "dist"), { path: "/some/where/" });
    assert.deepEqual(await toldBy(browser, `${origin}/some/where/`), both);
    assert.ok(asked.some((path) => path.endsWith(".wasm")), "the module is a file of its own");
  });

  await t.test("Vite, served while one writes", async (t) => {
    const folder = await project(t, [core], { ...bundled, "index.html": pageOf("./page.js") });
    const vite = await bundler("site", "vite");
    const server = await vite.createServer({ root: folder, configFile: false, logLevel: "error", server: { host: "127.0.0.1", port: 0 } });
    t.after(() => server.close());
    await server.listen();
    assert.deepEqual(await toldBy(browser, server.resolvedUrls.local[0]), both);
  });

  await t.test("webpack", async (t) => {
    const folder = await project(t, [core], { ...bundled, "index.html": pageOf("dist/main.js") });
    const { default: webpack } = await bundler("tests", "webpack");
    const compiler = webpack({ mode: "production", context: folder, entry: "./page.js", output: { path: join(folder, "dist") } });
    const stats = await new Promise((resolve, reject) => compiler.run((/** @type {Error} */ error, /** @type {any} */ done) => (error ? reject(error) : resolve(done))));
    assert.deepEqual([stats.compilation.errors, stats.compilation.warnings], [[], []]);
    const { origin } = await host(t, folder);
    assert.deepEqual(await toldBy(browser, `${origin}/`), both);
  });

  await t.test("esbuild, and a script that uses nothing of it carries nothing of it", async (t) => {
    const folder = await project(t, [core], {
      "check.js": file("check.js"), "page.js": file("esbuild_page.js"), "worker.js": file("esbuild_worker.js"), "index.html": pageOf("dist/page.js"),
      "unused.js": 'import { createCore } from "@senkoi/core";\nconsole.log("nothing of it");\n',
    });
    const esbuild = await bundler("wasm", "esbuild");
    const entryPoints = ["page.js", "worker.js", "unused.js"].map((name) => join(folder, name));
    const { warnings } = await esbuild.build({ entryPoints, bundle: true, format: "esm", outdir: join(folder, "dist"), loader: { ".wasm": "file" }, logLevel: "silent", absWorkingDir: folder });
    assert.deepEqual(warnings, []);
    const { origin } = await host(t, folder);
    assert.deepEqual(await toldBy(browser, `${origin}/`), both);
    const unused = await readFile(join(folder, "dist/unused.js"), "utf8");
    assert.equal(unused.split("\n").filter((line) => line && !line.startsWith("//")).join(""), 'console.log("nothing of it");');
    assert.equal((await readdir(join(folder, "dist"))).filter((name) => name.endsWith(".wasm")).length, 1);
  });
});
