// The hand-written types are true: they compile under --strict, and name what is there at run time, no more and no less.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { createCore, folder } from "./core.js";
import * as keys from "./keys.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const words = (name) => JSON.parse(readFileSync(new URL(`../../build/words/${name}.json`, import.meta.url), "utf8"));
const same = (promised, there) => assert.deepEqual(Object.keys(promised).sort(), [...there].sort());
const core = await createCore();

test("the types compile under --strict, and so does a page that uses them", () => {
  execFileSync(here("../node_modules/.bin/tsc"), ["--project", here("tsconfig.json")], { stdio: "pipe", encoding: "utf8" });
});

test("every promised key is there at run time, and no other", () => {
  same(keys.core, Object.keys(core));
  same(keys.form, Object.keys(core.form("mail_entry")));
  same(keys.finding, Object.keys(core.form("mail_entry").checkItem("mail")));
  same(keys.search, Object.keys(core.search([])));
  same(keys.present, Object.keys(core.present([], 0)));
  same(keys.allowed, Object.keys(core.allowed([], 0, [])));
});

test("names of forms, periods, states and severities are core's own", () => {
  same(keys.forms, Object.keys(words("forms")));
  same(keys.periods, Object.keys(words("ja").periods));
  same(keys.states, Object.keys(words("ja").states));
  const severities = new Set(Object.values(words("codes")).map(({ severity }) => severity));
  same(keys.severities, severities);
});

test("the items of each form are those of forms.json", () => {
  for (const [name, items] of Object.entries(words("forms"))) {
    assert.deepEqual([...core.form(name).items], items.map((item) => item.name));
  }
});

test("the items that the types name are those of forms.json, and of nothing else", () => {
  const types = readFileSync(new URL("core.d.ts", folder), "utf8");
  const named = /interface FormItems \{(.*?)\n\}/s.exec(types)?.[1] ?? "";
  const forms = named.split(";").map((form) => form.split(":")).filter(([name]) => name?.trim())
    .map(([name, items = ""]) => [name?.trim(), [...items.matchAll(/"(\w+)"/g)].map(([, item]) => item)]);
  assert.deepEqual(Object.fromEntries(forms), Object.fromEntries(Object.entries(words("forms")).map(([name, items]) => [name, items.map((item) => item.name)])));
});

test("both glues offer createCore alone", async () => {
  for (const file of ["core.node.js", "core.js"]) {
    assert.deepEqual(Object.keys(await import(new URL(file, folder))), ["createCore"]);
  }
});
