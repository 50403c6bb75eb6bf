// What a form remembers and says, on the real core: the same module that runs in the browser.
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { createCore } from "../../build/wasm/core/core.node.js";
import { MemoryStorage, openSite } from "./modules.js";

const site = await openSite();
after(() => site.close());
const { FormState } = await site.load("parts/form/form_state.ts");
const { unaskedItems, partItems } = await site.load("parts/form/applicant_items.ts");
const { loadCoreWords } = await site.load("words/core_words.ts");
await loadCoreWords("ja");
const core = await createCore();
core.configure({ now: Date.UTC(2018, 10, 14), startYear: 2019 });

const tab = new MemoryStorage();
/** @type {any} */ (globalThis).sessionStorage = tab;

/** @type {any} */
let form;
const fillIn = (/** @type {Record<string, string>} */ values) => {
  for (const [name, value] of Object.entries(values)) form.type(name, value);
};

beforeEach(() => {
  form?.forget();
  form = new FormState("registration", core, { keepAs: "registration", unasked: unaskedItems });
});

test("M2.3a six full-width digits become seven on leaving the field, and the note stays", () => {
  form.type("registry_number", "１２３４５６");
  form.leave("registry_number");
  assert.equal(form.value("registry_number"), "0123456");
  assert.equal(form.finding("registry_number").severity, "note");
  form.check(partItems.person);
  assert.equal(form.finding("registry_number").severity, "note");
  form.type("registry_number", "01234567");
  assert.equal(form.finding("registry_number"), null);
});

test("M2.3a a date in the year fills the month as well, and says so", () => {
  form.type("licence_year", "平成29年4月");
  form.leave("licence_year");
  assert.deepEqual([form.value("licence_year"), form.value("licence_month")], ["2017", "4"]);
  assert.equal(form.finding("licence_year").code, "licence_year_converted");
  assert.equal(form.finding("licence_month").code, "licence_date_split");
});

test("M2.3a a month that was chosen before is not overwritten by a date in the year", () => {
  fillIn({ licence_month: "3", licence_year: "2017年4月" });
  form.leave("licence_month");
  form.leave("licence_year");
  assert.deepEqual([form.value("licence_year"), form.value("licence_month")], ["2017年4月", "3"]);
  assert.equal(form.finding("licence_year").severity, "error");
});

test("what a browser filled in without telling is taken over where nothing was entered", () => {
  form.type("family_name", "山田");
  const control = (/** @type {string} */ name) => ({ family_name: "佐藤", given_name: "花子", phone: "" })[name];
  form.takeFilled(control);
  assert.deepEqual([form.value("family_name"), form.value("given_name"), form.value("phone")], ["山田", "花子", ""]);
});

test("leaving an empty field says nothing; going on does", () => {
  form.leave("family_name");
  assert.equal(form.finding("family_name"), null);
  assert.equal(form.asked, false);
  assert.equal(form.check(partItems.person), false);
  assert.equal(form.asked, true);
  assert.equal(form.finding("family_name").severity, "error");
  assert.deepEqual(form.errors().map((/** @type {any} */ item) => item.name), partItems.person);
});

test("an error goes as soon as the value is right, and no earlier", () => {
  form.type("phone", "12");
  form.leave("phone");
  assert.equal(form.finding("phone").severity, "error");
  assert.equal(form.type("phone", "123"), true);
  assert.equal(form.finding("phone").severity, "error");
  assert.equal(form.type("phone", "03-1234-5678"), true);
  assert.equal(form.finding("phone"), null);
});

test("while one types, the value is left as typed", () => {
  form.type("registry_number", "１２");
  form.leave("registry_number");
  form.type("registry_number", "１２３４５６");
  assert.equal(form.value("registry_number"), "１２３４５６");
});

test("M2.3f the second password is compared once both are there", () => {
  fillIn({ password: "abcd1234", password_again: "abcd123" });
  form.leave("password");
  assert.equal(form.finding("password_again"), null);
  form.leave("password_again");
  assert.equal(form.finding("password_again").severity, "error");
  form.type("password_again", "abcd1234");
  form.leave("password_again");
  assert.equal(form.finding("password_again"), null);
});

test("M2.3d the reason is asked on the curriculum track alone, goes empty otherwise and comes back", () => {
  fillIn({ track: "curriculum", curriculum_reason: "other", curriculum_reason_text: "育児のため" });
  assert.equal(form.asks("curriculum_reason_text"), true);
  assert.equal(form.values().curriculum_reason_text, "育児のため");
  form.type("track", "program");
  assert.equal(form.asks("curriculum_reason"), false);
  assert.deepEqual([form.values().curriculum_reason, form.values().curriculum_reason_text], ["", ""]);
  form.type("track", "curriculum");
  assert.equal(form.values().curriculum_reason_text, "育児のため");
});

test("M2.3d the curriculum track without a reason does not go on", () => {
  fillIn({ residency_program: "千代田病院", track: "curriculum", regional_quota: "no" });
  assert.equal(form.check(partItems.training), false);
  assert.ok(form.finding("curriculum_reason").text.includes("理由"));
});

test("M2.3e consent is asked of whoever entered by regional quota", () => {
  fillIn({ residency_program: "千代田病院", track: "program", regional_quota: "yes" });
  assert.equal(form.check(partItems.training), false);
  form.type("regional_quota_consent", "yes");
  assert.equal(form.check(partItems.training), true);
});

test("M2.3h a warning is no hindrance, and goes when another answer makes it needless", () => {
  fillIn({ licence_year: "2017", licence_month: "4", residency_program: "なし", track: "program", regional_quota: "no" });
  assert.equal(form.check(partItems.training), true);
  assert.deepEqual(form.warnings().map((/** @type {any} */ item) => item.name), ["residency_program"]);
  fillIn({ licence_year: "2003" });
  assert.equal(form.check(), false, "the rest is empty");
  assert.deepEqual(form.warnings(), []);
});

test("M2.4 a reload or the back button loses nothing but the passwords, which are never kept", () => {
  fillIn({ family_name: "髙橋", password: "geheim123", password_again: "geheim123" });
  assert.ok(!tab.text.includes("geheim123"));
  const again = new FormState("registration", core, { keepAs: "registration" });
  assert.equal(again.value("family_name"), "髙橋");
  assert.equal(again.value("password"), "");
});

test("what the server refuses stands at its item; the rest is handed back", () => {
  const errors = [
    { field: "registry_number", code: "registry_number_taken", message: "…" },
    { field: "token", code: "link_expired", message: "…" },
  ];
  assert.deepEqual(form.refuse(errors), [errors[1]]);
  assert.ok(form.finding("registry_number").text.includes("ほかのユーザIDで登録されています"));
});

test("a code that this build does not know is told in the server's sentence", () => {
  form.refuse([{ field: "phone", code: "new_rule", message: "新しい規則です。" }]);
  assert.equal(form.finding("phone").text, "新しい規則です。");
});

test("when done, nothing stays: not in the form, not in the tab", () => {
  fillIn({ family_name: "髙橋", password: "geheim123" });
  form.forget();
  assert.equal(form.value("family_name"), "");
  assert.equal(form.value("password"), "");
  assert.ok(!tab.text.includes("髙橋"));
});

test("M6.1 a message names an item as the page does", async () => {
  const form = new FormState("password_change", core, { labels: { password: { ja: "新しいパスワード", en: "New password" } } });
  form.check();
  assert.equal(form.label("password"), "新しいパスワード");
  assert.match(form.finding("password").text, /「新しいパスワード」/);
  assert.match(form.finding("current_password").text, /「現在のパスワード」/);
});
