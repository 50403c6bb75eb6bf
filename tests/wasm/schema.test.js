// @senkoi/core/schema: items, finished sentences, Standard Schema.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { itemsOf, sentenceOf, standardSchema } from "../../wasm/schema.js";
import { createCore } from "./core.js";

const words = (name) => JSON.parse(readFileSync(new URL(`../../build/words/${name}.json`, import.meta.url), "utf8"));
const forms = words("forms");
const ja = { words: words("ja"), forms }, en = { words: words("en"), forms };
const core = await createCore();
core.configure({ now: Date.parse("2018-10-25T12:00:00+09:00"), startYear: 2019 });

test("every item of every form has its label, and nothing is left to fill in", () => {
  for (const files of [ja, en]) {
    for (const name of Object.keys(forms)) {
      const items = itemsOf(name, files);
      assert.deepEqual(items.map((item) => item.name), [...core.form(name).items]);
      for (const item of items) {
        assert.ok(item.label && !/[{}]/.test(item.label + item.help), JSON.stringify(item));
        for (const option of item.options) assert.ok(option.value && option.label, JSON.stringify(item));
      }
    }
  }
  assert.equal(itemsOf("registration", ja).find(({ name }) => name === "prefecture")?.options.length, 47);
  const [password] = itemsOf("password_reset", { ...en, limits: { password: { min: 8, max: 64 } } });
  assert.match(password.help, /8.*64/);
});

test("a sentence is finished: label and limits stand in it", () => {
  const form = core.form("user_data");
  form.set("family_name", "山".repeat(65));
  const found = form.checkItem("family_name");
  assert.equal(sentenceOf("user_data", found, ja), "「姓」は64文字以内で入力してください。");
  assert.doesNotMatch(sentenceOf("user_data", found, en), /[{}]/);
});

test("Standard Schema: what the rules refuse are issues, what they accept comes back canonical", () => {
  const { version, vendor, validate } = standardSchema(core, "log_in", en)["~standard"];
  assert.deepEqual([version, vendor], [1, "senkoi"]);
  assert.deepEqual(validate({ user_id: "０２－４８３９１６２－１", password: "hush" }), { value: { user_id: "0248391621", password: "hush" } });
  const paths = (input) => validate(input).issues?.map(({ path }) => path?.join());
  assert.deepEqual(paths({ user_id: "02" }), ["user_id", "password"]);
  assert.deepEqual(paths({ user_id: "0248391621", password: 7 }), ["password"]);
  assert.deepEqual(paths({ user_id: "0248391621", password: "hush", admin: "yes" }), ["admin"]);
  for (const input of [null, "text", 1]) assert.equal(validate(input).issues?.length, 1);
  for (const { message } of validate({}).issues ?? []) assert.doesNotMatch(message, /[{}]/);
});

test("Standard Schema: a note stops nobody", () => {
  const full = { family_name: "山田", given_name: "太郎", registry_number: "123456", licence_year: "平成29", licence_month: "4", postal_code: "1130033", prefecture: "13",
    address: "文京区本郷1-2-3", phone: "0312345678", residency_program: "東京病院", track: "program", regional_quota: "no" };
  const { value, issues } = standardSchema(core, "user_data", ja)["~standard"].validate(full);
  assert.equal(issues, undefined);
  assert.equal(value.registry_number, "0123456");
});
