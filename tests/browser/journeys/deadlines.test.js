// Each deadline at one millisecond before and at the very instant, as the pages show it; server and browser stand still at that instant.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../engines/page.js";
import { startSenkoi } from "../harness/senkoi.js";
import { Applicant } from "../steps/applicant.js";
import { register } from "../steps/person.js";

const field = "02";

test("deadlines by the pages", async (t) => {
  const senkoi = await startSenkoi("--demo-applicants", "50");
  t.after(() => senkoi.stop());
  const page = await open("chromium");
  t.after(() => page.close());
  const i = new Applicant(page, senkoi, "ja");
  const [first] = (await senkoi.season()).schedule.rounds;
  const { programs } = (await senkoi.send("GET", `/programs?field=${field}`)).body;
  const capped = ["13", "14", "23", "27", "40"];
  const adopts = (/** @type {any} */ { id, prefecture, applicants, capacity }) =>
    id % 5 !== 0 && id % 40 !== 7 && !capped.includes(prefecture) && applicants < capacity;
  const program = programs.find((/** @type {any} */ each) => each.rounds.includes(1) && adopts(each));

  /** @param {number} instant */
  const standAt = async (instant) => {
    assert.equal((await senkoi.clock(instant)).status, 200);
    await page.standStill?.(instant);
  };
  await standAt(first.registration_from);
  const me = await register(senkoi, field, 301);

  /**
   * Logs in and opens each page at one millisecond before the instant and at it: [path, what it says before, what it says then].
   * @param {string} name @param {number} instant @param {[path: string, before: string, after: string][]} pages
   */
  const around = (name, instant, ...pages) =>
    t.test(name, async () => {
      for (const [at, now, not] of /** @type {const} */ ([[instant - 1, 1, 2], [instant, 2, 1]])) {
        await standAt(at);
        await i.logs_in(me);
        for (const page of pages) {
          await i.open(page[0]);
          await i.visitor.settles();
          await i.visitor.sees(page[now]);
          if (page[not]) assert.ok(!(await i.visitor.says()).includes(page[not]), `${name}: "${page[not]}" at ${new Date(at).toISOString()}`);
        }
      }
      assert.deepEqual(senkoi.front.violations, []);
    });

  const programPage = `/program.html?id=${program.id}`;
  await around("M3.5 registration opens, on my page", first.registration_from, ["/mypage.html", "募集開始をお待ちください", "まだ応募していません"]);
  await around("M3.4 registration opens, on a program's page", first.registration_from, [programPage, "いまは応募できません", "登録期間の終了まで"]);
  await around("M3.5 registration ends, on a program's page", first.registration_until, [programPage, "登録期間の終了まで", "いまは応募できません"]);

  await standAt(first.registration_until - 1);
  assert.equal((await (await me.logIn()).apply(program.id)).status, 201);
  await around("M4.1 withdrawal ends with registration", first.registration_until, ["/application.html", "取下げができるのは", "いまは取り下げられません"]);
  await around("M4.1 the adoption period begins, and M6.1 changes end with it", first.adoption_from,
    ["/application.html", "登録（応募）期間が終了したため", "採用期間中は応募の取り下げはできません。"],
    ["/account.html", "", "いまはご自身で変更できません"]);
  await around("M5.1 results come out", first.notification_at, ["/mypage.html", "この欄に表示されます", "採用が決まりました"]);
});
