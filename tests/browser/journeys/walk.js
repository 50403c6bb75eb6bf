// The applicant's manual from 1.1 to 7.1, in its order and with its numbers, in one browser.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../engines/page.js";
import { inspect } from "../harness/inspect.js";
import { startSenkoi } from "../harness/senkoi.js";
import { until } from "../harness/until.js";
import { Applicant } from "../steps/applicant.js";
import { entries, register } from "../steps/person.js";

const field = "02"; // 小児科 has ceilings
const hour = 3_600_000;
const capped = ["13", "14", "23", "27", "40"]; // the prefectures with ceilings

/**
 * @param {"chromium" | "firefox" | "webkit"} engine
 * @param {import("../steps/words.js").Language} language
 * @param {{looking?: boolean}} [options]  looking: axe, reflow and pictures at every screen
 */
export function walkTheManual(engine, language, { looking = false } = {}) {
  test(`the manual from 1.1 to 7.1 in ${engine}, ${language} (R1)`, async (t) => {
    const senkoi = await startSenkoi();
    t.after(() => senkoi.stop());
    const page = await open(engine, { locale: language === "ja" ? "ja-JP" : "en-GB" });
    t.after(() => page.close());
    const i = new Applicant(page, senkoi, language);
    const { rounds } = (await senkoi.season()).schedule;
    const [first, second] = rounds;
    /** @type {any[]} */
    const colleagues = [];
    let me = { userId: "", password: "" };
    let failed = false;

    /** One part of the manual; the parts lean on each other, so the first failure ends the walk. @param {string} name @param {() => Promise<void>} act */
    const scene = async (name, act) => {
      if (failed) return;
      await t.test(name, async () => {
        failed = true;
        await act();
        assert.deepEqual(senkoi.front.violations, [], "breaches of the content security policy");
        failed = false;
      });
    };
    /** @param {string} name */
    const look = async (name) => {
      if (looking) await inspect(i.visitor, `${language}-${name}`);
    };

    await senkoi.clock(first.registration_until - 48 * hour);

    await scene("M1.1 a society's page leads to registration and log-in", async () => {
      await i.open("/");
      await look("1.1-all-fields");
      await i.enters_the_page_of_a_society(field);
      await look("1.1-society");
      await i.clicks("newcomer");
      await i.visitor.arrivesAt("/mail.html");
    });

    await scene("M2.1 a mobile-phone address is refused, another is taken", async () => {
      await i.asks_for_a_link_to("hanako@docomo.ne.jp");
      await i.sees("carrier");
      assert.equal(senkoi.post.letters.length, 0);
      await look("2.1-carrier-refused");
      await i.asks_for_a_link_to("ｈanako@example.jp");
      await i.sees("sent");
      await look("2.1-sent");
    });

    const form = entries(1);
    await scene("M2.2 the letter's link opens the form by a button", async () => {
      i.mail = "hanako@example.jp";
      await i.opens_the_link_in_the_letter();
      await look("2.3-person-empty");
    });

    await scene("M2.3 the form, in short steps; M2.3a six digits get a leading 0; M2.3b years are computed", async () => {
      await i.clicks("next");
      await look("2.3-person-errors");
      await i.fills_in_the_name_and_the_licence({ ...form, registry_number: "７００００１" });
      await i.sees("threeYears");
      await look("2.3-person");
      await i.clicks("next");
      await look("2.3-contact-empty");
      await i.fills_in_the_contact(form);
      await i.clicks("next");
      await i.visitor.chooses("track", "curriculum");
      await i.visitor.chooses("curriculum_reason", "other");
      await i.visitor.types("curriculum_reason_text", "育児のため");
      await i.visitor.chooses("regional_quota", "yes");
      await look("2.3-training-curriculum");
      await i.fills_in_the_training(form);
      await i.clicks("next");
      await i.fills_in_the_password(form);
      await look("2.3-password");
      await i.clicks("toCheck");
    });

    await scene("M2.4 the check page shows all, goes back with nothing lost, and registers", async () => {
      for (const value of ["髙橋", "0700001", "千恋病院臨床研修プログラム"]) await i.visitor.sees(value);
      await look("2.4-check");
      await i.clicks("back", "back", "back", "back");
      assert.equal(await i.visitor.value("family_name"), "髙橋");
      await i.clicks("next", "next", "next");
      await i.fills_in_the_password(form);
      await i.clicks("toCheck", "register");
    });

    await scene("M2.5 the user ID is shown and mailed", async () => {
      const shown = await i.receives_a_user_id();
      me = { userId: i.userId, password: form.password ?? "" };
      const letter = await senkoi.post.newest("hanako@example.jp", shown);
      assert.ok(letter.text.includes("髙橋"), letter.text);
      await look("2.5-done");
    });

    await scene("M3.1 log-in greets by name; my page has six parts", async () => {
      await i.open("/login.html");
      await look("3.1-log-in");
      await i.logs_in();
      await i.visitor.sees("髙橋");
      await until("six parts, which are drawn one after the other", async () => (await i.visitor.page.evaluate('document.querySelectorAll("main h2").length')) >= 6);
      await look("3.1-my-page");
    });

    // The demo's directors take applicants in the order of their coming while seats and ceiling last; some leave theirs undecided.
    const { programs } = (await senkoi.send("GET", `/programs?field=${field}`)).body;
    /** @param {(program: any) => boolean} fits */
    const oneWhere = (fits) => programs.find((/** @type {any} */ each) => each.rounds.includes(1) && fits(each));
    const decides = (/** @type {any} */ { id }) => id % 5 !== 0 && id % 40 !== 7;
    const wanted = oneWhere((each) => each.prefecture === "13" && each.applicants > each.capacity && decides(each));
    const roomy = oneWhere((each) => !capped.includes(each.prefecture) && each.applicants < each.capacity && decides(each));
    const hesitant = oneWhere(({ id }) => id % 40 === 7);

    await scene("M3.3 search by prefecture and facility leads to a program and back", async () => {
      await i.clicks("searchPrograms");
      await i.visitor.arrivesAt("/search.html");
      const before = senkoi.front.requests.length;
      await i.visitor.chooses("prefecture", "13");
      await i.visitor.types("facility", wanted.facility);
      await i.visitor.sees(wanted.name);
      const asked = senkoi.front.requests.slice(before).filter(({ path }) => path.startsWith("/api/v1/programs"));
      assert.deepEqual(asked, [], "the search asks nobody");
      await look("3.2-search");
      await i.visitor.clicks(wanted.name);
      await i.visitor.arrivesAt("/program.html");
      await look("3.2-program");
      await i.clicks("backToResults");
      await i.visitor.arrivesAt("/search.html");
      assert.equal(await i.visitor.value("facility"), wanted.facility);
      await i.visitor.clicks(wanted.name);
    });

    await scene("M3.4 applying asks once more; M3.5 one application; M3.6 my page shows it at once", async () => {
      await i.clicks("apply");
      await look("3.2-apply-question");
      await i.clicks("applyYes");
      await i.sees("applied");
      await look("3.2-applied");
      await i.goes_to_my_page();
      await i.visitor.sees(wanted.name);
      await look("3.2-my-page-applied");
    });

    await scene("M3.7 the prefecture's ceiling is shown", async () => {
      await i.open(`/program.html?id=${wanted.id}`);
      await i.sees("ceiling");
      await i.open(`/figures.html?field=${field}`);
      await i.sees("ceiling");
      await look("3.3-figures");
      await i.open("/schedule.html");
      await look("3.1-schedule");
    });

    await scene("M4.1 withdrawal within the registration period asks once more", async () => {
      await i.goes_to_my_page();
      await i.clicks("here");
      await i.visitor.arrivesAt("/application.html");
      await look("4.1-application");
      await i.clicks("withdraw");
      await look("4.1-question");
      await i.clicks("withdrawYes");
      await i.sees("withdrawn");
      await look("4.1-withdrawn");
      await i.opens_the_program(wanted.id);
      await i.applies();
      for (const [number, program] of /** @type {const} */ ([[2, roomy], [3, hesitant]])) {
        const colleague = await (await register(senkoi, field, number)).logIn();
        assert.equal((await colleague.apply(program.id)).status, 201);
        colleagues.push(colleague);
      }
    });

    await scene("M4.1 in the adoption period withdrawal is refused in the manual's words", async () => {
      await senkoi.clock(first.adoption_from + hour);
      await i.logs_in();
      await i.goes_to_my_page();
      await i.open("/application.html");
      await i.sees("noWithdrawal");
      await look("4.1-refused");
      await i.open("/account.html");
      await i.sees("cannotChange");
      await i.clicks("delete");
      await i.sees("cannotDelete");
      await look("6.1-refused");
    });

    await scene("M5.1 the result shows from the notification time; M5.2 declining goes to the director", async () => {
      await senkoi.clock(first.notification_at + hour);
      for (const [state, who] of /** @type {const} */ ([["adopted", colleagues[0]], ["held", colleagues[1]], ["rejected", me]])) {
        await i.logs_in(who);
        await i.sees(state);
        if (state === "adopted") await i.sees("decline");
        await look(`5.1-${state}`);
      }
    });

    await scene("M5.3 whoever was rejected applies in the second round", async () => {
      await senkoi.clock(second.registration_from + hour);
      await i.logs_in(me);
      const again = programs.find((/** @type {any} */ each) => each.rounds.includes(2) && !capped.includes(each.prefecture));
      await i.opens_the_program(again.id);
      await i.applies();
    });

    await scene("M6.2 the user ID stays while an application is live; M6.1 data is changed once it is withdrawn", async () => {
      await i.goes_to_the_user_information();
      await i.clicks("delete");
      await i.sees("cannotDelete");
      await look("6.2-refused");
      await i.withdraws();
      await i.goes_to_the_user_information();
      await look("6.1-information");
      await i.clicks("change");
      await i.visitor.types("address", "文京区弥生２−４−１６");
      await look("6.1-change");
      await i.clicks("toCheckChange");
      await look("6.1-check");
      await i.clicks("save");
      await i.sees("saved");
      await i.visitor.sees("文京区弥生");
    });

    await scene("M6.2 deletion asks once more and ends at the log-in page", async () => {
      await i.clicks("delete", "deleteGo");
      await look("6.2-question");
      await i.clicks("deleteYes");
      await i.visitor.arrivesAt("/login.html");
      await i.sees("deleted");
      await look("6.2-deleted");
    });

    await scene("M3.2 log-out leads to the log-in page (7.1)", async () => {
      await i.logs_in(colleagues[0]);
      await i.logs_out();
      await look("7.1-logged-out");
    });
  });
}
