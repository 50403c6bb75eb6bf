// The embed as it is built, and the lines that a society copies (R2).
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";
import { cases } from "../cases/expand.mjs";
import { openSite } from "./modules.js";

const folder = new URL("../../build/site/embed/", import.meta.url);
const { version, files } = JSON.parse(readFileSync(new URL("manifest.json", folder), "utf8"));
const built = (/** @type {string} */ name) => readFileSync(new URL(`${version}/${name}`, folder));
const integrity = (/** @type {Buffer} */ content) => `sha384-${createHash("sha384").update(content).digest("base64")}`;
const script = built("senkoi.js").toString("utf8");
const site = await openSite();
after(() => site.close());

test("the manifest tells the integrity of every file of the version, and the script that of the module", () => {
  const there = readdirSync(new URL(`${version}/`, folder)).filter((name) => !name.endsWith(".br") && !name.endsWith(".gz"));
  assert.deepEqual(Object.keys(files).sort(), there.sort());
  for (const name of there) assert.equal(files[name].integrity, integrity(built(name)), name);
  assert.ok(script.includes(integrity(built("core.wasm"))));
  assert.ok(script.includes(version));
});

test("the script parses nothing, runs no text, makes no frame, no blob, no inline style (reliability 20)", () => {
  for (const forbidden of ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "iframe", "blob:", "createObjectURL",
    "<style", ".style.", "localStorage", "sessionStorage", "document.cookie", "import("])
    assert.ok(!script.includes(forbidden), forbidden);
});

test("script and module together stay within 40 KB, gzip", () => {
  const sizes = ["senkoi.js", "core.wasm"].map((name) => gzipSync(built(name), { level: 9 }).length);
  assert.ok(sizes.reduce((sum, each) => sum + each) <= 40 * 1024, String(sizes));
});

test("M2.1 whatever the check of a mail address may say has its sentence in the script, in both languages", () => {
  const words = ["ja", "en"].map((language) => JSON.parse(readFileSync(new URL(`../../build/words/${language}.json`, import.meta.url), "utf8")));
  const codes = new Set(cases().filter(({ form }) => form === "mail_entry").flatMap(({ expect }) => Object.values(expect.codes)));
  assert.ok(codes.size > 5);
  for (const code of codes)
    for (const { codes: sentences } of words) assert.ok(script.includes(JSON.stringify(sentences[code]).slice(1, -1)), `${code}: ${sentences[code]}`);
});

const source = { version: "1.2.3", address: "https://senkoi.example/embed/1.2.3/senkoi.js", integrity: "sha384-x", site: "https://senkoi.example/", api: "", data: "", apply: "" };
const choice = { field: "02", elements: ["entry", "search"], lang: "", scheme: "", colour: "" };

test("R2 two lines: the script with its integrity, the element with a plain link inside", async () => {
  const { elementLine, policyLine, scriptLine } = await site.load("pages/embed/lines.ts");
  assert.equal(scriptLine(source), '<script type="module" crossorigin integrity="sha384-x" src="https://senkoi.example/embed/1.2.3/senkoi.js"></script>');
  assert.match(elementLine("entry", choice, source), /^<senkoi-entry society="02"><a href="https:\/\/senkoi\.example\/\?field=02">[^<]+<\/a><\/senkoi-entry>$/);
  const further = elementLine("search", { ...choice, lang: "en", scheme: "dark" }, { ...source, api: 'https://api.example/v1?a&"' });
  const links = ["entry", "figures", "search"].map((name) => elementLine(name, choice, source).split(">")[2]);
  assert.equal(new Set(links).size, 3, "each link says where it leads");
  assert.ok(further.startsWith('<senkoi-search society="02" lang="en" scheme="dark" api="https://api.example/v1?a&amp;&quot;"><a href="https://senkoi.example/search.html?field=02">'), further);
  assert.equal(policyLine(source), "script-src https://senkoi.example 'wasm-unsafe-eval'; connect-src https://senkoi.example");
  assert.match(policyLine({ ...source, api: "https://api.example/v1" }), /connect-src https:\/\/senkoi\.example https:\/\/api\.example$/);
});

