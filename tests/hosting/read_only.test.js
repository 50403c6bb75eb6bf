// A host without any API (R3): `senkoi export-static` writes the very bytes of the API's answers, the pages read them, say calmly that nobody
// applies here, and ask nobody else.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { startSenkoi } from "../browser/harness/senkoi.js";
import { until } from "../browser/harness/until.js";
import { startChromium } from "../packages/harness/chromium.js";
import { root, run } from "../packages/harness/projects.js";
import { bareHost, copyOfPages } from "./harness/hosts.js";

const screens = join(root, "build/screens/read_only");
const program = join(root, "build/native/server/senkoi");

test("a host without an API", async (t) => {
  mkdirSync(screens, { recursive: true });
  const pages = await copyOfPages(t, { data: "data/", apply: "https://senkoi.example/" });
  const data = join(pages, "data");
  const senkoi = await startSenkoi("--demo-applicants", "400");
  t.after(() => senkoi.stop());
  await senkoi.clock(Date.now()); // the export goes by the real clock
  const asks = async (/** @type {string} */ path) => Buffer.from(await (await fetch(`${senkoi.direct}/api/v1${path}`)).arrayBuffer());
  await run(program, ["export-static", data, "--database", senkoi.database]);

  await t.test("the files are the API's answers, byte for byte", async () => {
    const fields = Array.from({ length: 19 }, (_, place) => String(place + 1).padStart(2, "0"));
    const named = fields.flatMap((field) => [[`/catalogue/${field}`, `catalogue/${field}.json`], [`/figures/${field}`, `figures/${field}.json`], [`/notices?field=${field}`, `notices/${field}.json`]]);
    const some = (await readdir(join(data, "programs"))).filter((_, place) => place % 97 === 0).map((name) => [`/programs/${name.slice(0, -".json".length)}`, `programs/${name}`]);
    assert.ok(some.length > 20);
    for (const [path, name] of [["/notices", "notices.json"], ...named, ...some])
      assert.deepEqual(await readFile(join(data, /** @type {string} */ (name))), await asks(/** @type {string} */ (path)), name);
    const [live, file] = [await asks("/season"), await readFile(join(data, "season.json"))].map((bytes) => JSON.parse(bytes.toString()));
    assert.deepEqual({ ...file, server_now: 0 }, { ...live, server_now: 0, demo: false });
  });

  await t.test("lists lie there compressed, and nobody's data does", async () => {
    const plain = await readFile(join(data, "figures/02.json"));
    assert.deepEqual(gunzipSync(await readFile(join(data, "figures/02.json.gz"))), plain);
    assert.deepEqual(brotliDecompressSync(await readFile(join(data, "figures/02.json.br"))), plain);
    const names = (await readdir(data, { recursive: true })).filter((name) => !/^(season|notices|(catalogue|figures|notices)\/\d\d|programs\/\d+)\.json(\.br|\.gz)?$/.test(name));
    assert.deepEqual(names.sort(), ["catalogue", "figures", "notices", "programs"]);
  });

  await t.test("a second export replaces the first, and drops what is gone", async () => {
    const gone = join(data, "programs/999999999.json");
    await run("touch", [gone]);
    await run(program, ["export-static", data, "--database", senkoi.database]);
    await assert.rejects(readFile(gone));
    assert.deepEqual((await readdir(data, { recursive: true })).filter((name) => name.endsWith(".new")), []);
  });

  const { address, asked } = await bareHost(t, { pages });
  const browser = await startChromium(t);
  const context = await browser.newContext({ locale: "ja-JP", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  /** @type {string[]} */
  const troubles = [];
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("request", (request) => request.url().startsWith(address) || troubles.push(`asked ${request.url()}`));
  const says = (/** @type {string} */ words) => until(`"${words}"`, async () => (await page.locator("body").innerText()).includes(words));
  const picture = async (/** @type {string} */ name) => {
    for (const [width, height] of /** @type {const} */ ([[390, 844], [1280, 900]])) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: join(screens, `${name}-${width}.png`), fullPage: true });
    }
  };

  await t.test("M3.3 M3.4 visitors search, look at a program, and are told where one applies", async () => {
    await page.goto(`${address}?field=02`);
    await says("このサイトは閲覧用です。");
    await says("現在の内容です。");
    await picture("entry");
    await page.click('main a[href^="search.html"]');
    await page.fill("#facility", "大学");
    await says("件");
    await picture("search");
    await page.click(".program-row__name >> nth=0");
    await says("応募は、ここではできません");
    assert.equal(await page.locator('main a[href="https://senkoi.example/"]').count(), 1);
    await picture("program");
    await page.click("a.back >> nth=0");
    await until("the search as it was", async () => (await page.inputValue("#facility")) === "大学");
  });

  await t.test("M3.1 figures and schedule are there, in both languages", async () => {
    await page.goto(`${address}figures.html?field=02&lang=en`);
    await says("This site is read-only.");
    await says("Tokyo");
    await picture("figures");
    await page.goto(`${address}schedule.html?lang=ja`);
    await says("現在の内容です。");
    await picture("schedule");
  });

  await t.test("pages that need an API say so, and ask nothing", async () => {
    for (const name of ["login", "mail", "register", "recover", "mypage", "account", "application"]) {
      await page.goto(`${address}${name}.html`);
      await says("このページのお手続きは、ここではできません");
      assert.equal(await page.locator("main form").count(), 0, name);
    }
    await picture("log_in");
  });

  await t.test("nothing failed, and nobody else was asked (reliability 20)", () => {
    assert.deepEqual(troubles, []);
    assert.deepEqual(asked.filter((path) => path.includes("/api/")), []);
  });
});
