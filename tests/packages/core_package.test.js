// @senkoi/core as others get it: the packed package in fresh projects, one a bundler, each checking a form in a page and in a worker.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { told } from "./core/check.js";
import { startChromium, toldBy } from "./harness/chromium.js";
import { host } from "./harness/host.js";
import { packed, pageOf, project, run } from "./harness/projects.js";
import { esbuildBuild, judged, typed, viteBuild, viteServe, webpackBuild } from "./harness/tools.js";

const file = (/** @type {string} */ name) => new URL(`core/${name}`, import.meta.url);
const both = { here: told, worker: told };

test("@senkoi/core in fresh projects (R2)", async (t) => {
  const core = (await packed())("core");
  const browser = await startChromium(t);
  const bundled = { "check.js": file("check.js"), "page.js": file("page.js"), "worker.js": file("worker.js") };

  await t.test("publint and attw find nothing", () => judged(core));

  await t.test("types, however they are looked up", async (t) => typed(await project(t, [core], { "typed.ts": file("typed.ts") })));

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
    await viteBuild(folder);
    const { origin, asked } = await host(t, join(folder, "dist"), { path: "/some/where/" });
    assert.deepEqual(await toldBy(browser, `${origin}/some/where/`), both);
    assert.ok(asked.some((path) => path.endsWith(".wasm")), "the module is a file of its own");
  });

  await t.test("Vite, served while one writes", async (t) => {
    const folder = await project(t, [core], { ...bundled, "index.html": pageOf("./page.js") });
    assert.deepEqual(await toldBy(browser, await viteServe(t, folder)), both);
  });

  await t.test("webpack", async (t) => {
    const folder = await project(t, [core], { ...bundled, "index.html": pageOf("dist/main.js") });
    assert.deepEqual(await webpackBuild(folder), []);
    const { origin } = await host(t, folder);
    assert.deepEqual(await toldBy(browser, `${origin}/`), both);
  });

  await t.test("esbuild, and a script that uses nothing of it carries nothing of it", async (t) => {
    const folder = await project(t, [core], {
      "check.js": file("check.js"), "page.js": file("esbuild_page.js"), "worker.js": file("esbuild_worker.js"), "index.html": pageOf("dist/page.js"),
      "unused.js": 'import { createCore } from "@senkoi/core";\nconsole.log("nothing of it");\n',
    });
    assert.deepEqual(await esbuildBuild(folder, "page.js", "worker.js", "unused.js"), []);
    const { origin } = await host(t, folder);
    assert.deepEqual(await toldBy(browser, `${origin}/`), both);
    const unused = await readFile(join(folder, "dist/unused.js"), "utf8");
    assert.equal(unused.split("\n").filter((line) => line && !line.startsWith("//")).join(""), 'console.log("nothing of it");');
    assert.equal((await readdir(join(folder, "dist"))).filter((name) => name.endsWith(".wasm")).length, 1);
  });
});
