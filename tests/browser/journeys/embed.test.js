// The elements on pages of societies (R2): hostile styles, strict policies, late and double scripts, no WebAssembly, languages,
// other origins. The society's page is a real other origin; the server is the real one.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import test from "node:test";
import { chosen, open } from "../engines/page.js";
import { openSociety } from "../harness/host_page.js";
import { findings, stickingOut } from "../harness/inspect.js";
import { project, startSenkoi } from "../harness/senkoi.js";
import { Visitor } from "../harness/visitor.js";
import { all, builtFile, comes, element, inside, manifest, met, outside, page, room, says, scriptLine, watcherLine } from "../steps/embed.js";

const [society, stranger] = [await openSociety(), await openSociety()];
const senkoi = await startSenkoi("--embed-origins", society.origin);
test.after(() => Promise.all([senkoi.stop(), society.close(), stranger.close()]));

const script = scriptLine(senkoi);
const watcher = watcherLine(society);
const { origin } = senkoi;
const loaded = '["senkoi-figures", "senkoi-search"].every((name) => met.events.some((each) => each[0] === "loaded" && each[1] === name))';
const first = (/** @type {string} */ name) => `document.querySelector("senkoi-${name}")`;

/** @param {import("node:test").TestContext} t @param {string} file @param {Parameters<typeof page>[0]} content @param {string} [policy] */
async function visit(t, file, content, policy) {
  const browser = await open("chromium");
  t.after(() => browser.close());
  const address = society.serve(file, { body: page({ ...content, head: watcher + (content.head ?? "") }), policy });
  await browser.goto(address);
  return browser;
}

const hosts = {
  unset: "* { all: unset } head, script, style { display: none !important } p, h1, main { display: block }",
  small: "html { font-size: 62.5% } body { font: 1rem/1 serif; text-transform: uppercase; letter-spacing: 0.4em; text-align: center; white-space: nowrap }",
  dark: "html { color-scheme: dark } body { background: #111; color: #eee }",
  rtl: "body { max-inline-size: 60em }",
  narrow: "body { margin: 0 } main { display: grid; grid-template-columns: 1fr 240px } main > * { grid-column: 2 }",
  large: "html { font-size: 200% }",
};
for (const [host, css] of Object.entries(hosts))
  test(`a page with hostile styles: ${host}`, async (t) => {
    const lang = host === "rtl" || host === "small" ? "en" : "ja";
    society.serve(`${host}.css`, { body: css, type: "text/css" });
    const browser = await visit(t, host, {
      lang, attributes: host === "rtl" ? 'dir="rtl"' : "", head: `<link rel="stylesheet" href="${host}.css">${script}`, body: all(senkoi),
    });
    await browser.evaluate(`${first("figures")}.reload(), ${first("search")}.reload()`);
    await comes(browser, loaded);
    await browser.evaluate(`${inside("entry", "input")}.value = "a@docomo.ne.jp", ${inside("entry", "input")}.dispatchEvent(new Event("input")), ${first("entry")}.check()`);
    const size = await browser.evaluate(`parseFloat(getComputedStyle(${inside("entry", "input")}).fontSize)`);
    assert.ok(size >= 16, `text of ${size} px`);
    const spacing = await browser.evaluate(`(({ letterSpacing, textTransform, textAlign }) => [letterSpacing, textTransform, textAlign].join())(getComputedStyle(${inside("entry", ".senkoi")}))`);
    assert.equal(spacing, "normal,none,start");
    await new Visitor(browser, senkoi).pictures(`embed-${host}`);
    if (host !== "unset") assert.deepEqual(await findings(/** @type {any} */ ({ page: browser })), []);
    if (host !== "small") assert.deepEqual(await stickingOut(/** @type {any} */ ({ page: browser })), []);
    assert.deepEqual(await outside(browser), []);
  });

const strict = (/** @type {string} */ wasm) =>
  `default-src 'none'; script-src ${society.origin}/watch.js ${origin}/embed/ ${wasm}; connect-src ${origin}; require-trusted-types-for 'script'; trusted-types 'none'`;

