// The states that people really meet: nothing found, slow network, server away, session over, two tabs, the back button, a link that
// leads nowhere, a forgotten ID. Each is looked at (axe, reflow, pictures), in both languages.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../engines/page.js";
import { inspect } from "../harness/inspect.js";
import { startSenkoi } from "../harness/senkoi.js";
import { until } from "../harness/until.js";
import { Applicant } from "../steps/applicant.js";
import { linkFor, register } from "../steps/person.js";

const field = "02";
const hour = 3_600_000;

for (const language of /** @type {const} */ (["ja", "en"])) {
  test(`states that people meet, ${language}`, async (t) => {
    const senkoi = await startSenkoi();
    t.after(() => senkoi.stop());
    const page = await open("chromium", { locale: language === "ja" ? "ja-JP" : "en-GB" });
    t.after(() => page.close());
    const i = new Applicant(page, senkoi, language);
    const [first] = (await senkoi.season()).schedule.rounds;
    await senkoi.clock(first.registration_from + hour);
    const me = await register(senkoi, field, 401);
    /** @param {string} name */
    const look = (name) => inspect(i.visitor, `${language}-state-${name}`);
    /** @param {string} name @param {() => Promise<void>} act */
    const scene = (name, act) =>
      t.test(name, async () => {
        await act();
        assert.deepEqual(senkoi.front.violations, [], "breaches of the content security policy");
      });

    await scene("M1.3 the forgotten ID: the same answer for an unknown address", async () => {
      await i.open("/recover.html");
      await look("recover");
      for (const mail of ["nobody@example.jp", me.mail]) {
        await i.visitor.types("mail", mail);
        await i.clicks("send");
        await i.sees("recoverySent");
        await look("recover-sent");
        await i.clicks("changeAddress");
      }
    });

    await scene("M1.3 the letter tells the ID and sets a new password", async () => {
      const { link } = await linkFor(senkoi, me.mail, "/reset.html");
      assert.equal(senkoi.post.to("nobody@example.jp").length, 0);
      await i.open(link);
      await i.sees("resetLead");
      await i.visitor.fills({ password: "short", password_again: "shorter" });
      await i.clicks("reset");
      await look("reset-errors");
      me.password = "Hanako2020y";
      await i.visitor.fills({ password: me.password, password_again: me.password });
      await i.clicks("reset");
      await i.sees("resetDone");
      await look("reset-done");
    });

    await scene("M2.2 links that lead nowhere", async () => {
      await i.open("/register.html");
      await look("register-without-link");
      await i.open("/register.html#token=0000000000000000000000000000000000000000000");
      await i.clicks("start");
      await i.sees("startOver");
      await look("register-expired");
      await i.open("/no-such-page");
      await look("not-found");
    });

    await scene("M3.1 a wrong password tells nothing", async () => {
      await i.open("/login.html");
      await i.visitor.fills({ user_id: me.userId, password: "wrong1wrong" });
      await i.clicks("logIn");
      await i.sees("logInFailed");
      await look("log-in-failed");
      await i.logs_in(me);
      await look("my-page-nothing-applied");
    });

    await scene("M3.3 nothing found", async () => {
      await i.open(`/search.html?field=${field}`);
      await i.visitor.types("name", "ぬぬぬぬ");
      await i.sees("nothingFound");
      await look("search-nothing");
    });

    await scene("M3.4 the back button returns to the results as they were", async () => {
      await i.open(`/search.html?field=${field}&prefecture=27`);
      await i.visitor.settles();
      const before = await i.visitor.says();
      await i.visitor.page.evaluate('document.querySelector("main a[href*=\\"program.html\\"]").click()');
      await i.visitor.arrivesAt("/program.html");
      await page.back();
      await i.visitor.arrivesAt("/search.html");
      await i.visitor.settles();
      await until("the same results", async () => (await i.visitor.says()).slice(-400) === before.slice(-400));
    });

    await scene("M3.4 above capacity: red, in words, and still open", async () => {
      const { programs } = (await senkoi.send("GET", `/programs?field=${field}`)).body;
      const over = programs.find((/** @type {any} */ each) => each.applicants > each.capacity && each.rounds.includes(1));
      await i.opens_the_program(over.id);
      await i.sees("over", "apply");
      await look("program-over-capacity");
    });

    await scene("slow network and server away", async () => {
      senkoi.front.delay = 6000;
      await i.open("/mypage.html");
      await i.sees("slow");
      await look("slow");
      senkoi.front.delay = 0;
      senkoi.front.away = true;
      await i.open("/mypage.html");
      await i.sees("away");
      await look("away");
      senkoi.front.away = false;
      await i.clicks("again");
      await i.visitor.sees("髙橋");
    });

    await scene("the period closes while the page is open", async () => {
      const { programs } = (await senkoi.send("GET", `/programs?field=${field}`)).body;
      await senkoi.clock(first.registration_until - 60_000);
      await i.logs_in(me);
      await i.opens_the_program(programs.find((/** @type {any} */ each) => each.rounds.includes(1)).id);
      await i.clicks("apply");
      await senkoi.clock(first.registration_until);
      await i.clicks("applyYes");
      await i.sees("closedMeanwhile");
      await look("closed-meanwhile");
      await senkoi.clock(first.registration_from + hour);
    });

    await scene("M6.1 the adoption period begins while changes are being checked: whom to contact, and nothing to press in vain", async () => {
      const { programs } = (await senkoi.send("GET", `/programs?field=${field}`)).body;
      const { id } = programs.find((/** @type {any} */ each) => each.rounds.includes(1));
      await me.logIn();
      assert.equal((await me.apply(id)).status, 201);
      await senkoi.clock(first.adoption_from - 60_000);
      await i.logs_in(me);
      await i.open("/account.html?step=change");
      await i.visitor.fills({ address: "文京区本郷９−９−９" });
      await i.clicks("toCheckChange");
      await i.visitor.sees("文京区本郷９−９−９");
      await senkoi.clock(first.adoption_from);
      await i.clicks("save");
      await i.sees("cannotChange");
      await i.visitor.sees((await senkoi.send("GET", `/programs/${id}`)).body.contact.phone);
      assert.equal(await page.evaluate('document.querySelectorAll("main .button--solid:not([aria-disabled=true]):not(#failure *)").length'), 0, "nothing to press in vain");
      assert.ok(!(await i.visitor.says()).includes("９−９−９"), "only what is registered is shown");
      await look("change-refused-meanwhile");
    });

    await scene("two tabs: logged out in the other, this one leads back to log-in", async () => {
      await i.logs_in(me);
      await page.evaluate('fetch("/api/v1/sessions/current", { method: "DELETE" }).then(() => true)');
      await i.open("/mypage.html");
      await i.sees("sessionOver");
      await look("session-over");
    });

    await scene("M3.2 two tabs: log-out in one takes the applicant off the other", async () => {
      await i.logs_in(me);
      await i.goes_to_the_user_information();
      const other = await page.another?.();
      assert.ok(other);
      const there = new Applicant(other, senkoi, language);
      await there.goes_to_my_page();
      await there.logs_out();
      await i.sees("sessionOver");
      assert.ok(!(await i.visitor.says()).includes("髙橋"));
      await other.close();
    });

    await scene("the demo's letters and clock", async () => {
      await i.open("/demo.html");
      await i.visitor.settles();
      await look("demo");
    });
  });
}
