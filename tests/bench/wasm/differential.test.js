// The peers refuse the same items as core on every registration of tests/cases and on random ones: otherwise their speed would say nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test, { before } from "node:test";
import { cases } from "../../cases/expand.mjs";
import { createCore } from "../../wasm/core.js";
import { bundles, folder, peers } from "./build.js";
import { items } from "./peers/reading.js";
import { fiveErrors, fiveNames, settings, valid } from "./forms.js";

let core, form, contestants, checks;
before(async () => {
  await bundles();
  core = await createCore();
  form = core.form("registration");
  contestants = {};
  for (const peer of peers) contestants[peer] = (await import(new URL(`${peer}.js`, folder))).default;
  checks = Object.fromEntries(peers.map((peer) => [peer, contestants[peer](settings)]));
});

function refused(values, configured) {
  core.configure(configured);
  form.fill(values);
  return form.check().filter(({ severity }) => severity === "error").map(({ field }) => field).toSorted();
}

const usual = ({ passwordMin, passwordMax }) => passwordMin === undefined && passwordMax === undefined;

for (const peer of peers) {
  test(`${peer} refuses what core refuses, row by row (M2.3 to M2.3h)`, () => {
    for (const row of cases().filter(({ form, settings: its }) => form === "registration" && usual(its))) {
      const wrong = contestants[peer]({ now: row.settings.now })(row.values).toSorted();
      assert.deepEqual(wrong, refused(row.values, row.settings), row.name);
    }
  });
}

test("all refuse the same of random forms", () => {
  let state = 20190401;
  const below = (bound) => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0), state % bound);
  const pieces = JSON.parse(readFileSync(new URL("../../wasm/fragments.json", import.meta.url), "utf8"));
  for (let turn = 0; turn < 20_000; ++turn) {
    const values = { ...valid };
    for (let changes = 1 + below(4); changes > 0; --changes) {
      const item = items[below(items.length)];
      values[item] = (below(2) ? values[item] : "") + pieces[below(pieces.length)] + (below(3) ? "" : pieces[below(pieces.length)]);
    }
    const expected = refused(values, settings);
    for (const peer of peers) assert.deepEqual(checks[peer](values).toSorted(), expected, `${peer} ${JSON.stringify(values)}`);
  }
});

test("the five errors are five, and the valid form has none", () => {
  for (const peer of peers) {
    const check = contestants[peer](settings);
    assert.deepEqual(check(valid), [], peer);
    assert.deepEqual(check(fiveErrors).toSorted(), fiveNames.toSorted(), peer);
  }
  assert.deepEqual(refused(fiveErrors, settings), fiveNames.toSorted());
});