test("M2.1 a strict policy with Trusted Types: checked at once, sent, and no breach", async (t) => {
  senkoi.front.requests.length = 0;
  const browser = await visit(t, "strict", { head: script, body: all(senkoi) }, strict("'wasm-unsafe-eval'"));
  await comes(browser, 'met.events.some(([name]) => name === "ready")');
  assert.ok(!senkoi.front.requests.some(({ path }) => path.endsWith(".wasm")), "nobody needed the rules yet");
  await browser.click("senkoi-entry input");
  await browser.type("senkoi-entry input", "hanako＠docomo．ne．jp");
  await browser.press("Enter");
  await comes(browser, 'met.events.some(([name, , { finding }]) => name === "check" && finding?.code === "mail_carrier")');
  assert.match(await says(browser, "entry"), /携帯電話のメールアドレスは/);
  assert.equal(senkoi.front.requests.filter(({ method }) => method === "POST").length, 0, "a refused address is not sent");
  await browser.evaluate(`${inside("entry", "input")}.select()`);
  await browser.type("senkoi-entry input", "ｈａｎａｋｏ@example.jp");
  await browser.click("senkoi-entry button[type=submit]");
  await comes(browser, 'met.events.some(([name]) => name === "sent")');
  assert.match(await says(browser, "entry"), /hanako@example\.jp 宛てに/);
  const letter = await senkoi.post.newest("hanako@example.jp", "/register.html");
  assert.ok(letter.links.length > 0);
  const { events, breaches } = await met(browser);
  assert.deepEqual(breaches, []);
  assert.ok(!JSON.stringify(events).includes("hanako"), "events carry no personal data");
  assert.deepEqual(browser.troubles, []);
});

test("a page that forbids WebAssembly: the server checks and searches by the same rules", async (t) => {
  const browser = await visit(t, "without", { head: script, body: all(senkoi) }, strict(""));
  await comes(browser, 'met.events.some(([name]) => name === "ready")');
  await browser.click("senkoi-entry input");
  await browser.type("senkoi-entry input", "taro@docomo.ne.jp");
  await browser.click("senkoi-entry button[type=submit]");
  await comes(browser, `${inside("entry", "#said")}.textContent.includes("携帯電話のメールアドレスは")`);
  await browser.evaluate(`${first("search")}.reload()`);
  const count = await browser.evaluate(`${first("search")}.find({ prefecture: "27", name: "しょうに" })`);
  const { programs } = (await senkoi.send("GET", "/programs?field=02&prefecture=27&name=%E3%81%97%E3%82%87%E3%81%86%E3%81%AB")).body;
  assert.equal(count, programs.length);
  assert.ok((await met(browser)).breaches.some((breach) => breach.startsWith("script-src")), "the module was indeed forbidden");
});

test("a page that lets nothing out: the way to the site stays", async (t) => {
  const browser = await visit(t, "shut", { head: script, body: element(senkoi, "entry") }, `script-src ${society.origin} ${origin}; connect-src 'none'`);
  await comes(browser, 'met.events.some(([name]) => name === "ready")');
  await browser.click("senkoi-entry input");
  await browser.type("senkoi-entry input", "taro@example.jp");
  await browser.press("Enter");
  await comes(browser, 'met.events.some(([name, , { code }]) => name === "failed" && code === "unreachable")');
  assert.equal(await browser.evaluate(`${inside("entry", "#said a")}.href`), `${origin}/mail.html?field=02`);
});