test("R3 where there is no API, figures and search read files, and the entrance leads to where one applies", async () => {
  const { elementLine } = await site.load("pages/embed/lines.ts");
  const files = { ...source, data: "https://senkoi.example/data/", apply: "https://apply.example/" };
  assert.match(elementLine("search", choice, files), /^<senkoi-search society="02" data="https:\/\/senkoi\.example\/data\/"><a href="https:\/\/senkoi\.example\/search/);
  assert.match(elementLine("entry", choice, files), /^<senkoi-entry society="02" site="https:\/\/apply\.example\/"><a href="https:\/\/apply\.example\/\?field=02"/);
});

test("R2 the style keeps each element's room, and a colour brings a text that can be read on it", async () => {
  const { contrast, onColour, styleLines } = await site.load("pages/embed/lines.ts");
  const heights = new Map([["entry", [500, 300]], ["search", [800, 700]]]);
  assert.equal(styleLines({ ...choice, colour: "#ffcc00" }, heights), [
    "senkoi-entry, senkoi-search { display: block; margin-block: 1.25rem; --senkoi-accent: #ffcc00; --senkoi-on-accent: #101018; }",
    "senkoi-entry { min-block-size: 500px; }", "senkoi-search { min-block-size: 800px; }", "@media (min-width: 60rem) {",
    "  senkoi-entry { min-block-size: 300px; }", "  senkoi-search { min-block-size: 700px; }", "}"].join("\n"));
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.equal(contrast("#777777", "#ffffff").toFixed(2), "4.48");
  for (let shade = 0; shade < 256; shade += 5) {
    const colour = `#${shade.toString(16).padStart(2, "0").repeat(3)}`;
    assert.ok(contrast(colour, onColour(colour)) >= 4.4, colour);
  }
});

test("R2 elements that follow each other stand apart, and the copied style keeps the same space", async () => {
  const { styleLines } = await site.load("pages/embed/lines.ts");
  const css = readFileSync(new URL("../../site/src/widget/style/base.css", import.meta.url), "utf8");
  const [, space] = /:host \{[^}]*margin-block: ([^;]+);/.exec(css) ?? [];
  assert.ok(Number.parseFloat(space ?? "") > 0);
  assert.ok(styleLines(choice, new Map()).includes(`margin-block: ${space};`));
});

test("R2 an element's society is a number or a name, in either language", async () => {
  const { fieldMeantIn } = await site.load("widget/society.ts");
  const [ja, en] = ["ja", "en"].map((of) => JSON.parse(readFileSync(new URL(`../../build/words/${of}.json`, import.meta.url), "utf8")));
  for (const [said, field] of [["02", "02"], ["2", "02"], [" 小児科 ", "02"], ["日本外科学会", "05"], ["PEDIATRICS", "02"],
    ["０２", "02"], ["２", "02"], ["小児科領域", "02"], ["小児科学会", "02"], ["日本小児科学会　", "02"], ["ＰＥＤＩＡＴＲＩＣＳ", "02"], ["領域", null], ["日本", null], ["", null], ["0", null], ["20", null], ["科", null]])
    assert.equal(fieldMeantIn({ ja, en }, said), field, String(said));
});

test("R2 the script asks no function of the host page that old libraries replace", () => {
  assert.ok(!script.includes("Array.from"), "Prototype and MooTools put another Array.from in its place");
});

test("R2 a bundled script says that it needs the attribute site, once; a published one does not", async (t) => {
  const { siteOf } = await site.load("widget/where.ts");
  const warned = t.mock.method(console, "warn", () => {});
  Object.assign(globalThis, { document: { baseURI: "https://society.example/" } });
  siteOf("https://senkoi.example/");
  assert.equal(warned.mock.callCount(), 0);
  siteOf("");
  siteOf("");
  assert.equal(warned.mock.callCount(), 1);
  assert.match(String(warned.mock.calls[0]?.arguments[0]), /site and api/);
});
