// The pages as they are built: what a browser meets before any script runs.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const built = new URL("../../build/site/", import.meta.url);
const pagesIn = (/** @type {string} */ folder) =>
  readdirSync(new URL(`./${folder}`, built)).filter((name) => name.endsWith(".html")).map((name) => folder + name);
const pages = pagesIn("");
const staffPages = pagesIn("staff/");

test("all pages are there (M1.1 to M3.1)", () => {
  const expected = ["404", "account", "application", "demo", "embed", "figures", "index", "login", "mail", "mypage", "program", "proof", "recover",
    "register", "reset", "schedule", "search"];
  assert.deepEqual(pages.map((name) => name.slice(0, -".html".length)).sort(), expected);
});

test("the pages by which staff come in are there (S3, S4)", () => {
  for (const name of ["login", "recover", "join", "home", "people"]) assert.ok(staffPages.includes(`staff/${name}.html`), name);
});

for (const name of [...pages, ...staffPages]) {
  test(`${name} runs under the strict policy: no inline script, no inline style, no handler (reliability 20)`, () => {
    const html = readFileSync(new URL(name, built), "utf8");
    assert.match(html, /http-equiv="Content-Security-Policy"/);
    assert.match(html, /require-trusted-types-for/);
    for (const [, attributes, content] of html.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)) {
      assert.match(/** @type {string} */ (attributes), /src="\.{0,2}\/assets\//);
      assert.equal(/** @type {string} */ (content).trim(), "");
    }
    assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=/);
    assert.match(html, /<html lang="ja">/);
    assert.match(html, /<noscript>/);
  });
}

test("each module of the rules is a file of its own, never inlined", () => {
  const assets = readdirSync(new URL("assets/", built));
  assert.equal(assets.filter((name) => name.endsWith(".wasm")).length, 2, "that of applicants and that of staff");
  for (const name of assets.filter((each) => each.endsWith(".js")))
    assert.ok(!readFileSync(new URL(`assets/${name}`, built), "utf8").includes("data:application/wasm"), name);
});

test("a page asks early for the rules of its own readers alone, and for none where it only reads (R1)", () => {
  const module = (/** @type {string} */ name) => /assets\/core-[\w-]+\.wasm/.exec(readFileSync(new URL(name, built), "utf8"))?.[0] ?? null;
  const [ofStaff, ofApplicants] = [module("staff/login.html"), module("mypage.html")];
  assert.ok(ofStaff && ofApplicants && ofStaff !== ofApplicants);
  for (const name of pages) assert.notEqual(module(name), ofStaff, name);
  for (const name of ["index.html", "figures.html", "embed.html", "staff/audit.html", "staff/progress.html", "staff/statistics.html"])
    assert.equal(module(name), null, name);
  for (const name of staffPages) assert.notEqual(module(name), ofApplicants, name);
});

test("a page takes its own script and no more than six others (R1)", () => {
  for (const name of [...pages, ...staffPages].filter((each) => each !== "404.html")) {
    const scripts = new Set(readFileSync(new URL(name, built), "utf8").match(/assets\/[\w.-]+\.js/g));
    assert.ok(scripts.size <= 7 && scripts.size > 0, `${name}: ${[...scripts].join(" ")}`);
  }
});