test("a late script: the plain link works before it, properties and listeners hold, and nothing moves", async (t) => {
  const late = `const line = document.createElement("script"); Object.assign(line, { type: "module", crossOrigin: "", src: "${origin}/embed/${manifest.version}/senkoi.js",
    integrity: "${manifest.files["senkoi.js"]?.integrity}" }); window.arrive = () => document.head.append(line);`;
  const early = '<senkoi-entry><a href="https://example.jp/">早い</a></senkoi-entry>';
  const browser = await visit(t, "late", { head: `${room}<script>${late}</script>`, body: early + element(senkoi, "figures") + element(senkoi, "search") });
  assert.equal(await browser.evaluate('document.querySelector("senkoi-entry a").checkVisibility()'), true);
  await browser.evaluate(`${first("entry")}.society = "日本小児科学会", new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))`);
  await browser.evaluate("arrive()");
  await comes(browser, 'met.events.filter(([name]) => name === "ready").length === 3');
  assert.deepEqual(await browser.evaluate(`[Object.hasOwn(${first("entry")}, "society"), ${first("entry")}.getAttribute("society")]`), [false, "日本小児科学会"]);
  for (const name of ["figures", "search"]) await browser.evaluate(`${first(name)}.reload()`);
  await browser.evaluate(`${first("entry")}.check()`);
  await browser.evaluate(`${first("search")}.find({ name: "病院" })`);
  assert.equal((await met(browser)).shift, 0);
});

test("a module that was changed on the way is not compiled: the server checks", async (t) => {
  const module = Buffer.from(await builtFile("core.wasm"));
  module[module.length - 1] = (module.at(-1) ?? 0) ^ 1;
  society.serve("changed/core.wasm", { body: module, type: "application/wasm" });
  const line = `<script type="module" src="${society.serve("changed/senkoi.js", { body: await builtFile("senkoi.js"), type: "text/javascript" })}"></script>`;
  const browser = await visit(t, "changed", { head: line, body: element(senkoi, "entry", `society="02" site="${origin}"`) });
  await comes(browser, 'met.events.some(([name]) => name === "ready")');
  await browser.click("senkoi-entry input");
  await browser.type("senkoi-entry input", "taro@docomo.ne.jp");
  assert.equal(await browser.evaluate(`${first("entry")}.check()`), null);
  await browser.press("Enter");
  await comes(browser, `${inside("entry", "#said")}.textContent.includes("携帯電話のメールアドレスは")`);
});

test("slots, parts and properties: the society's own heading, colour, font and scheme", async (t) => {
  const css = `body { font-family: "Society Serif", serif } senkoi-entry { --senkoi-accent: #006644 } senkoi-entry::part(button) { border-radius: 0 }`;
  society.serve("dressed.css", { body: css, type: "text/css" });
  const body = `<senkoi-entry society="02" scheme="dark" level="4"><h2 slot="heading">入口</h2><span slot="note">お問い合わせ</span></senkoi-entry>`;
  const browser = await visit(t, "dressed", { head: `<link rel="stylesheet" href="dressed.css">${script}`, body });
  await comes(browser, 'met.events.some(([name]) => name === "ready")');
  const computed = (/** @type {string} */ css, /** @type {string} */ property) => browser.evaluate(`getComputedStyle(${inside("entry", css)}).${property}`);
  assert.equal(await computed("button", "backgroundColor"), "rgb(0, 102, 68)");
  assert.equal(await computed("button", "borderRadius"), "0px");
  assert.equal(await computed("p", "fontFamily"), '"Society Serif", serif');
  assert.equal(await computed(".senkoi", "colorScheme"), "dark");
  assert.deepEqual(await browser.evaluate(`[...${first("entry")}.shadowRoot.querySelectorAll("slot")].map((slot) => slot.assignedElements().length)`), [1, 1]);
  assert.equal(await browser.evaluate(`${inside("entry", "h4")} !== null`), true);
});

