// What an applicant is told of where they stand, without a browser: who waits for a further round, and what stands out before results.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { MemoryStorage, openSite, textOf } from "./modules.js";

const site = await openSite();
after(() => site.close());
Object.assign(globalThis, {
  HTMLElement: class {}, customElements: { define() {} }, sessionStorage: new MemoryStorage(), localStorage: new MemoryStorage(),
  BroadcastChannel: class {},
});
const { waitsForRounds } = await site.load("parts/applicant/applicant.ts");
const { presentBanner } = await site.load("parts/season/season_status.ts");
const { timelineRounds } = await site.load("parts/season/timeline.ts");
const { stateCard } = await site.load("pages/mypage/state_card.ts");
const { loadCoreWords } = await site.load("words/core_words.ts");
await loadCoreWords("ja");

const day = 86_400_000;
const roundAt = (/** @type {number} */ round, /** @type {number} */ from) => ({
  round, registration_from: from, registration_until: from + day, adoption_from: from + 2 * day, adoption_until: from + 3 * day, notification_at: from + 4 * day,
});
const rounds = [roundAt(1, 0), roundAt(2, 10 * day)];

/** @param {string | null} state  of the application in the first round; null: none @param {object} present @param {object} may */
const applicant = (state, present, may = {}) => ({
  rounds,
  me: {
    applications: state === null ? [] : [{ id: 1, round: 1, state, applied_at: 1, changed_at: 1, program: { id: 2, name: "朝霧森コース", facility: "朝霧森病院", prefecture: "13" } }],
  },
  rules: { present: () => present, allowed: () => ({ apply: null, switch: null, withdraw: null, change: null, delete: null, ...may }) },
});
const notified = { round: 1, period: "notified", until: 10 * day };
const second = { round: 2, period: "registration", until: 11 * day };

for (const [state, waits] of /** @type {const} */ ([["adopted", false], ["held", false], ["rejected", true], ["declined", true], ["withdrawn", true], [null, true]]))
  test(`M5.3 ${state ?? "nobody's"}: ${waits ? "a" : "no"} countdown to the second round and to its end`, () => {
    for (const present of [notified, second]) {
      const reader = applicant(state, present);
      assert.equal(waitsForRounds(reader), waits);
      const drawn = textOf([presentBanner(present, rounds, waitsForRounds(reader)), timelineRounds({ rounds, present, now: present.until - day / 2, waits: waitsForRounds(reader) })]);
      assert.equal(drawn.includes("<senkoi-countdown"), waits, present.period);
    }
  });

test("M5.1 before the results whoever has applied waits for them, with the time left", () => {
  assert.ok(waitsForRounds(applicant("applied", { round: 1, period: "waiting", until: 4 * day })));
});

test("M5.2 before the results nobody is told in bold how to decline; M4.1 that the adoption period allows no withdrawal is", () => {
  const waiting = textOf(stateCard(applicant("applied", { round: 1, period: "waiting", until: 4 * day }, { withdraw: "withdrawal_after_adoption" })));
  assert.match(waiting, /<p>採用期間が終了したため/);
  assert.doesNotMatch(waiting, /<strong>/);
  const adoption = textOf(stateCard(applicant("applied", { round: 1, period: "adoption", until: 3 * day }, { withdraw: "in_adoption_period" })));
  assert.match(adoption, /<strong>採用期間中は応募の取り下げはできません。/);
});
