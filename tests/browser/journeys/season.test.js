// A whole season from an empty database, as sentences: the board opens it, societies bring their 3,205 programs, a thousand apply, directors
// decide 148 against a ceiling of 124 and the manual's 220 against 210, two people release, results, a decline, a second round, statistics
// (S1–S5, M3.7, M3.8, M5.1–M5.3). SEASON_APPLICANTS=8000 plays it with all.
import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { open } from "../engines/page.js";
import { auditSays, rehearseFromNothing } from "../harness/rehearsal.js";
import { until } from "../harness/until.js";
import { Applicant } from "../steps/applicant.js";
import { applies, appliesOnThePages, ask, crowdApplies, logsIn } from "../steps/crowd.js";
import { Director, sql } from "../steps/director.js";
import { Office } from "../steps/office.js";
import { adoptsAll, fields, lastSeason, limitsPassed, moment, programs, refusedIn, rejects, roomy, states, wishesOf, within } from "../steps/season.js";
import { adoptUpToTheCeiling, entersADecline, oneAdoptsUpToTheCeiling } from "../steps/season_directors.js";
import { bothRelease, comesIn, opensTheSeason, publishesTheCeilings, readsTheStatistics, societiesImport } from "../steps/season_offices.js";
import { StaffMember } from "../steps/staff.js";

const applicants = Number(process.env.SEASON_APPLICANTS ?? 1000);
const [tokyo, osaka] = [{ field: 2, prefecture: 13 }, { field: 1, prefecture: 27 }];
const hour = 3_600_000;
const results = "応募結果のお知らせ";