const replaced = {
  prototype: "Array.from = function (all) { if (!all) return []; if (all.toArray) return all.toArray(); var n = all.length || 0, made = new Array(n); while (n--) made[n] = all[n]; return made; }",
  mootools: "Array.from = function (all) { return all == null ? [] : all instanceof Array ? all : [all]; }",
};
for (const [library, body] of Object.entries(replaced))
  test(`a host page whose library replaces Array.from: ${library}`, async (t) => {
    society.serve(`${library}.js`, { body, type: "text/javascript" });
    const browser = await visit(t, library, { head: `<script src="${library}.js"></script>${script}`, body: all(senkoi) });
    await browser.evaluate(`${first("figures")}.reload(), ${first("search")}.reload()`);
    await comes(browser, loaded);
    assert.equal(await browser.evaluate(`${first("figures")}.shadowRoot.querySelectorAll("[data-prefecture]").length`), 47);
    assert.match(await says(browser, "figures"), /東京都/);
    assert.ok(await browser.evaluate(`${first("search")}.find({ prefecture: "13" })`) > 0);
    assert.deepEqual(await outside(browser), []);
  });

test("no society, or an unknown one: what stands inside is shown; it is drawn once a right one comes", async (t) => {
  const browser = await visit(t, "unknown", { head: script, body: element(senkoi, "entry", 'society="歯科"') });
  await browser.evaluate('customElements.whenDefined("senkoi-entry").then(() => true)');
  assert.equal(await browser.evaluate('document.querySelector("senkoi-entry a").checkVisibility()'), true);
  for (const society of ["2", "02", "小児科", "日本小児科学会", "pediatrics", "Japan Pediatric Society"]) {
    await browser.evaluate(`${first("entry")}.society = ${JSON.stringify(society)}, Promise.resolve()`);
    assert.match(await says(browser, "entry"), /小児科領域/, society);
  }
});

test("the language is the element's own, or that of the page, and follows when it changes", async (t) => {
  const browser = await visit(t, "language", { head: script, lang: "en-GB", body: element(senkoi, "entry") + element(senkoi, "figures", 'society="02" lang="ja"') });
  await comes(browser, 'met.events.filter(([name]) => name === "ready").length === 2');
  assert.match(await says(browser, "entry"), /New registration/);
  assert.match(await says(browser, "figures"), /応募・採用状況/);
  await browser.evaluate(`${inside("entry", "input")}.value = "taro@", ${inside("entry", "input")}.dispatchEvent(new Event("input")), ${first("entry")}.check()`);
  await browser.evaluate('document.documentElement.lang = "ja", new Promise((seen) => setTimeout(seen, 50))');
  assert.match(await says(browser, "entry"), /新規ユーザ登録.*メールアドレスの「@」より後/);
  assert.equal(await browser.evaluate(`${inside("entry", "input")}.value`), "taro@", "what was typed stays");
  await browser.evaluate(`${first("figures")}.lang = "en", Promise.resolve()`);
  await comes(browser, `${inside("figures", "h2")}.textContent.includes("figures by prefecture")`);
});

test("several on a page, the script twice, another version as well, in any order", async (t) => {
  const other = society.serve("0.0.9/senkoi.js", { body: await builtFile("senkoi.js"), type: "text/javascript" });
  const older = `<script type="module" src="${other}"></script>`;
  for (const [order, head] of Object.entries({ "older-first": older + script + script, "newer-first": script + older })) {
    const twice = `society="05" site="${origin}/"`;
    const browser = await visit(t, order, { head, body: all(senkoi).replaceAll('society="02"', twice) + element(senkoi, "entry", twice) });
    await comes(browser, 'met.events.filter(([name]) => name === "ready").length === 4');
    await browser.evaluate(`Promise.all([...document.querySelectorAll("senkoi-figures, senkoi-search")].map((each) => each.reload()))`);
    assert.match(await says(browser, "figures"), /外科領域/);
    assert.deepEqual(browser.troubles, []);
  }
});

