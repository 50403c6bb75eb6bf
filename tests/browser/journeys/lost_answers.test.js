// What the network loses on the way: a registration that was done but not answered, and links that lead nowhere any more, in the browser
// that opened them and in another one (M2.2, M2.5).
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../engines/page.js";
import { inspect } from "../harness/inspect.js";
import { startSenkoi } from "../harness/senkoi.js";
import { Applicant } from "../steps/applicant.js";
import { entries, linkFor } from "../steps/person.js";

const field = "02";
const hour = 3_600_000;

const said = {
  expired: { ja: "URLの有効期限（24時間）が切れています", en: "This link has expired (24 hours)" },
  over: { ja: "登録の時間（2時間）が過ぎました", en: "The two hours to register are over" },
  used: { ja: "このURLからの登録は済んでいます", en: "This link has already been used" },
  pediatrics: { ja: "小児科", en: "Pediatrics" },
};

for (const language of /** @type {const} */ (["ja", "en"])) {
  test(`answers that are lost, ${language}`, async (t) => {
    const senkoi = await startSenkoi("--demo-applicants", "50");
    t.after(() => senkoi.stop());
    const person = async () => {
      const page = await open("chromium", { locale: language === "ja" ? "ja-JP" : "en-GB" });
      t.after(() => page.close());
      return new Applicant(page, senkoi, language);
    };
    const [first] = (await senkoi.season()).schedule.rounds;
    const asked = first.registration_from + hour;
    const form = entries(901);
    const mail = "lost@example.jp";
    /** @param {Applicant} who @param {"expired" | "over" | "used"} end @param {string} of */
    const meets = async (who, end, of) => {
      await who.visitor.sees(said[end][language]);
      await who.visitor.sees(of);
      await who.visitor.sees(said.pediatrics[language]);
    };

    await t.test("M2.5 the registration that was heard but not answered is answered again with its user ID", async () => {
      await senkoi.clock(asked);
      const i = await person();
      await i.open(`/mail.html?field=${field}`);
      await i.asks_for_a_link_to(mail);
      await i.opens_the_link_in_the_letter();
      await i.fills_in_the_name_and_the_licence(form);
      await i.clicks("next");
      await i.fills_in_the_contact(form);
      await i.clicks("next");
      await i.fills_in_the_training(form);
      await i.clicks("next");
      await i.fills_in_the_password(form);
      await i.clicks("toCheck");
      senkoi.front.losing = "POST /api/v1/registrations";
      await i.clicks("register");
      await i.sees("away");
      senkoi.front.losing = "";
      await i.clicks("again");
      await i.receives_a_user_id();
      const letters = senkoi.post.to(mail).filter(({ text }) => text.includes(`${i.userId.slice(0, 2)}-`));
      assert.equal(letters.length, 1, "one user ID, one letter");
    });

    await t.test("M2.2 a used link, in another browser", async () => {
      const i = await person();
      await i.open((await linkFor(senkoi, mail)).link);
      await i.clicks("start");
      await meets(i, "used", mail);
      await inspect(i.visitor, `${language}-link-used`);
    });

    await t.test("M2.2 an expired link, in another browser: the new beginning knows field and address, after a reload too", async () => {
      await senkoi.send("POST", "/mail-addresses", { mail: "late@example.jp", field, language });
      const { link } = await linkFor(senkoi, "late@example.jp");
      await senkoi.clock(asked + 24 * hour);
      const i = await person();
      await i.open(link);
      await i.clicks("start");
      await meets(i, "expired", "late@example.jp");
      await i.visitor.page.evaluate("location.reload()");
      await meets(i, "expired", "late@example.jp");
      await inspect(i.visitor, `${language}-link-expired`);
      await i.clicks("startOver");
      await i.visitor.arrivesAt("/mail.html");
      await i.sees("send");
      assert.equal(await i.visitor.value("mail"), "late@example.jp");
    });

    await t.test("M2.2 the two hours are over, where they were spent and in another browser", async () => {
      await senkoi.clock(asked);
      await senkoi.send("POST", "/mail-addresses", { mail: "slow@example.jp", field, language });
      const { link } = await linkFor(senkoi, "slow@example.jp");
      const i = await person();
      await i.open(link);
      await i.clicks("start");
      await i.fills_in_the_name_and_the_licence(form);
      await senkoi.clock(asked + 2 * hour);
      await i.visitor.page.evaluate("location.reload()");
      await meets(i, "over", "slow@example.jp");
      const other = await person();
      await other.open(link);
      await other.clicks("start");
      await meets(other, "over", "slow@example.jp");
      await inspect(other.visitor, `${language}-link-time-over`);
    });
  });
}
