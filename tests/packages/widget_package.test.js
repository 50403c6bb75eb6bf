// @senkoi/widget as others get it: the packed package in fresh projects, one a bundler; its element checks a mail address by the module
// that the bundler copied, or that lies beside the script.
import assert from "node:assert/strict";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { startChromium, toldBy } from "./harness/chromium.js";
import { host } from "./harness/host.js";
import { packed, pageOf, project, run } from "./harness/projects.js";
import { esbuildBuild, judged, typed, viteBuild, viteServe, webpackBuild } from "./harness/tools.js";

const file = (/** @type {string} */ name) => new URL(`widget/${name}`, import.meta.url);
const told = { detail: { society: "02", language: "en" }, finding: { code: "mail_carrier", severity: "error" } };

test("@senkoi/widget in fresh projects (R2, M2.1)", async (t) => {
  const widget = (await packed())("widget");
  const browser = await startChromium(t);
  const laid = (/** @type {import("node:test").TestContext} */ t, /** @type {string} */ script, page = "page.js") =>
    project(t, [widget], { "page.js": file(page), "index.html": pageOf(script) });

  await t.test("publint and attw find nothing", () => judged(widget));

  await t.test("types, however they are looked up", async (t) => typed(await project(t, [widget], { "typed.ts": file("typed.ts") })));

  await t.test("a server that renders pages imports it, and names nothing (E1)", async (t) => {
    const folder = await project(t, [widget], { "server.mjs": 'import * as widget from "@senkoi/widget"; console.log(Object.keys(widget).join());' });
    const { stdout } = await run("node", ["server.mjs"], { cwd: folder });
    assert.equal(stdout.trim(), "SenkoiEntry,SenkoiFigures,SenkoiSearch");
  });

  await t.test("a plain page", async (t) => {
    const { origin } = await host(t, await laid(t, "page.js", "plain_page.js"));
    assert.deepEqual(await toldBy(browser, `${origin}/`), told);
  });

  await t.test("Vite, built", async (t) => {
    const folder = await laid(t, "./page.js");
    await viteBuild(folder);
    const { origin } = await host(t, join(folder, "dist"), { path: "/some/where/" });
    assert.deepEqual(await toldBy(browser, `${origin}/some/where/`), told);
  });

  await t.test("Vite, served while one writes", async (t) => {
    assert.deepEqual(await toldBy(browser, await viteServe(t, await laid(t, "./page.js"))), told);
  });

  await t.test("webpack", async (t) => {
    const folder = await laid(t, "dist/main.js");
    assert.deepEqual(await webpackBuild(folder), []);
    const { origin } = await host(t, folder);
    assert.deepEqual(await toldBy(browser, `${origin}/`), told);
  });

  await t.test("esbuild, with the module beside the script", async (t) => {
    const folder = await laid(t, "dist/page.js");
    assert.deepEqual(await esbuildBuild(folder, "page.js"), []);
    await copyFile(join(folder, "node_modules/@senkoi/widget/core.wasm"), join(folder, "dist/core.wasm"));
    const { origin } = await host(t, folder);
    assert.deepEqual(await toldBy(browser, `${origin}/`), told);
  });
});