test(`a whole season from nothing, ${applicants} applicants`, async (t) => {
  const first = { mail: "board@example.jp", name: "機構 田中" };
  const { senkoi, letters } = await rehearseFromNothing(first);
  t.after(() => senkoi.stop());
  const page = await open("chromium", { locale: "ja-JP" });
  t.after(() => page.close());
  const i = new StaffMember(page, senkoi, "ja");
  const [early, late] = [new Applicant(page, senkoi, "ja"), new Applicant(page, senkoi, "ja")];
  const [one, other] = [new Office(senkoi, "board", null, "機構 中村"), new Office(senkoi, "board", null, "機構 佐藤")];
  const old = await lastSeason();
  const waiting = () => sql(senkoi, "SELECT count(*) AS n FROM application WHERE state = 'applied'")[0].n;
  const resultsOf = async (/** @type {string} */ mail) => (await letters.all()).filter(({ to, subject }) => to === mail && subject.includes(results));
  const lettersOut = () => until("the letters to be out", async () => {
    await pause(200);
    return sql(senkoi, "SELECT count(*) AS n FROM outbox")[0].n === 0;
  }, 120_000);
  let all = /** @type {import("../steps/season.js").Program[]} */ ([]);
  let directors = /** @type {Director[]} */ ([]);
  let crowd = /** @type {import("../steps/crowd.js").Registered[]} */ ([]);
  let failed = false;
  /** The scenes lean on each other. @param {string} name @param {() => Promise<void>} act */
  const scene = (name, act) => failed ? undefined : t.test(name, async () => {
    failed = true;
    await act();
    assert.deepEqual(senkoi.front.violations, [], "breaches of the content security policy");
    failed = false;
  });

  await scene("S4 the first of the board comes in, opens the season and publishes the ceilings", async () => {
    await comesIn(i, first.mail);
    await senkoi.clock("2018-10-01T12:00+09:00");
    await opensTheSeason(i);
    await publishesTheCeilings(i, old);
    await i.leaves();
  });

  await scene("S3 nineteen societies import their 3,205 programs, paediatrics on the page", async () => {
    await societiesImport(i, tokyo.field, old);
    all = programs(senkoi);
    assert.equal(all.length, 3205);
  });

  await scene("M2, M3.4 they register and apply by the API, two of them on the pages", async () => {
    await senkoi.clock(moment(1, "registration_from") + hour);
    const { wanted, wishes } = wishesOf(all, tokyo, osaka, applicants);
    await appliesOnThePages(early, 1, wanted);
    const began = Date.now();
    crowd = await crowdApplies(senkoi, letters, wishes);
    t.diagnostic(`${crowd.length} registered and applied by the API in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    await lettersOut();
    await appliesOnThePages(late, 2, wanted);
    assert.equal(waiting(), applicants);
    assert.deepEqual([states(senkoi, tokyo), states(senkoi, osaka)], [{ applied: 148 }, { applied: 220 }]);
  });

  await scene("S2 the directors of Tokyo's paediatrics adopt 124 of 148, and not one more", async () => {
    await senkoi.clock(moment(1, "adoption_from") + hour);
    directors = within(all, tokyo).map(({ id }) => new Director(senkoi, [id]));
    await adoptUpToTheCeiling(i, /** @type {Director} */ (directors[0]), directors.slice(1), tokyo, 124);
    assert.deepEqual(states(senkoi, tokyo), { adopted: 124, rejected: 24 });
  });

  await scene("M3.8 the manual's example: 220 want 233 seats under a ceiling of 210, ten are not adopted", async () => {
    const cell = within(all, osaka);
    assert.equal(cell.reduce((sum, { capacity }) => sum + capacity, 0), 233);
    await oneAdoptsUpToTheCeiling(new Director(senkoi, cell.map(({ id }) => id)), 210, 10);
    assert.deepEqual(states(senkoi, osaka), { adopted: 210, rejected: 10 });
  });

  await scene("S1 all others are decided, field by field", async () => {
    for (const field of fields) {
      const director = new Director(senkoi, all.filter((each) => each.field === field).map(({ id }) => id));
      await rejects(director, await adoptsAll(director));
    }
    assert.equal(waiting(), 0);
  });

  await scene("M5.1 two people release the results, which show at their time and not before", async () => {
    await senkoi.clock(moment(1, "adoption_until") + hour);
    await bothRelease(i, one, other);
    const { letters } = (await one.send("GET", "/staff/release/1")).body.release;
    assert.deepEqual(letters.map((/** @type {any} */ { language, count }) => [language, count]), [["ja", applicants], ["en", 0]]);
    const cookie = await logsIn(senkoi, late);
    await senkoi.clock(moment(1, "notification_at") - 1);
    const before = await ask(senkoi, "GET", "/me", undefined, cookie);
    assert.equal(before.status, 200);
    assert.doesNotMatch(JSON.stringify(before.body), /"(adopted|rejected)"/u);
    assert.deepEqual(await resultsOf(late.mail), []);
    await senkoi.clock(moment(1, "notification_at"));
    assert.match(JSON.stringify((await ask(senkoi, "GET", "/me", undefined, cookie)).body), /"rejected"/u);
    for (const [who, word] of /** @type {const} */ ([[early, "adopted"], [late, "rejected"]])) {
      await who.logs_in();
      await who.sees(word);
    }
    await lettersOut();
    assert.equal((await resultsOf(late.mail)).length, 1, "once");
  });

  await scene("M5.2 one declines, and the director enters it", async () => {
    await entersADecline(i, /** @type {Director} */ (directors[0]), tokyo);
    assert.deepEqual(states(senkoi, tokyo), { adopted: 123, declined: 1, rejected: 24 });
  });

  await scene("M5.3 who was refused applies in the second round; the ceiling has the declined place left, and no other", async () => {
    await senkoi.clock(moment(2, "registration_from") + hour);
    const [free, again] = [roomy(senkoi, { field: 2, prefecture: 12 }), roomy(senkoi, tokyo)];
    await late.logs_in();
    await late.opens_the_program(free);
    await late.applies();
    const refusedThen = refusedIn(senkoi, tokyo);
    for (const member of crowd.filter(({ userId }) => refusedThen.has(userId)).slice(0, 2)) await applies(senkoi, member, again);
    await senkoi.clock(moment(2, "adoption_from") + hour);
    assert.deepEqual(await adoptsAll(new Director(senkoi, [free])), []);
    await oneAdoptsUpToTheCeiling(new Director(senkoi, [again]), 124, 1);
    assert.deepEqual(states(senkoi, tokyo, 2), { adopted: 1, rejected: 1 });
    await senkoi.clock(moment(2, "adoption_until") + hour);
    await bothRelease(i, one, other);
    await senkoi.clock(moment(2, "notification_at"));
    await late.logs_in();
    await late.sees("adopted");
  });

  await scene("S4 the statistics tell it; no limit was passed in any cell; the audit log is sound", async () => {
    assert.deepEqual(await readsTheStatistics(i, one, tokyo.field, "東京都"),
      [18, 194, 149, 124, 25, 0, 1, 124].map(String), "programs, capacity, applicants but the declined, adopted, rejected, undecided, declined, ceiling");
    assert.deepEqual(limitsPassed(senkoi), []);
    assert.match(auditSays(senkoi), /sound/u);
  });
});
