// The elements where answers come late or never, and where a framework sets their properties (R2): the newest wish holds, and nobody waits in vain.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../engines/page.js";
import { openSociety } from "../harness/host_page.js";
import { startSenkoi } from "../harness/senkoi.js";
import { all, builtFile, comes, element, inside, met, page, says, scriptLine, watcherLine } from "../steps/embed.js";

const society = await openSociety();
const senkoi = await startSenkoi("--embed-origins", society.origin, "--demo-applicants", "400");
test.after(() => Promise.all([senkoi.stop(), society.close()]));

const [script, watcher] = [scriptLine(senkoi), watcherLine(society)];
const first = (/** @type {string} */ name) => `document.querySelector("senkoi-${name}")`;
const enters = (/** @type {string} */ mail) => `${inside("entry", "input")}.value = ${JSON.stringify(mail)}, ${inside("entry", "input")}.dispatchEvent(new Event("input"))`;
const later = () => {
  let release = () => {};
  const after = new Promise((resolve) => (release = () => resolve(undefined)));
  return { after, release };
};

/** @param {import("node:test").TestContext} t @param {string} file @param {Parameters<typeof page>[0]} content */
async function visit(t, file, content) {
  const browser = await open("chromium");
  t.after(() => browser.close());
  await browser.goto(society.serve(file, { body: page({ ...content, head: watcher + (content.head ?? "") }) }));
  await browser.evaluate('Promise.all(["entry", "figures", "search"].map((name) => customElements.whenDefined("senkoi-" + name))).then(() => true)');
  return browser;
}

test("M2.1 a module that does not come: one sees that the address is being sent, and the server checks it", async (t) => {
  const { after, release } = later();
  t.after(release);
  society.serve("slow/core.wasm", { body: "", type: "application/wasm", after });
  const line = `<script type="module" src="${society.serve("slow/senkoi.js", { body: await builtFile("senkoi.js"), type: "text/javascript" })}"></script>`;
  const browser = await visit(t, "slow", { head: line, body: element(senkoi, "entry", `society="02" site="${senkoi.origin}"`) });
  await browser.evaluate(enters("taro@docomo.ne.jp"));
  await browser.evaluate(`void ${first("entry")}.send()`);
  assert.equal(await browser.evaluate(`${inside("entry", "#send")}.textContent`), "送信しています…");
  await comes(browser, `${inside("entry", "#said")}.textContent.includes("携帯電話のメールアドレスは")`);
  assert.equal(await browser.evaluate(`${inside("entry", "#send")}.textContent`), "送信");
});

test("M2.1 an address that is changed while one is sent: told is the one that the mail goes to", async (t) => {
  const browser = await visit(t, "changing", { head: script, body: element(senkoi, "entry") });
  await browser.evaluate(enters("hanako@example.jp"));
  assert.equal(await browser.evaluate(`${first("entry")}.check()`), null);
  senkoi.front.delay = 700;
  t.after(() => (senkoi.front.delay = 0));
  await browser.evaluate(`window.sent = ${first("entry")}.send(), new Promise((asked) => setTimeout(asked, 200))`);
  await browser.evaluate(enters("somebody.else@example.jp"));
  assert.equal(await browser.evaluate("sent"), true);
  assert.match(await says(browser, "entry"), /hanako@example\.jp 宛てに/);
  await browser.evaluate(`${first("entry")}.society = "05", Promise.resolve()`);
  assert.doesNotMatch(await says(browser, "entry"), /宛てに/, "another society has sent nothing");
});

test("an answer that another society's overtook is dropped, a failure too", async (t) => {
  const { after, release } = later();
  for (const kind of ["figures", "catalogue"]) {
    society.serve(`data/${kind}/02.json`, { body: "no numbers", after });
    society.serve(`data/${kind}/05.json`, { body: JSON.stringify((await senkoi.send("GET", `/${kind}/05`)).body), type: "application/json" });
  }
  const files = 'society="02" data="data/"';
  const browser = await visit(t, "overtaken", { head: script, body: element(senkoi, "figures", files) + element(senkoi, "search", files) });
  const both = (/** @type {string} */ call) => `Promise.all(["figures", "search"].map((name) => document.querySelector("senkoi-" + name)).map((each) => ${call}))`;
  await browser.evaluate(`window.early = ${both("each.reload()")}, 0`);
  await browser.evaluate(both('(each.society = "05")'));
  assert.deepEqual(await browser.evaluate(both("each.reload()")), [true, true]);
  release();
  assert.deepEqual(await browser.evaluate("early"), [false, false]);
  assert.deepEqual((await met(browser)).events.filter(([name]) => name === "failed"), []);
  assert.doesNotMatch(await says(browser, "figures") + await says(browser, "search"), /読み込めませんでした/);
});

test("M3.3 find() before the programs came waits for them", async (t) => {
  const browser = await visit(t, "early", { head: script, body: element(senkoi, "search") });
  const { programs } = (await senkoi.send("GET", "/programs?field=02&prefecture=13")).body;
  const found = await browser.evaluate(`(() => { const fresh = document.createElement("senkoi-search"); fresh.society = "02"; document.body.append(fresh);
    return fresh.find({ prefecture: "13", name: undefined }); })()`);
  assert.equal(found, programs.length);
  assert.ok(found > 0);
});

test("properties as frameworks set them: undefined and null are nothing; a level that is none", async (t) => {
  const browser = await visit(t, "framework", { head: script, body: all(senkoi) });
  for (const name of ["entry", "figures", "search"])
    await browser.evaluate(`Object.assign(${first(name)}, { site: undefined, api: null, data: undefined, scheme: null, level: "12" }), Promise.resolve()`);
  assert.deepEqual(await browser.evaluate(`["site", "api", "data", "scheme"].filter((name) => ${first("search")}.hasAttribute(name))`), []);
  assert.equal(await browser.evaluate(`${first("search")}.reload()`), true);
  assert.equal(await browser.evaluate(`${inside("entry", ".heading")}.localName`), "h2");
});

test("the language is followed through shadow roots within shadow roots", async (t) => {
  const browser = await visit(t, "nested", { head: script, body: '<div id="outer"></div>' });
  await browser.evaluate(`(() => { const inner = document.createElement("div"), entry = document.createElement("senkoi-entry"); entry.society = "02";
    outer.attachShadow({ mode: "open" }).append(inner); inner.attachShadow({ mode: "open" }).append(entry); Object.assign(window, { inner, entry }); })()`);
  const title = () => browser.evaluate('entry.shadowRoot.querySelector("h2").textContent');
  assert.match(await title(), /小児科/);
  await browser.evaluate('inner.lang = "en", new Promise((seen) => setTimeout(seen, 50))');
  assert.match(await title(), /Pediatrics/);
});
