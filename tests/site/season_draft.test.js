// A round of the season while it is edited: which of its moments stand (S4), on the real core.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createCore } from "../../build/wasm/staff/core.node.js";
import { openSite } from "./modules.js";

const site = await openSite();
after(() => site.close());
const { newRound, roundOf } = await site.load("pages/staff/season/draft.ts");
const { loadCoreWords } = await site.load("words/core_words.ts");
await loadCoreWords("ja");
const core = await createCore();

const entry = {
  registration_from: "2026-10-01 12:00", registration_until: "2026-11-01 12:00", adoption_from: "2026-11-05 12:00", adoption_until: "2026-11-20 12:00", notification_at: "2026-12-01 12:00",
};

test("S4 a moment that has come stands, one that lies ahead does not", () => {
  const round = roundOf({ entry, closed: [], begun: true, over: false }, core);
  const now = Date.parse("2026-11-05T12:00+09:00");
  const past = (/** @type {number} */ at) => Object.keys(entry).filter((name) => round.isPast(name, at));
  assert.deepEqual(past(now), ["registration_from", "registration_until", "adoption_from"]);
  assert.deepEqual(past(now - 1), ["registration_from", "registration_until"]);
  assert.deepEqual([round.hasBegunDeciding(now - 1), round.hasBegunDeciding(now)], [false, true]);
  round.form.type("adoption_from", "2027-01-01 12:00");
  assert.ok(round.isPast("adoption_from", now), "whatever is entered");
});

test("S4 no moment of a new round stands", () => {
  const round = newRound(core);
  assert.ok(!Object.keys(entry).some((name) => round.isPast(name, Date.now())));
});
