// Every sentence of the pages in both languages, and core's words as the pages find them.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import { openSite } from "./modules.js";

const site = await openSite();
after(() => site.close());

const folder = new URL("../../site/src/words/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !["said.ts", "core_words.ts", "core_items.ts"].includes(name));
const built = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(`../../build/words/${name}.json`, import.meta.url), "utf8"));

/** @param {unknown} value @param {string} path @returns {Generator<[string, {ja: string, en: string}]>} */
function* sentences(value, path) {
  if (typeof value !== "object" || value === null) return;
  if ("ja" in value && "en" in value) yield [path, /** @type {any} */ (value)];
  else for (const [name, inner] of Object.entries(value)) yield* sentences(inner, `${path}.${name}`);
}

const placeholders = (/** @type {string} */ text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

for (const file of files) {
  test(`${file} says everything in Japanese and in English, with the same placeholders (R1)`, async () => {
    const said = [...sentences(await site.load(`words/${file}`), file)];
    for (const [path, { ja, en }] of said) {
      assert.ok(ja.trim() !== "" && en.trim() !== "", path);
      assert.deepEqual(placeholders(en), placeholders(ja), path);
    }
  });
}

test("every page has a title and says what it is for (R1)", async () => {
  const { pageWords } = await site.load("words/pages.ts");
  const pages = readdirSync(new URL("../../site/", import.meta.url)).filter((name) => name.endsWith(".html"));
  assert.deepEqual(pages.filter((name) => !(name.slice(0, -".html".length) in pageWords)), []);
  const { staffPageWords } = await site.load("words/staff_pages.ts");
  const staff = readdirSync(new URL("../../site/staff/", import.meta.url)).filter((name) => name.endsWith(".html"));
  assert.deepEqual(staff.filter((name) => !(name.slice(0, -".html".length) in staffPageWords)), []);
});

test("every item that a form asks has a label in both languages, every option a name (M2.3)", () => {
  const forms = built("forms");
  for (const words of [built("ja"), built("en")])
    for (const [form, items] of Object.entries(forms))
      for (const { name, options } of /** @type {{name: string, options: string[]}[]} */ (items)) {
        assert.ok(words.items[`${form}.${name}`]?.label, `${form}.${name}`);
        for (const option of options) assert.ok(words.options[`${name}.${option}`], `${name}.${option}`);
      }
});

test("the 19 fields and the 47 prefectures have names in both languages (M1.1, M2.3c)", () => {
  for (const words of [built("ja"), built("en")]) {
    assert.equal(Object.keys(words.fields).length, 19);
    assert.equal(Object.keys(words.prefectures).length, 47);
  }
});

test("a sentence takes its fillers literally, whatever they hold", async () => {
  const { fill, pieces } = await site.load("words/i18n.ts");
  assert.equal(fill("{a} と {b}", { a: "$&", b: "{a}" }), "$& と {a}");
  assert.deepEqual(pieces("前{here}後"), [{ text: "前" }, { slot: "here" }, { text: "後" }]);
});

test("an example of digits stays on one line, in help and in sentences (R1)", async () => {
  const { help, loadCoreWords, sentence } = await site.load("words/core_words.ts");
  await loadCoreWords("ja");
  assert.ok(help("log_in.user_id", {}).includes("例：\u206002-\u20604839162-\u20601"), help("log_in.user_id", {}));
  assert.ok(sentence("postal_code_digits").includes("例：\u2060100-\u20600001"), sentence("postal_code_digits"));
});

test("sentences after one another are apart by a space in English alone", async () => {
  const { speak, together } = await site.load("words/i18n.ts");
  assert.equal(together("一つ。", "二つ。"), "一つ。二つ。");
  speak("en");
  assert.equal(together("One.", "Two."), "One. Two.");
  speak("ja");
});

/** Every text of the pages and of core in a language, with where it stands. @param {"ja" | "en"} language @returns {Promise<[string, string][]>} */
async function texts(language) {
  const ofPages = await Promise.all(files.map(async (file) => [...sentences(await site.load(`words/${file}`), file)]));
  const { codes, items, states, periods, options } = built(language);
  const ofItems = Object.entries(items).flatMap(([name, item]) => [[`${name} label`, item.label], [`${name} help`, item.help ?? ""]]);
  return [
    ...ofPages.flat().map(([path, said]) => /** @type {[string, string]} */ ([path, said[language]])),
    ...[codes, states, periods, options].flatMap((part) => Object.entries(part)),
    .../** @type {[string, string][]} */ (ofItems),
  ];
}

test("the noun is 取下げ and the verb 取り下げる, but for the sentence that the manual prints (M4.1)", async () => {
  const manual = "応募の取り下げはできません";
  const wrong = (await texts("ja")).filter(([, text]) => /取下げ[るたらま]|取り下げ(?![るたらまて])/u.test(text.replace(manual, "")));
  assert.deepEqual(wrong, []);
});

test("English says email, never mail, for what comes by email (R1)", async () => {
  const wrong = (await texts("en")).filter(([, text]) => /\bmails?\b|\bmailed\b/iu.test(text.replaceAll("{mail}", "")));
  assert.deepEqual(wrong, []);
});