test("M3.3 M3.4 the search finds like the site, and leads to the program's page", async (t) => {
  const browser = await visit(t, "search", { head: script, body: element(senkoi, "search") });
  await comes(browser, 'met.events.some(([name]) => name === "loaded")');
  const everything = (await senkoi.send("GET", "/programs?field=02")).body.programs;
  for (const query of [{}, { prefecture: "13" }, { facility: "ダイガク" }, { name: "ﾌﾟﾛｸﾞﾗﾑ", prefecture: "27" }, { name: "ぬぬぬ" }]) {
    const there = (await senkoi.send("GET", `/programs?${new URLSearchParams({ field: "02", .../** @type {any} */ (query) })}`)).body.programs.length;
    assert.equal(await browser.evaluate(`${first("search")}.find(${JSON.stringify(query)})`), there, JSON.stringify(query));
  }
  await browser.click("senkoi-search #clear");
  const over = everything.find((/** @type {any} */ each) => each.over_capacity);
  assert.ok(over);
  await browser.evaluate(`${first("search")}.find({ prefecture: "${over.prefecture}", name: ${JSON.stringify(over.name)} })`);
  assert.match(await says(browser, "search"), /定員超過/);
  await browser.evaluate('document.addEventListener("senkoi-open", (event) => { event.preventDefault(); window.opened = event.detail.url; })');
  await browser.click("senkoi-search li a");
  assert.equal(await browser.evaluate("opened"), `${origin}/program.html?id=${over.id}`);
});

test("R3 figures and search from the files of a host without an API", async (t) => {
  for (const kind of ["figures", "catalogue"])
    society.serve(`data/${kind}/02.json`, { body: JSON.stringify((await senkoi.send("GET", `/${kind}/02`)).body), type: "application/json" });
  const files = 'society="02" data="data/" api="https://nobody.invalid/"';
  const browser = await visit(t, "files", { head: script, body: element(senkoi, "figures", files) + element(senkoi, "search", files) });
  await browser.evaluate('customElements.whenDefined("senkoi-search").then(() => Promise.all(["figures", "search"].map((name) => document.querySelector("senkoi-" + name).reload())))');
  const { programs } = (await senkoi.send("GET", "/programs?field=02&prefecture=13")).body;
  assert.equal(await browser.evaluate(`${first("search")}.find({ prefecture: "13" })`), programs.length);
  const over = programs.filter((/** @type {any} */ each) => each.over_capacity).length;
  assert.ok(over > 0);
  await browser.evaluate(`[...${first("search")}.shadowRoot.querySelectorAll("#results .hint button")].forEach((each) => each.click())`);
  assert.equal(await browser.evaluate(`${first("search")}.shadowRoot.querySelectorAll("li .over").length`), over);
  assert.match(await says(browser, "figures"), /シーリング超過/);
});

