// The small module of the embeddable elements says what the whole one says: it is the same rules, and must stay so.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";
import { cases } from "../cases/expand.mjs";
import { createCore } from "./core.js";

const folder = new URL("../../build/wasm/embed/", import.meta.url);
if (!existsSync(new URL("core.js", folder))) throw new Error("build the embed's module first: toolchain/build");
const { createCore: createSmall } = await import(new URL("core.js", folder));
const [whole, small] = await Promise.all([createCore(), createSmall(readFileSync(new URL("core.wasm", folder)))]);

test("M2.1 every row of the table of mail addresses: the same finding, the same canonical value", () => {
  const rows = cases().filter(({ form, settings }) => form === "mail_entry" && !settings.refusedMailDomains && !settings.warnedMailDomains);
  assert.ok(rows.length > 20);
  const [one, other] = [small.form("mail_entry"), whole.form("mail_entry")];
  for (const { name, values, settings } of rows) {
    whole.configure(settings);
    for (const form of [one, other]) form.set("mail", values.mail);
    assert.deepEqual(one.checkItem("mail"), other.checkItem("mail"), name);
    assert.equal(one.get("mail"), other.get("mail"), name);
  }
});

test("M3.3 the search finds what the whole module's finds", () => {
  const entries = ["東京", "ﾄｳｷｮｳ", "とうきょう", "Tokyo", "ＴＯＫＹＯ", "大阪"].map((name, index) => ({ prefecture: index < 5 ? "13" : "27", facility: `${name}病院`, name }));
  const [one, other] = [small.search(entries), whole.search(entries)];
  for (const query of [{}, { prefecture: "27" }, { name: "トウキョウ" }, { facility: "tokyo" }, { name: "東", prefecture: "13" }, { name: "ない" }])
    assert.deepEqual(one.find(query), other.find(query), JSON.stringify(query));
});

test("M3.4 strictly above is over capacity", () => {
  for (const [applicants, capacity, over] of [[0, 0, false], [4, 5, false], [5, 5, false], [6, 5, true], [1, 0, true]])
    for (const core of [small, whole]) assert.equal(core.overCapacity(applicants, capacity), over, `${applicants} of ${capacity}`);
});

test("what does not fit is refused, not cut", () => {
  const form = small.form("mail_entry");
  form.set("mail", `a@${"b.".repeat(200)}jp`);
  assert.equal(form.checkItem("mail")?.severity, "error");
});
