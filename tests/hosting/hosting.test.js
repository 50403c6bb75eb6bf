// The pages on hosts of other kinds, the API elsewhere (R3): the samples give the very headers of our own server, and a visitor gets through
// from every one of them, in a folder as well.
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { freePort } from "../browser/harness/ports.js";
import { startSenkoi } from "../browser/harness/senkoi.js";
import { until } from "../browser/harness/until.js";
import { linkFor, register } from "../browser/steps/person.js";
import { startChromium } from "../packages/harness/chromium.js";
import { root, run } from "../packages/harness/projects.js";
import { bareHost, caddy, copyOfPages, hostWithHeaders, nginx } from "./harness/hosts.js";

const guards = ["content-security-policy", "cross-origin-opener-policy", "permissions-policy", "x-content-type-options", "referrer-policy", "x-frame-options"];
const further = ["cache-control", "access-control-allow-origin", "cross-origin-resource-policy"];

/** The directives of a policy, in one order. @param {string | null | undefined} policy */
const directives = (policy) => (policy ?? "").split(";").map((each) => each.trim()).filter(Boolean).sort();

/** @param {string} address @param {readonly string[]} names @param {string} api */
async function headersAt(address, names, api) {
  const { status, headers } = await fetch(address);
  const told = Object.fromEntries(names.map((name) => [name, headers.get(name)]));
  return { ...told, status, "content-security-policy": directives(told["content-security-policy"]?.replace(` ${api}`, "")) };
}

test("the pages on other hosts, the API elsewhere (R3)", async (t) => {
  const ports = await Promise.all(Array.from({ length: 5 }, freePort));
  const origins = ports.flatMap((port) => ["--site-origins", `http://127.0.0.1:${port}`]);
  const senkoi = await startSenkoi("--demo-applicants", "50", "--public-path", "/senkoi/", ...origins);
  t.after(() => senkoi.stop());
  const api = senkoi.direct;
  const pages = await copyOfPages(t, { api: `${api}/api/v1` });
  const at = (/** @type {number} */ place) => ({ pages, api, port: /** @type {number} */ (ports[place]) });
  const hosts = {
    nginx: await nginx(t, at(0)), "nginx, in a folder": await nginx(t, { ...at(1), inFolder: true }),
    Caddy: await caddy(t, at(2)), "a host that reads _headers": await hostWithHeaders(t, at(3)),
  };
  const bare = await bareHost(t, at(4));
  const index = await readFile(join(pages, "index.html"), "utf8");
  const [script = ""] = /assets\/[^"]*\.js/.exec(index) ?? [];
  const { version } = JSON.parse(await readFile(join(pages, "embed/manifest.json"), "utf8"));

  for (const [name, address] of Object.entries(hosts))
    await t.test(`${name} gives the headers of our own server (reliability 20, 21)`, async () => {
      const files = name.includes("_headers") ? [] : [script, "site.json", `embed/${version}/senkoi.js`, "embed/manifest.json"];
      const names = files.length === 0 ? guards : [...guards, ...further];
      for (const path of ["", "search.html", "staff/login.html", "no-such-page", ...files])
        assert.deepEqual(await headersAt(address + path, names, api), await headersAt(`${api}/${path}`, names, api), `${path} on ${name}`);
    });

  await mkdir(join(pages, "data/figures"), { recursive: true });
  await writeFile(join(pages, "data/figures/02.json"), "{}");
  for (const [name, address] of Object.entries(hosts))
    await t.test(`${name} lets a society's page read the exported files, and no other file but the elements (R2)`, async () => {
      const { headers: of } = await fetch(`${address}data/figures/02.json`);
      const [readers, resource] = ["access-control-allow-origin", "cross-origin-resource-policy"].map((each) => of.get(each));
      assert.deepEqual([readers, resource], ["*", "cross-origin"]);
      assert.equal(of.get("x-content-type-options"), "nosniff");
      for (const path of ["site.json", script]) assert.equal((await fetch(address + path)).headers.get("access-control-allow-origin"), null, path);
    });

  await t.test("compressed files go out as they were built", async () => {
    for (const [name, coding] of /** @type {const} */ ([["nginx", "gzip"], ["Caddy", "br"]])) {
      const answer = await fetch(hosts[name] + script, { headers: { "accept-encoding": coding } });
      assert.equal(answer.headers.get("content-encoding"), coding, name);
      assert.deepEqual(Buffer.from(await answer.arrayBuffer()), await readFile(join(pages, script)), name);
    }
  });

  await t.test("the policy that the pages carry is the server's, as far as a page can carry it", async () => {
    const [, carried = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(index) ?? [];
    const sent = directives((await fetch(`${api}/`)).headers.get("content-security-policy"));
    const own = directives(carried.replaceAll("&#39;", "'")).filter((each) => each !== "object-src 'none'"); // which default-src says there
    assert.deepEqual(own.filter((each) => !sent.includes(each)), []);
    assert.ok(own.length >= 7);
  });

  const member = await register(senkoi, "02", 4711);
  await t.test("letters link into the folder of the pages; what is no folder is refused", async () => {
    const { link } = await linkFor(senkoi, member.mail);
    assert.ok(link.startsWith(`${senkoi.origin}/senkoi/register.html#token=`), link);
    for (const path of ["//evil.example/", "/?/", "a#b"])
      await assert.rejects(run(join(root, "build/native/server/senkoi"), ["serve", "--port", "0", "--database", "/nowhere/senkoi.db", "--public-path", path]), /--public-path takes a folder/, path);
  });

  await t.test("what is no origin is refused: it would never be met (R2)", async () => {
    const serve = ["serve", "--port", "0", "--database", "/nowhere/senkoi.db", "--embed-origins"];
    for (const origin of ["society.example", "https://学会.example", "https://society.example/page", "*"])
      await assert.rejects(run(join(root, "build/native/server/senkoi"), [...serve, origin]), /--embed-origins takes an origin/, origin);
  });

  const browser = await startChromium(t);
  for (const [name, address] of [...Object.entries(hosts), ["a bare host, in a folder", bare.address]])
    await t.test(`a visitor logs in from ${name}, and is told of a page that is not there`, async () => {
      const context = await browser.newContext({ locale: "ja-JP" });
      const page = await context.newPage();
      /** @type {string[]} */
      const troubles = [];
      page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
      page.on("pageerror", (error) => troubles.push(String(error)));
      await page.goto(address);
      await page.click('a[href="login.html?field=02"]');
      await page.fill('[name="user_id"]', member.userId);
      await page.fill('[name="password"]', member.password);
      await page.click('main button[type="submit"]');
      await page.waitForURL(`${address}mypage.html`);
      await until("my page", async () => (await page.locator("main").innerText()).includes("まだ応募していません"));
      assert.deepEqual(troubles, []);
      for (const path of ["no-such-page", "no/such/page"]) {
        await page.goto(address + path);
        await until("the page that is not there", async () => (await page.locator("body").innerText()).includes("ページが見つかりません"));
      }
      await context.close();
    });
});
