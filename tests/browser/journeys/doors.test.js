// Others' doors, as sentences: a stranger who knows an address takes neither form nor letters, a household's link sets one password, and a
// window acts for nobody but the person whom it shows (M1.3, M2.2, M6.2; reliability 3, 6, 46).
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../engines/page.js";
import { inspect } from "../harness/inspect.js";
import { startSenkoi } from "../harness/senkoi.js";
import { until } from "../harness/until.js";
import { Applicant } from "../steps/applicant.js";
import { sql } from "../steps/director.js";
import { Office } from "../steps/office.js";
import { entries, linkFor, register } from "../steps/person.js";

const field = "02";
const hour = 3_600_000;
const words = {
  fieldOfStranger: { ja: "（麻酔科領域）", en: "(Anesthesiology)" },
  choose: { ja: "パスワードを変更するユーザIDを選んでください。", en: "Choose the one to set a password for" },
  chooseThis: { ja: "このユーザIDのパスワードを変更", en: "Set the password of this user ID" },
  chooseOther: { ja: "ほかのユーザIDを選ぶ", en: "Choose another user ID" },
  others: { ja: "のパスワードは変わっていません。", en: "has not changed" },
  another: { ja: "ほかのウィンドウで別の方がログインした", en: "Someone else has logged in in another window" },
  refused: { ja: "操作は実行していません", en: "Nothing was done" },
  toLogIn: { ja: "ログインへ進む", en: "Go to login" },
  saveNotice: { ja: "保存する", en: "Save" },
  notices: { ja: "お知らせを書く", en: "Write a notice" },
};

/** As pages write a user ID. @param {string} id */
const shown = (id) => `${id.slice(0, 2)}-${id.slice(2, 9)}-${id.slice(9)}`;

