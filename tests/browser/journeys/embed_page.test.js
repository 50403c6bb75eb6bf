// The page where a society makes its lines (R2): chosen, looked at, copied, and pasted into a page of the society's own.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../engines/page.js";
import { openSociety } from "../harness/host_page.js";
import { inspect } from "../harness/inspect.js";
import { startSenkoi } from "../harness/senkoi.js";
import { Visitor } from "../harness/visitor.js";
import { comes, inside, manifest, met, page, watcherLine } from "../steps/embed.js";

const society = await openSociety();
const senkoi = await startSenkoi("--embed-origins", society.origin);
test.after(() => Promise.all([senkoi.stop(), society.close()]));

/** @param {import("../engines/page.js").Page} browser @param {string} block @returns {Promise<string>} */
const lines = (browser, block) => browser.evaluate(`document.querySelector('pre[aria-labelledby="${block}"]').textContent`);

for (const language of /** @type {const} */ (["ja", "en"]))
  test(`the society chooses and looks, ${language}`, async (t) => {
    const browser = await open("chromium");
    t.after(() => browser.close());
    const visitor = new Visitor(browser, senkoi);
    await visitor.open(`/embed.html?lang=${language}&field=02`);
    await visitor.sees(language === "ja" ? "学会のホームページに置く" : "For societies' websites");
    await browser.click("#figures");
    await browser.click("#search");
    await browser.evaluate("scrollTo(0, document.body.scrollHeight)");
    await browser.evaluate(`Promise.all([${inside("figures", "h3")}, ${inside("search", "h3")}].map((each) => each.getRootNode().host.reload()))`);
    await visitor.settles();
    await inspect(visitor, `${language}-embed-page`);
    await browser.click('input[name="scheme"][value="dark"]');
    await browser.click("#own-colour");
    await visitor.sees(language === "ja" ? "コントラスト比" : "contrast");
    await visitor.pictures(`${language}-embed-page-dark`);
    assert.deepEqual(senkoi.front.violations, []);
    assert.deepEqual(browser.troubles, []);
  });

test("the footer of every page leads there", async (t) => {
  const browser = await open("chromium");
  t.after(() => browser.close());
  const visitor = new Visitor(browser, senkoi);
  await visitor.open("/?lang=ja");
  await visitor.clicks("学会のホームページに置く");
  await visitor.arrivesAt("/embed.html");
});

test("the copied lines work where they are pasted, and nothing moves, though the script comes late", async (t) => {
  const browser = await open("chromium");
  t.after(() => browser.close());
  const visitor = new Visitor(browser, senkoi);
  await visitor.open("/embed.html?lang=ja&field=05");
  await visitor.sees("貼り付ける");
  for (const id of ["figures", "search", "own-colour"]) await browser.click(`#${id}`);
  await browser.click('input[name="lang"][value="en"]');
  const [script, elements, style] = await Promise.all(["script", "element", "style"].map((block) => lines(browser, block)));
  assert.match(script ?? "", new RegExp(`^<script type="module" crossorigin integrity="sha384-[^"]+" src="${senkoi.origin}/embed/${manifest.version}/senkoi.js"></script>$`));

  society.serve("society.css", { body: `body { margin: 0 } ${style}`, type: "text/css" });
  const late = (script ?? "").replace("<script", "<script id=late").replace("src=", "data-src=").replace('type="module"', "");
  const arrive = `const waiting = document.getElementById("late"), line = document.createElement("script");
    Object.assign(line, { type: "module", crossOrigin: "", integrity: waiting.getAttribute("integrity"), src: waiting.dataset.src });
    setTimeout(() => document.head.append(line), 700);`;
  society.serve("late.js", { body: arrive, type: "text/javascript" });
  for (const [width, height] of /** @type {const} */ ([[1280, 900], [390, 844]])) {
    await browser.resize(width, height);
    const head = `<link rel="stylesheet" href="society.css">${watcherLine(society)}`;
    await browser.goto(society.serve(`pasted-${width}`, { body: page({ head, lang: "en", body: `${elements}${late}<script src="late.js"></script>` }) }));
    assert.equal(await browser.evaluate('document.querySelector("senkoi-entry a").getAttribute("href")'), `${senkoi.origin}/?field=05`);
    await comes(browser, 'met.events.filter(([name]) => name === "ready").length === 3');
    await browser.evaluate('Promise.all(["figures", "search"].map((name) => document.querySelector("senkoi-" + name).reload()))');
    assert.equal(await browser.evaluate(`getComputedStyle(${inside("entry", "button")}).backgroundColor`), "rgb(0, 23, 193)");
    await browser.evaluate(`document.querySelector("senkoi-entry").check()`);
    await browser.evaluate("new Promise((seen) => setTimeout(seen, 100))");
    assert.deepEqual((({ shift, breaches }) => ({ shift, breaches }))(await met(browser)), { shift: 0, breaches: [] }, `${width} px`);
  }
});