test("M3.7 the figures are the API's; what is above its ceiling is said; results from the notification on", async (t) => {
  const { schedule: { rounds: [round] } } = await senkoi.season();
  for (const instant of [round.notification_at - 1, round.notification_at]) {
    await senkoi.clock(instant);
    const { prefectures } = (await senkoi.send("GET", "/figures/02")).body;
    const tokyo = prefectures.find((/** @type {any} */ each) => each.prefecture === "13");
    const browser = await visit(t, "figures", { head: script, body: element(senkoi, "figures") });
    await browser.evaluate(`customElements.whenDefined("senkoi-figures").then(() => ${first("figures")}.reload())`);
    for (const [column, value] of Object.entries({ capacity: tokyo.capacity, applicants: tokyo.applicants, adopted: tokyo.adopted, ceiling: tokyo.ceiling }))
      assert.equal(await browser.evaluate(`${inside("figures", `#fact-${column}`)}.innerText`), value === null ? `―\n${column === "ceiling" ? "なし" : "未公表"}` : String(value), column);
    assert.equal(tokyo.adopted === null, instant < round.notification_at);
    for (const { prefecture, over } of prefectures)
      assert.equal(await browser.evaluate(`${inside("figures", `#tile${prefecture}`)}.classList.contains("tile--over")`), over, prefecture);
    await browser.evaluate(`${inside("figures", "#tile13")}.focus()`);
    await browser.press("ArrowLeft");
    assert.equal(await browser.evaluate(`${first("figures")}.shadowRoot.activeElement.id`), "tile11");
  }
  await senkoi.clock(round.registration_from + 3_600_000);
});

test("R2 another origin reads nothing personal and posts nothing but the mail address; a stranger not even that", async (t) => {
  const browser = await open("chromium");
  t.after(() => browser.close());
  const body = JSON.stringify({ mail: "jiro@example.jp", field: "02", language: "ja" });
  const tried = (/** @type {string} */ path, /** @type {object} */ init) =>
    browser.evaluate(`fetch("${origin}/api/v1${path}", ${JSON.stringify(init)}).then((answer) => answer.status, () => "blocked")`);
  const post = (/** @type {string} */ text) => ({ method: "POST", headers: { "content-type": "application/json" }, body: text });
  for (const [host, figures, sent] of /** @type {const} */ ([[society, 200, 202], [stranger, "blocked", "blocked"]])) {
    await browser.goto(host.serve("cross", { body: page({ body: "" }) }));
    assert.equal(await tried("/figures/02", {}), figures);
    assert.equal(await tried("/mail-addresses", post(body)), sent);
    assert.equal(await tried("/me", { credentials: "include" }), "blocked");
    assert.equal(await tried("/figures/02", { credentials: "include" }), "blocked", "never with a session");
    for (const path of ["/sessions", "/recoveries", "/registrations", "/me/applications", "/passwords", "/demo/clock"])
      assert.equal(await tried(path, post("{}")), "blocked", path);
    assert.equal(await tried("/me", { method: "DELETE" }), "blocked");
  }
});

test("the first check after the focus, with a cold cache, brings the module first; the whole embed is within 40 KB", async (t) => {
  /** @type {number[]} */
  const times = [];
  for (let round = 1; round <= 3; ++round) {
    const browser = await visit(t, `cold-${round}`, { head: script, body: element(senkoi, "entry") });
    await comes(browser, 'met.events.some(([name]) => name === "ready")');
    times.push(await browser.evaluate(`(async () => { const input = ${inside("entry", "input")}; input.value = "a@docomo.ne.jp"; input.dispatchEvent(new Event("input"));
      const start = performance.now(); input.focus(); const found = await ${first("entry")}.check(); return found.code === "mail_carrier" ? performance.now() - start : NaN; })()`));
  }
  assert.ok(times.every((time) => time > 0), "each found the carrier's address");
  t.diagnostic(`first check after ${times.map(Math.round)} ms`);
  const sizes = (await Promise.all(["senkoi.js", "core.wasm"].map(builtFile))).map((content) => gzipSync(content, { level: 9 }).length);
  t.diagnostic(`gzip: senkoi.js ${sizes[0]}, core.wasm ${sizes[1]}`);
  assert.ok(sizes.reduce((sum, each) => sum + each) <= 40 * 1024, `${sizes}`);
});

for (const engine of chosen())
  test(`the elements work in ${engine}`, async (t) => {
    const browser = await open(engine);
    t.after(() => browser.close());
    await browser.goto(society.serve("engine", { body: page({ head: watcher + script, body: all(senkoi) }) }));
    await comes(browser, 'met.events.filter(([name]) => name === "ready").length === 3');
    await browser.evaluate(`${inside("entry", "input")}.value = "a＠docomo．ne．jp", ${inside("entry", "input")}.dispatchEvent(new Event("input"))`);
    assert.equal((await browser.evaluate(`${first("entry")}.check()`)).code, "mail_carrier");
    assert.equal(await browser.evaluate(`${first("figures")}.reload()`), true);
    assert.ok((await browser.evaluate(`${first("search")}.find({ prefecture: "13" })`)) > 0);
    assert.match(await says(browser, "entry"), /携帯電話のメールアドレスは/);
    await browser.evaluate("new Promise((painted) => setTimeout(painted, 300))");
    await mkdir(join(project, "build/screens", engine), { recursive: true });
    await browser.screenshot(join(project, "build/screens", engine, "embed.png"));
    assert.deepEqual((await met(browser)).breaches, []);
  });