for (const language of /** @type {const} */ (["ja", "en"])) {
  test(`others' doors, ${language}`, async (t) => {
    const senkoi = await startSenkoi("--demo-applicants", "20");
    t.after(() => senkoi.stop());
    const page = await open("chromium", { locale: language === "ja" ? "ja-JP" : "en-GB" });
    t.after(() => page.close());
    const i = new Applicant(page, senkoi, language);
    const [first] = (await senkoi.season()).schedule.rounds;
    await senkoi.clock(first.registration_from + hour);
    const say = (/** @type {keyof typeof words} */ word) => words[word][language];
    const look = (/** @type {string} */ name, visitor = i.visitor) => inspect(visitor, `${language}-doors-${name}`);
    const scene = (/** @type {string} */ name, /** @type {() => Promise<void>} */ act) => t.test(name, async () => {
      await act();
      assert.deepEqual(senkoi.front.violations, [], "breaches of the content security policy");
    });
    /** Whether a password lets its owner in. @param {string} userId @param {string} password */
    const letsIn = async (userId, password) => (await senkoi.send("POST", "/sessions", { user_id: userId, password })).status === 201;

    await scene("M2.2 a stranger asks for links in another field while the form is open: it is submitted all the same", async () => {
      const mail = "own@example.jp";
      const form = entries(501);
      await i.open(`/mail.html?field=${field}`);
      await i.asks_for_a_link_to(mail);
      await i.opens_the_link_in_the_letter();
      await i.fills_in_the_name_and_the_licence(form);
      for (let asked = 0; asked < 3; ++asked)
        assert.equal((await senkoi.send("POST", "/mail-addresses", { mail, field: "13", language })).status, 202);
      const { subject } = await senkoi.post.newest(mail, say("fieldOfStranger"));
      assert.ok(subject.includes(say("fieldOfStranger")), subject);
      await i.clicks("next");
      await i.fills_in_the_contact(form);
      await i.clicks("next");
      await i.fills_in_the_training(form);
      await i.clicks("next");
      await i.fills_in_the_password(form);
      await i.clicks("toCheck");
      await i.clicks("register");
      await i.receives_a_user_id();
      assert.equal(i.userId.slice(0, 2), field);
    });

    await scene("M1.3 two doctors share a mailbox: the link shows both user IDs and sets the password of one", async () => {
      const mail = "household@example.jp";
      const one = await register(senkoi, "01", 511, mail);
      senkoi.post.empty(); // the other's letter goes to the same address
      const other = await register(senkoi, field, 512, mail);
      await i.open("/recover.html");
      await i.visitor.types("mail", mail);
      await i.clicks("send");
      await i.sees("recoverySent");
      const { link } = await linkFor(senkoi, mail, "/reset.html");
      await i.open(link);
      await i.visitor.sees(say("choose"));
      for (const { userId } of [one, other]) await i.visitor.sees(shown(userId));
      await look("reset-choice");
      await page.evaluate(`[...document.querySelectorAll("main li")].find((each) => each.innerText.includes("${shown(other.userId)}")).querySelector("button").click()`);
      await i.sees("resetLead");
      await look("reset-chosen");
      await i.visitor.clicks(say("chooseOther"));
      await i.visitor.sees(say("choose"));
      await page.evaluate(`[...document.querySelectorAll("main li")].find((each) => each.innerText.includes("${shown(other.userId)}")).querySelector("button").click()`);
      await i.visitor.fills({ password: "Kaede2020n", password_again: "Kaede2020n" });
      assert.equal((await senkoi.send("POST", "/recoveries", { mail, language })).status, 202, "a stranger asks meanwhile");
      await i.clicks("reset");
      await i.sees("resetDone");
      await i.visitor.sees(shown(one.userId));
      await i.visitor.sees(say("others"));
      await look("reset-done-for-one");
      assert.deepEqual([await letsIn(other.userId, "Kaede2020n"), await letsIn(one.userId, one.password)], [true, true]);
      assert.equal(await letsIn(other.userId, other.password), false);
    });

    const [c, d] = [await register(senkoi, field, 521), await register(senkoi, field, 522)];
    const second = new Applicant(await /** @type {NonNullable<typeof page.another>} */ (page.another)(), senkoi, language);
    const accounts = () => sql(senkoi, `SELECT user_id, address FROM account WHERE user_id IN ('${c.userId}', '${d.userId}') ORDER BY user_id`);

    await scene("46 another logs in in a second window: the first begins anew with them, and says why", async () => {
      await i.logs_in(c);
      await i.open("/account.html?step=change");
      await i.visitor.fills({ address: "文京区本郷９−９−９" });
      await second.logs_in(d);
      await i.visitor.sees(say("another"));
      await look("another-logged-in");
      await i.goes_to_my_page();
      await i.visitor.sees(shown(d.userId));
      assert.ok(!(await i.visitor.says()).includes(say("another")), "once");
    });

    await scene("46 M6.2 a window that has not heard of it deletes nobody, begins anew and says that nothing was done", async () => {
      const before = accounts();
      await i.open("/account.html");
      await i.visitor.sees(shown(d.userId));
      // By the API alone, so that no window is told.
      await second.visitor.page.evaluate(`fetch("/api/v1/sessions", { method: "POST", headers: { "content-type": "application/json" },
        body: ${JSON.stringify(JSON.stringify({ user_id: c.userId, password: c.password }))} }).then((answer) => answer.status)`);
      await i.clicks("delete", "deleteGo", "deleteYes");
      await i.visitor.sees(say("refused"));
      await i.visitor.sees(shown(c.userId));
      await look("nothing-was-done");
      assert.deepEqual(accounts(), before);
    });

    await scene("46 M3.2 a log-out ends what every other window shows", async () => {
      await second.goes_to_my_page();
      await i.goes_to_my_page();
      await second.logs_out();
      await i.visitor.sees(say("toLogIn"));
      assert.ok(!(await i.visitor.says()).includes(shown(c.userId)));
      await i.logs_in(d);
      await i.visitor.sees(shown(d.userId));
    });

    await scene("46 a window of one office writes nothing for another", async () => {
      const [one, other] = [new Office(senkoi, "society", 2, "学会 一"), new Office(senkoi, "society", 1, "学会 二")];
      const [staff, elsewhere] = [i.visitor, second.visitor];
      await one.sitsDown(page);
      await staff.open(`/staff/notices.html?lang=${language}`);
      await staff.sees("学会 一");
      const before = sql(senkoi, "SELECT count(*) AS notices FROM notice");
      await other.sitsDown(second.visitor.page);
      await staff.clicks(say("notices"));
      await staff.fills({ published_at: "2018-11-01 12:00", title_ja: "件名", body_ja: "本文" });
      await staff.clicks(say("saveNotice"));
      await staff.sees(say("refused"));
      await staff.sees("学会 二");
      await look("nothing-was-done-staff", staff);
      assert.deepEqual(sql(senkoi, "SELECT count(*) AS notices FROM notice"), before);
      await elsewhere.open(`/staff/home.html?lang=${language}`);
      await elsewhere.sees("学会 二");
      await elsewhere.clicks(second.say("logOut"));
      await elsewhere.arrivesAt("/staff/login.html");
      await until("the first window to end", async () => !(await staff.says()).includes("学会 二"));
    });
  });
}
