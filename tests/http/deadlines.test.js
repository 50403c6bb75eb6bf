// Each deadline at one millisecond before and at the very instant, by the API: periods are half-open, by the server's clock alone.
import assert from "node:assert/strict";
import test from "node:test";
import { startSenkoi } from "../browser/harness/senkoi.js";
import { entries, linkFor, register } from "../browser/steps/person.js";

const field = "02";
const hour = 3_600_000;

test("deadlines by the API", async (t) => {
  const senkoi = await startSenkoi("--demo-applicants", "50");
  t.after(() => senkoi.stop());
  const [first] = (await senkoi.season()).schedule.rounds;
  await senkoi.clock(first.registration_from - 24 * hour);
  const { programs } = (await senkoi.send("GET", `/programs?field=${field}`)).body;
  const [program, other] = programs.filter((/** @type {any} */ each) => each.rounds.includes(1));
  let number = 100;
  const newcomer = async () => register(senkoi, field, ++number);
  const period = async () => (await senkoi.season()).present.period;

  /** Does the act at one millisecond before the instant and at it. @param {number} instant @param {(before: boolean) => Promise<void>} act */
  const aroundIt = async (instant, act) => {
    for (const before of [true, false]) {
      await senkoi.clock(before ? instant - 1 : instant);
      await act(before);
    }
  };
  /** @param {{status: number, body: any}} answer @param {number | string} expected  status, or the code of the refusal */
  const answers = ({ status, body }, expected) => assert.equal(status < 300 ? status : body.code, expected, JSON.stringify(body));
  /** @param {import("../browser/steps/person.js").Member} member */
  const withdrawal = async (member) => {
    const { applications } = await (await member.logIn()).me();
    return member.send("POST", `/me/applications/${applications.at(-1).id}/withdrawal`, {});
  };

  const early = await newcomer();
  await t.test("M3.5 registration opens", () =>
    aroundIt(first.registration_from, async (before) => {
      assert.equal(await period(), before ? "before" : "registration");
      answers(await (await early.logIn()).apply(program.id), before ? "registration_not_open" : 201);
    }));

  const late = await newcomer();
  const later = await newcomer();
  await t.test("M3.5 registration ends; M4.1 withdrawal ends with it", () =>
    aroundIt(first.registration_until, async (before) => {
      assert.equal(await period(), before ? "registration" : "gap");
      answers(await (await (before ? late : later).logIn()).apply(program.id), before ? 201 : "registration_over");
      answers(await withdrawal(before ? early : late), before ? 200 : "withdrawal_in_gap");
    }));

  await t.test("M4.1 D: switching ends with the registration period", async () => {
    await senkoi.clock(first.registration_until - 1);
    await (await later.logIn()).apply(program.id);
    const { applications } = await later.me();
    const path = `/me/applications/${applications.at(-1).id}/switch`;
    await senkoi.clock(first.registration_until);
    const refused = await later.send("POST", path, { program_id: other.id });
    assert.equal(refused.status, 409, JSON.stringify(refused.body));
    await senkoi.clock(first.registration_until - 1);
    answers(await later.send("POST", path, { program_id: other.id }), 201);
  });

  await t.test("M6.2 the user ID can't be deleted while an application is live", async () => {
    await senkoi.clock(first.registration_until - 1);
    answers(await (await late.logIn()).send("DELETE", "/me"), "live_application");
  });

  await t.test("M2.2 a link is good for 24 hours, then two hours remain", async () => {
    const asked = first.registration_from;
    /** @param {string} mail */
    const link = async (mail) => {
      await senkoi.clock(asked);
      await senkoi.send("POST", "/mail-addresses", { mail, field, language: "ja" });
      return (await linkFor(senkoi, mail)).token;
    };
    const opened = asked + 24 * hour - 1;
    const [good, spent] = [await link("in-time@example.jp"), await link("too-late@example.jp")];
    await senkoi.clock(opened);
    answers(await senkoi.send("POST", "/registrations/open", { token: good }), 200);
    await senkoi.clock(opened + 1);
    answers(await senkoi.send("POST", "/registrations/open", { token: spent }), "link_expired");
    await senkoi.clock(opened + 2 * hour);
    answers(await senkoi.send("POST", "/registrations", { token: good, ...entries(190) }), "link_time_over");
    await senkoi.clock(opened + 2 * hour - 1);
    answers(await senkoi.send("POST", "/registrations", { token: good, ...entries(190) }), 201);
  });

  await t.test("M4.1 the adoption period begins; M6.1 the end of one's own changes", () =>
    aroundIt(first.adoption_from, async (before) => {
      assert.equal(await period(), before ? "gap" : "adoption");
      answers(await withdrawal(late), before ? "withdrawal_in_gap" : "in_adoption_period");
      const { password, password_again, ...data } = entries(102);
      answers(await late.send("PUT", "/me", data), before ? 200 : "change_through_director");
    }));

  await t.test("M4.1 the adoption period ends", () =>
    aroundIt(first.adoption_until, async (before) => {
      assert.equal(await period(), before ? "adoption" : "waiting");
      answers(await withdrawal(late), before ? "in_adoption_period" : "withdrawal_after_adoption");
    }));

  await t.test("M5.1 results come out", () =>
    aroundIt(first.notification_at, async (before) => {
      assert.equal(await period(), before ? "waiting" : "notified");
      const { applications } = await (await late.logIn()).me();
      const { state } = applications.at(-1);
      assert.ok(before ? state === "applied" : ["adopted", "rejected", "held"].includes(state), state);
    }));

  await t.test("M5.1 the demo's clock never goes back behind a decision", async () => {
    const refused = await senkoi.clock(first.notification_at - 1);
    answers(refused, "demo_clock_back");
    assert.equal(refused.status, 409);
    answers(await senkoi.send("POST", "/demo/clock", { reset: true }), "demo_clock_back");
    assert.equal((await senkoi.season()).server_now, first.notification_at);
    assert.equal((await senkoi.clock(first.notification_at)).status, 200);
  });
});
