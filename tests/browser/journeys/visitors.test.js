// Who comes without a log-in, without scripts or WebAssembly, or before there is a season: each page says what can be done and how.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../engines/page.js";
import { inspect } from "../harness/inspect.js";
import { rehearseFromNothing } from "../harness/rehearsal.js";
import { startSenkoi } from "../harness/senkoi.js";
import { Applicant } from "../steps/applicant.js";
import { register } from "../steps/person.js";

const field = "02";
const hour = 3_600_000;

const said = {
  logInToApply: { ja: "応募するには、ログインしてください。", en: "Log in to apply." },
  toRead: { ja: "プログラムを検索", en: "Search programs" },
  fieldOf: { ja: "小児科領域", en: "Pediatrics" },
  noWasm: { ja: "お使いのブラウザでは WebAssembly が使えません", en: "Your browser does not run WebAssembly" },
  staffNeeds: { ja: "担当者のページには WebAssembly が必要です。", en: "The pages for staff need WebAssembly." },
  noScript: { ja: "このページには JavaScript が必要です。", en: "This page needs JavaScript." },
  contact: { ja: "日本専門医機構へお問い合わせください", en: "please contact the office of your specialty's society" },
  noSeason: { ja: "募集の年度がまだ設定されていません", en: "No season has been set up yet" },
};

/** @param {import("node:test").TestContext} t @param {"ja" | "en"} language @param {import("../harness/senkoi.js").Senkoi} senkoi @param {"scripts" | "webassembly"} [lacks] */
async function visitor(t, language, senkoi, lacks) {
  const page = await open("chromium", { locale: language === "ja" ? "ja-JP" : "en-GB", ...(lacks ? { lacks } : {}) });
  t.after(() => page.close());
  const i = new Applicant(page, senkoi, language);
  /** @param {keyof typeof said} words */
  const sees = (words) => i.visitor.sees(said[words][language]);
  return { page, i, sees };
}

for (const language of /** @type {const} */ (["ja", "en"])) {
  test(`visitors, ${language}`, async (t) => {
    const senkoi = await startSenkoi();
    t.after(() => senkoi.stop());
    const [first] = (await senkoi.season()).schedule.rounds;
    await senkoi.clock(first.registration_from + hour);
    const me = await register(senkoi, field, 801);
    const { programs } = (await senkoi.send("GET", `/programs?field=${field}`)).body;
    const { id, name } = programs.find((/** @type {any} */ each) => each.rounds.includes(1));

    await t.test("M3.3, M3.4 a visitor searches and reads programs without a log-in; applying leads there and back", async () => {
      const { i, sees, page } = await visitor(t, language, senkoi);
      await i.open(`/?field=${field}`);
      await i.visitor.clicks(said.toRead[language]);
      await i.visitor.arrivesAt("/search.html");
      await sees("fieldOf");
      await i.visitor.sees(language === "ja" ? `${programs.length}件` : `${programs.length} programs`);
      await inspect(i.visitor, `${language}-visitor-search`);
      await i.visitor.chooses("prefecture", "27");
      await page.evaluate('document.querySelector(".program-row__name").click()');
      await i.visitor.arrivesAt("/program.html");
      await i.opens_the_program(id);
      await i.visitor.sees(name);
      await sees("logInToApply");
      await inspect(i.visitor, `${language}-visitor-program`);
      await i.clicks("logIn");
      await i.visitor.fills({ user_id: me.userId, password: me.password });
      await i.clicks("logIn");
      await i.visitor.arrivesAt(`/program.html?id=${id}`);
      await i.sees("apply");
      await i.logs_out();
      await i.opens_the_program(id);
      await sees("logInToApply");
    });

    await t.test("without WebAssembly the server checks: log-in, search, reading and applying work, and each page says so", async () => {
      const { i, sees, page } = await visitor(t, language, senkoi, "webassembly");
      await i.open("/");
      await sees("noWasm");
      await sees("contact");
      await inspect(i.visitor, `${language}-no-webassembly-entrance`);
      await i.open(`/mail.html?field=${field}`);
      await i.visitor.types("mail", "a@docomo.ne.jp");
      await i.clicks("send");
      await i.sees("carrier");
      await i.logs_in(me);
      await i.open("/search.html");
      for (const [word, prefecture] of [["大学", ""], ["ビョウイン", ""], ["", "27"]]) {
        const query = new URLSearchParams({ field, ...(word ? { name: word } : {}), ...(prefecture ? { prefecture } : {}) });
        const { length } = (await senkoi.send("GET", `/programs?${query}`)).body.programs;
        await i.visitor.types("name", word ?? "");
        await i.visitor.chooses("prefecture", prefecture ?? "");
        await i.visitor.sees(language === "ja" ? `検索結果 ${length}件` : `Results ${length === 1 ? "1 program" : `${length} programs`}`);
      }
      await inspect(i.visitor, `${language}-no-webassembly-search`);
      await i.opens_the_program(id);
      await i.applies();
      for (const path of ["/account.html", "/schedule.html", `/figures.html?field=${field}`, "/application.html"]) {
        await i.open(path);
        await sees("noWasm");
        await i.visitor.settles();
        assert.equal(await page.evaluate('document.getElementById("failure")'), null, path);
      }
      await i.withdraws();
      await i.open("/staff/login.html");
      await sees("staffNeeds");
      assert.deepEqual(page.troubles?.filter((each) => !each.includes("Failed to load resource")), []);
    });

    await t.test("without scripts the first screen says so, and whom to ask", async () => {
      const { i, sees } = await visitor(t, language, senkoi, "scripts");
      for (const path of ["/", "/login.html", `/program.html?id=${id}`, "/staff/login.html"]) {
        await i.open(path);
        await sees("noScript");
        await sees("contact");
      }
      await i.visitor.pictures(`${language}-no-scripts`);
    });
  });

  test(`a fresh installation without a season, ${language}`, async (t) => {
    const { senkoi } = await rehearseFromNothing({ mail: "board@example.jp", name: "機構 花子" });
    t.after(() => senkoi.stop());
    const { i, sees, page } = await visitor(t, language, senkoi);
    for (const path of ["/", `/?field=${field}`, `/mail.html?field=${field}`, "/login.html", `/search.html?field=${field}`, `/figures.html?field=${field}`, "/schedule.html", "/staff/login.html"]) {
      await i.open(path);
      await sees("noSeason");
      await i.visitor.settles();
      assert.equal(await page.evaluate('document.getElementById("failure")'), null, path);
    }
    await i.open(`/mail.html?field=${field}`);
    await sees("noSeason");
    assert.equal(await page.evaluate('document.querySelector("form")'), null, "nothing to send");
    await inspect(i.visitor, `${language}-no-season-mail`);
    await i.open("/");
    await inspect(i.visitor, `${language}-no-season-entrance`);
    const refused = await senkoi.send("POST", "/mail-addresses", { mail: "a@example.jp", field, language });
    assert.deepEqual([refused.status, refused.body.code], [409, "registration_not_open"]);
  });
}
