// What senkoi-describe writes for the pages: both languages whole, and every form, option and code with its words.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const read = (name) => JSON.parse(readFileSync(new URL(`../../build/words/${name}.json`, import.meta.url), "utf8"));
const [ja, en, forms, codes] = ["ja", "en", "forms", "codes"].map(read);

test("both languages hold the same keys, none of them empty but a help and ok", () => {
  assert.deepEqual(Object.keys(ja), ["codes", "items", "options", "fields", "societies", "prefectures", "states", "periods", "rounds", "roles"]);
  for (const part of Object.keys(ja)) {
    assert.deepEqual(Object.keys(ja[part]), Object.keys(en[part]), part);
    for (const words of [ja, en]) {
      for (const [key, said] of Object.entries(words[part])) assert.ok(key === "ok" || (said.label ?? said) !== "", `${part}.${key}`);
    }
  }
});

test("M1.1 nineteen fields, their societies, and 47 prefectures (M2.3c)", () => {
  assert.equal(Object.keys(ja.fields).length, 19);
  assert.equal(ja.fields["02"], "小児科");
  assert.equal(ja.societies["02"], "日本小児科学会");
  assert.equal(Object.keys(ja.prefectures).length, 47);
  assert.equal(ja.prefectures["13"], "東京都");
});

test("every round of a season has its name", () => {
  assert.deepEqual(Object.values(ja.rounds).slice(0, 4), ["一次募集", "二次募集", "最終調整", "第4回募集"]);
  assert.equal(Object.keys(en.rounds).length, 8);
});

test("every item of every form has its label, every option its own", () => {
  for (const [form, items] of Object.entries(forms)) {
    for (const { name, options } of items) {
      assert.ok(ja.items[`${form}.${name}`].label, `${form}.${name}`);
      for (const option of options) assert.ok(en.options[`${name}.${option}`], `${name}.${option}`);
    }
  }
});

test("S3 the forms of staff have words of their own, and pages of applicants do not carry them", () => {
  const [staffJa, staffEn, staffForms] = ["staff.ja", "staff.en", "staff.forms"].map(read);
  for (const [form, items] of Object.entries(staffForms)) {
    for (const { name, options } of items) {
      for (const words of [staffJa, staffEn]) {
        assert.ok(words.items[`${form}.${name}`].label, `${form}.${name}`);
        for (const option of options) assert.ok(words.options[`${name}.${option}`], `${name}.${option}`);
      }
    }
  }
  assert.equal(staffJa.options["role.director"], ja.roles.director);
  assert.equal(staffJa.options["field.02"], ja.fields["02"]);
  assert.ok(!Object.keys(ja.items).some((item) => item.startsWith("staff_")));
  assert.ok(!("role.director" in ja.options));
});

test("an item says how it is asked for", () => {
  const registration = Object.fromEntries(forms.registration.map((item) => [item.name, item]));
  assert.deepEqual(registration.registry_number, {
    name: "registry_number", kind: "digits", required: true, min: 7, max: 7, autocomplete: "off", inputmode: "numeric", options: [],
  });
  assert.deepEqual(registration.track.options, ["program", "curriculum"]);
  assert.equal(registration.curriculum_reason_text.kind, "textarea");
  assert.equal(registration.curriculum_reason_text.required, false);
  assert.equal(registration.password.autocomplete, "new-password");
  assert.equal(forms.mail_entry[0].inputmode, "email");
});

test("M4.1 the manual's sentence reaches the page", () => {
  assert.ok(ja.codes.in_adoption_period.startsWith("採用期間中は応募の取り下げはできません。"));
});

test("codes are numbered from 0, each with its severity", () => {
  assert.deepEqual(Object.values(codes).map(({ number }) => number), Object.keys(codes).map((_, number) => number));
  assert.deepEqual(codes.registry_number_padded.severity, "note");
  assert.deepEqual(Object.keys(codes), Object.keys(ja.codes));
});
