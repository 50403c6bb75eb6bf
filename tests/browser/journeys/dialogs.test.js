// The question before a weighty act: it stays while it is sent, gives way to what has overtaken it, and shows at a large zoom that more
// follows; and the buttons of all acts show that they run.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../engines/page.js";
import { inspect } from "../harness/inspect.js";
import { startSenkoi } from "../harness/senkoi.js";
import { until } from "../harness/until.js";
import { Applicant } from "../steps/applicant.js";
import { register } from "../steps/person.js";

const field = "02";
const hour = 3_600_000;
const slow = 3_000;
const dialog = 'document.querySelector("dialog:modal")';
const readsAgain = 'new BroadcastChannel("senkoi").postMessage("changed")';

const said = {
  sending: { ja: "送信しています。このままお待ちください。", en: "Sending. Please keep this page open." },
  left: { ja: "登録期間の終了まで あと", en: "Registration ends: " },
  close: { ja: "閉じる", en: "Close" },
  cancel: { ja: "キャンセル", en: "Cancel" },
  already: { ja: "応募できる専門研修プログラムは1つです。", en: "You can apply to only one program. To apply to another" },
  changed: { ja: "ほかの画面で変更されています", en: "was changed in another tab" },
  more: { ja: "↓ 続きがあります", en: "↓ There is more below" },
};

for (const language of /** @type {const} */ (["ja", "en"])) {
  test(`questions before a weighty act, ${language}`, async (t) => {
    const senkoi = await startSenkoi();
    t.after(() => senkoi.stop());
    const page = await open("chromium", { locale: language === "ja" ? "ja-JP" : "en-GB" });
    t.after(() => page.close());
    const i = new Applicant(page, senkoi, language);
    const [first] = (await senkoi.season()).schedule.rounds;
    await senkoi.clock(first.registration_from + hour);
    const me = await register(senkoi, field, 701);
    const { programs } = (await senkoi.send("GET", `/programs?field=${field}`)).body;
    const [one, two] = programs.filter((/** @type {any} */ each) => each.rounds.includes(1)).map((/** @type {any} */ each) => each.id);
    const asks = () => page.evaluate(`${dialog} !== null`);
    /** @param {keyof typeof said} words */
    const sees = (words) => i.visitor.sees(said[words][language]);
    /** @param {string} name */
    const look = (name) => inspect(i.visitor, `${language}-dialog-${name}`);
    await i.logs_in(me);
    await me.logIn();

    await t.test("it tells the time that is left, and becomes the closing sentence when that is over", async () => {
      await senkoi.clock(first.registration_until - 8_000);
      await i.opens_the_program(one);
      await i.clicks("apply");
      await sees("left");
      await look("countdown");
      await senkoi.clock(first.registration_until);
      await until("the end of the period", async () => {
        await page.evaluate(readsAgain);
        return (await i.visitor.says()).includes(i.say("closedMeanwhile"));
      });
      assert.ok(await asks());
      await look("over");
      await i.visitor.clicks(said.close[language]);
      await until("the dialog to close", async () => !(await asks()));
      await senkoi.clock(first.registration_from + hour);
    });

    await t.test("it becomes what another tab has done meanwhile", async () => {
      await i.opens_the_program(one);
      await i.clicks("apply");
      await i.sees("applyYes");
      assert.equal((await me.apply(two)).status, 201);
      await page.evaluate(readsAgain);
      await sees("already");
      await look("already-applied");
      await i.visitor.clicks(said.close[language]);
      await i.clicks("switch");
      await i.sees("switchYes");
      const [{ id }] = (await me.me()).applications;
      assert.equal((await me.send("POST", `/me/applications/${id}/withdrawal`, {})).status, 200);
      await page.evaluate(readsAgain);
      await i.sees("noApplication");
      await i.visitor.clicks(said.close[language]);
    });

    await t.test("on a slow line it stays, says that it is sending, and ends with the answer", async () => {
      await i.opens_the_program(one);
      await i.clicks("apply");
      await i.sees("applyYes");
      senkoi.front.delay = slow;
      await page.click("dialog .button--solid");
      await sees("sending");
      const busy = await page.evaluate(`[...${dialog}.querySelectorAll("button")].map((each) => each.getAttribute("aria-busy"))`);
      assert.deepEqual(busy, ["true"], "one button, and it is at work");
      await page.press("Escape");
      assert.ok(await asks(), "what is being sent can't be called off");
      await i.visitor.pictures(`${language}-dialog-sending`);
      await page.resize(1280, 900);
      senkoi.front.delay = 0;
      await i.visitor.arrivesAt("/mypage.html");
      await i.sees("applied");
      assert.equal((await me.me()).applications.filter((/** @type {any} */ each) => each.state === "applied").length, 1);
    });

    await t.test("a refusal ends it, and stands on the page", async () => {
      await i.open("/application.html");
      await i.clicks("withdraw");
      await i.sees("withdrawYes");
      senkoi.front.away = true;
      await i.clicks("withdrawYes");
      await i.sees("away");
      assert.ok(!(await asks()));
      senkoi.front.away = false;
      await i.clicks("again");
      await i.visitor.arrivesAt("/mypage.html");
      await i.sees("withdrawn");
    });

    await t.test("at 400 % it shows that more follows, until the end is seen", async () => {
      await i.opens_the_program(one);
      await i.clicks("apply");
      await i.sees("applyYes");
      await page.resize(320, 256);
      await until("the sign of more", () => page.evaluate(`${dialog}.hasAttribute("data-more") && ${dialog}.innerText.includes("${said.more[language]}")`));
      await page.screenshot(`build/screens/chromium/${language}-dialog-400.png`);
      await page.evaluate(`${dialog}.scrollTo(0, 9999)`);
      await until("no sign of more", () => page.evaluate(`!${dialog}.hasAttribute("data-more")`));
      await page.resize(1280, 900);
      await until("no sign of more in a large window", () => page.evaluate(`!${dialog}.hasAttribute("data-more")`));
      await i.visitor.clicks(said.cancel[language]);
    });

    await t.test("a button without a dialog shows that its act runs, and only as long as it does", async () => {
      await i.open(`/mail.html?field=${field}`);
      await i.visitor.types("mail", `slow-${language}@example.jp`);
      senkoi.front.delay = slow;
      await i.clicks("send");
      const busy = 'document.querySelector("main form button")?.getAttribute("aria-busy")';
      await until("the button at work", async () => (await page.evaluate(busy)) === "true");
      senkoi.front.delay = 0;
      await i.sees("sent");
      assert.equal(await page.evaluate('document.querySelectorAll("[aria-busy=true]").length'), 0);
    });
  });
}
