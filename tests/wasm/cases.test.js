// Every row of tests/cases against the module in node: the same answers as natively, to the byte.
import assert from "node:assert/strict";
import test from "node:test";
import { cases, searches } from "../cases/expand.mjs";
import { createCore } from "./core.js";

const core = await createCore();
const rows = cases();

function answer({ form: name, settings, values }) {
  core.configure(settings);
  const form = core.form(name);
  form.fill(values);
  const findings = form.check();
  const refused = new Set(findings.filter(({ severity }) => severity === "error").map(({ field }) => field));
  const accepted = form.items.filter((item) => !refused.has(item));
  return {
    codes: Object.fromEntries(findings.map(({ field, code }) => [field, code])),
    values: Object.fromEntries(accepted.map((item) => [item, form.get(item)])),
  };
}

for (const form of new Set(rows.map((row) => row.form))) {
  test(`the tables of ${form} (M2.1, M2.3a to M2.3h, M3.1, M3.3)`, () => {
    for (const row of rows.filter((candidate) => candidate.form === form)) {
      const { codes, values } = answer(row);
      assert.deepEqual(codes, row.expect.codes, row.name);
      const canonical = Object.fromEntries(Object.keys(values).map((item) => [item, row.expect.values[item] ?? row.values[item]]));
      assert.deepEqual(values, canonical, row.name);
    }
  });
}

test("an item checked alone says what the form says of it, unless another item has a word in it", () => {
  const between = new Set(["postal_code", "address", "residency_program", "curriculum_reason", "curriculum_reason_text", "regional_quota_consent", "licence_year", "licence_month", "password", "password_again"]);
  for (const row of rows) {
    core.configure(row.settings);
    const form = core.form(row.form);
    for (const item of form.items.filter((candidate) => !between.has(candidate))) {
      form.set(item, row.values[item]);
      assert.equal(form.checkItem(item)?.code, row.expect.codes[item], `${row.name}: ${item}`);
    }
  }
});

test("the table of searches (M3.3, M3.4)", () => {
  const { catalogue, searches: rows } = searches();
  const search = core.search(catalogue);
  for (const { name, query, found } of rows) assert.deepEqual([...search.find(query)], found, name);
});
