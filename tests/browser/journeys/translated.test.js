// A page that the browser translates goes on saying what is so: after every act, what is new is to be seen and what is over is gone (R1).
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../engines/page.js";
import { startSenkoi } from "../harness/senkoi.js";
import { translated } from "../harness/translation.js";
import { until } from "../harness/until.js";
import { Applicant } from "../steps/applicant.js";
import { register } from "../steps/person.js";

const field = "02";
const hour = 3_600_000;
/** As when another tab has acted. */
const readsAgain = 'new BroadcastChannel("senkoi").postMessage("changed")';

test("R1 a page translated by the browser", async (t) => {
  const senkoi = await startSenkoi();
  t.after(() => senkoi.stop());
  const page = await open("chromium");
  t.after(() => page.close());
  const i = new Applicant(page, senkoi, "ja");
  const [first] = (await senkoi.season()).schedule.rounds;
  await senkoi.clock(first.registration_from + hour);
  const me = await register(senkoi, field, 601);
  const { programs } = (await senkoi.send("GET", `/programs?field=${field}`)).body;
  const names = new Map(programs.map((/** @type {any} */ each) => [String(each.id), each.name]));
  /** @param {string} expression */
  const look = (expression) => page.evaluate(expression);
  /** @param {string} words */
  const gone = (words) => until(`"${words}" to be gone`, async () => !(await i.visitor.says()).includes(words));
  const translatedAsShown = async () => assert.ok((await translated(page)) > 0);
  /** @param {string} name @param {() => Promise<void>} act */
  const scene = (name, act) => t.test(name, async () => {
    await act();
    assert.deepEqual(page.troubles?.filter((each) => !each.includes("Failed to load resource")), []);
  });

  await scene("M2.1 an error comes, changes, and goes", async () => {
    await i.open(`/mail.html?field=${field}`);
    await i.visitor.settles();
    await translatedAsShown();
    await i.visitor.types("mail", "a@docomo.ne.jp");
    await i.clicks("send");
    await i.visitor.sees("ご案内のメールが届かないことがあるため");
    await i.sees("checkEntries");
    await translatedAsShown();
    await i.visitor.types("mail", "nobody");
    await i.clicks("send");
    await i.visitor.sees("「@」を含めて");
    await gone("ご案内のメールが届かないことがあるため");
    await translatedAsShown();
    await i.visitor.types("mail", "somebody@example.jp");
    await i.clicks("send");
    await i.sees("sent");
    await gone(i.say("checkEntries"));
  });

  await scene("M3.3 each link carries the name of the program that it leads to, after every search", async () => {
    await i.logs_in(me);
    await i.open("/search.html");
    await i.visitor.settles();
    for (const [word, prefecture] of [["大学", ""], ["病院", ""], ["", "27"], ["", ""], ["医科", ""]]) {
      await translatedAsShown();
      await i.visitor.types("name", word ?? "");
      await i.visitor.chooses("prefecture", prefecture ?? "");
      const count = programs.filter((/** @type {any} */ each) => each.name.includes(word) && (!prefecture || each.prefecture === prefecture)).length;
      await i.visitor.sees(`${count}件`);
      const rows = await look('[...document.querySelectorAll(".program-row__name")].map((a) => [new URL(a.href).searchParams.get("id"), a.innerText])');
      assert.ok(rows.length > 0);
      for (const [id, name] of rows) assert.equal(name, names.get(id));
    }
  });

  await scene("M3.4 the dialog asks, is answered, and my page shows the application; the other language replaces all", async () => {
    const { id } = programs.find((/** @type {any} */ each) => each.rounds.includes(1));
    await i.opens_the_program(id);
    await i.visitor.settles();
    await translatedAsShown();
    await i.clicks("apply");
    await i.visitor.sees(names.get(String(id)));
    await translatedAsShown();
    await i.visitor.clicks("キャンセル");
    await i.clicks("apply");
    await translatedAsShown();
    await i.clicks("applyYes");
    await i.visitor.arrivesAt("/mypage.html");
    await i.sees("applied");
    await translatedAsShown();
    await i.visitor.clicks("English");
    await i.visitor.sees("First round: you have applied.");
    for (const words of ["一次募集に応募しています", "現在の状況", "マスタースケジュール"]) await gone(words);
    await translatedAsShown();
    await i.visitor.clicks("日本語");
    await i.visitor.sees("一次募集に応募しています");
  });

  await scene("M4.1 the period that ends takes its sentences along", async () => {
    await translatedAsShown();
    await senkoi.clock(first.adoption_from);
    await look(readsAgain);
    await i.sees("noWithdrawal");
    await gone("応募を取り下げる、または応募先を変える場合は");
    await i.visitor.sees("採用期間です");
    await gone("登録（応募）期間です");
  });

  await scene("M5.1 the result takes the place of the application", async () => {
    await translatedAsShown();
    await senkoi.clock(first.notification_at);
    await look(readsAgain);
    await i.visitor.sees("一次募集の結果が出ています");
    await gone("一次募集に応募しています");
  });
});
