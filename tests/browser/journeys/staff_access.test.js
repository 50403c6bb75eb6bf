// The staff come in by real mail: the board invites a society's office, which joins with an authenticator, logs in and invites a
// director, who joins and logs in (S1, S3, S4; reliability 4, 14, 15, 18). Each page is looked at, in both languages.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../engines/page.js";
import { inspect } from "../harness/inspect.js";
import { startSenkoi } from "../harness/senkoi.js";
import { codeOf, unusedCode } from "../steps/authenticator.js";
import { StaffMember } from "../steps/staff.js";

const passwords = { office: "Kawa-no-nagare-42", director: "Yama.no.ue.ni.77", newer: "Umi-no-mukou-e-99" };

// Both at once: most of the time each waits for the authenticator's next code.
test("staff come in", { concurrency: true }, async (both) => {
  await Promise.all((/** @type {const} */ (["ja", "en"])).map((language) => both.test(language, async (t) => {
    const senkoi = await startSenkoi("--demo-applicants", "200");
    t.after(() => senkoi.stop());
    const page = await open("chromium", { locale: language === "ja" ? "ja-JP" : "en-GB" });
    t.after(() => page.close());
    const i = new StaffMember(page, senkoi, language);
    const { visitor } = i;
    const office = `office-${language}@example.jp`, director = `director-${language}@example.jp`;
    let ofOffice = { mail: "", password: "", key: "" }, ofDirector = ofOffice;
    let failed = false;
    /** @param {string} name */
    const look = (name) => inspect(visitor, `${language}-staff-${name}`);
    /** The scenes lean on each other. @param {string} name @param {() => Promise<void>} act */
    const scene = async (name, act) => {
      if (failed) return;
      await t.test(name, async () => {
        failed = true;
        await act();
        assert.deepEqual(senkoi.front.violations, [], "breaches of the content security policy");
        failed = false;
      });
    };

    await scene("the board logs in with password and confirmation code", async () => {
      await i.open("home.html");
      await i.sees("sessionOver");
      await look("no-session");
      await i.open("login.html");
      await i.clicks("logIn");
      await i.sees("required");
      await look("log-in-errors");
      await i.enters("board@example.jp", "Senkoi-demo-2019", "000000");
      await i.sees("failed");
      await look("log-in-failed");
      await i.logs_in_as_the_demos("board@example.jp");
      await look("home-board");
    });

    await scene("S4 the board invites a society's office by mail", async () => {
      await i.open("people.html");
      await i.visitor.fills({ role: "society", field: "02", name: "小児科 事務局 花子", mail: office });
      await look("people-board");
      await i.clicks("invite");
      await i.sees("invited");
      await i.leaves();
    });

    await scene("reliability 14 the office joins with an authenticator and keeps its recovery codes", async () => {
      const { key } = await i.opens_the_invitation(office);
      await look("join");
      ofOffice = await i.joins(office, passwords.office, key);
      await look("recovery-codes");
      await i.clicks("toLogIn");
      await i.logs_in(ofOffice);
      await look("home-society");
    });

    await scene("reliability 3 the link of the invitation works once", async () => {
      const { key } = await i.opens_the_invitation(office);
      assert.equal(key, "");
      await visitor.sees(language === "ja" ? "担当者としての登録やパスワードの設定がお済みの方" : "If you have set up your staff account");
      assert.doesNotMatch(await visitor.says(), /メールアドレスの入力から|by entering your email/u, "which is what applicants are told");
      await look("join-used");
    });

    await scene("reliability 14 a phone whose clock is an hour fast is told of its clock, and keeps the password", async () => {
      await i.open("home.html");
      await i.leaves();
      await i.enters(ofOffice.mail, ofOffice.password, codeOf(ofOffice.key, 120));
      await visitor.sees(language === "ja" ? "認証アプリを入れた端末の時計を自動設定にして" : "Please set the clock of the device");
      await look("log-in-clock");
      await visitor.fills({ confirmation_code: await unusedCode(ofOffice.key) });
      await i.clicks("logIn");
      await visitor.arrivesAt("/staff/home.html");
    });

    await scene("S3 the office invites a director for programs of its field", async () => {
      await i.open("people.html");
      await visitor.fills({ name: "統括 次郎", mail: director });
      await i.clicks("invite");
      await visitor.sees(language === "ja" ? "担当プログラムを1つ以上選んでください。" : "Please choose at least one program.");
      await page.click("#programs li:first-child .choice__box");
      assert.equal(await page.evaluate("document.querySelectorAll('#programs .choice__box:checked').length"), 1);
      assert.equal(await page.evaluate("document.activeElement?.matches('#programs .choice__box:checked')"), true);
      await look("people-society");
      await i.clicks("invite");
      await i.sees("invited");
      await visitor.sees("統括 次郎");
      await i.leaves();
    });

    await scene("S1 the director joins and logs in to the programs", async () => {
      const { key } = await i.opens_the_invitation(director);
      ofDirector = await i.joins(director, passwords.director, key);
      await i.clicks("toLogIn");
      await i.logs_in(ofDirector);
      await visitor.sees("小児科");
      await look("home-director");
      await i.open("people.html");
      await visitor.sees(language === "ja" ? "表示できませんでした" : "This page could not be loaded");
      await i.open("home.html");
      await i.leaves();
    });

    await scene("reliability 15 a forgotten password is set anew with the authenticator", async () => {
      senkoi.post.empty();
      await i.clicks("forgotten");
      await visitor.types("mail", office);
      await look("recover");
      await i.clicks("send");
      await i.sees("sent");
      await i.opens_the_invitation(office);
      await look("new-password");
      await visitor.fills({ password: passwords.newer, password_again: passwords.newer, confirmation_code: await unusedCode(ofOffice.key) });
      await i.clicks("setPassword");
      await i.sees("passwordSet");
    });

    await scene("reliability 18 a closed account can't come in any more", async () => {
      await i.logs_in_as_the_demos("board2@example.jp");
      await i.open("people.html");
      await visitor.types("find-people", "統括 次郎");
      await page.click(".cards > li:first-child .button--quiet");
      await i.clicks("closeYes");
      await i.sees("closed");
      await i.leaves();
      await i.enters(ofDirector.mail, ofDirector.password, await unusedCode(ofDirector.key));
      await i.sees("failed");
    });
  })));
});
