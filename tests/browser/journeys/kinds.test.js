// A season with kinds of seats in the browser: the office publishes limits out of a published table after it was told what would change,
// an applicant chooses a kind, the director is refused by the limit that is full, by its name and number (T1–T3, T5, T6, T10).
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../engines/page.js";
import { inspect } from "../harness/inspect.js";
import { startSenkoi } from "../harness/senkoi.js";
import { until } from "../harness/until.js";
import { Visitor } from "../harness/visitor.js";
import { Applicant } from "../steps/applicant.js";
import { Director, programsOf, sql } from "../steps/director.js";
import { choosesFile, Office, sets } from "../steps/office.js";
import { register } from "../steps/person.js";

const [dermatology, tokyo] = [3, 13];
const hour = 3_600_000;
const table = "field,prefecture,basic,addition,ordinary,partnership_all,special,partnership,ceiling,full_time_dispatch\n皮膚科,東京都,36,5,41,3,1,2,44,1\n";
const said = {
  ja: { file: "通常枠", refused: "特別地域連携枠」は上限の1", kind: "特別地域連携枠", sentence: "1年以上、都道府県が指定する" },
  en: { file: "Ordinary seats", refused: "has reached its limit of 1", kind: "Special regional seats", sentence: "At least one year of the training" },
};

for (const language of /** @type {const} */ (["ja", "en"])) {
  test(`T5 T6 limits by kind from the office's table to the director's refusal, ${language}`, async (t) => {
    const senkoi = await startSenkoi("--demo-applicants", "300");
    t.after(() => senkoi.stop());
    const words = said[language];
    const [program = 0] = programsOf(senkoi, dermatology, tokyo);
    await senkoi.restart(() => sql(senkoi, `DELETE FROM application WHERE program IN (SELECT id FROM program WHERE field = ${dermatology} AND prefecture = ${tokyo})`));
    const board = new Office(senkoi, "board", null, "機構");
    const { known } = (await board.send("GET", "/staff/kinds")).body;
    const kinds = known.map((/** @type {any} */ { code, group, name, sentence }) =>
      ({ code, group, name_ja: name.ja, name_en: name.en, sentence_ja: sentence.ja, sentence_en: sentence.en }));
    assert.equal((await board.send("PUT", "/staff/kinds", { kinds })).status, 200);
    const offers = `id,kind,seats\n${program},ordinary,9\n${program},partnership,9\n${program},special,9\n`;
    const csv = { ...board.headers, "content-type": "text/csv" };
    const { digest } = (await senkoi.send("POST", "/staff/offers/import", offers, csv)).body;
    assert.equal((await senkoi.send("POST", `/staff/offers/import?confirm=${digest}`, offers, csv)).body.done, true);

    const page = await open("chromium", { locale: language === "ja" ? "ja-JP" : "en-GB" });
    t.after(() => page.close());
    const visitor = new Visitor(page, senkoi);
    await visitor.open("/");
    await board.sitsDown(page);
    await visitor.open(`/staff/limits.html?lang=${language}`);
    await visitor.sees(words.file);
    await choosesFile(page, "file-limits", "limits.csv", table);
    await until("the dry run", () => page.evaluate('document.getElementById("confirm-import") !== null'));
    await inspect(visitor, `${language}-kinds-what-if`);
    await page.click("#confirm-import");
    await until("the limits", async () => (await board.send("GET", "/staff/limits")).body.cells.some((/** @type {any} */ { nodes }) => nodes.length === 5));
    await visitor.open(`/staff/limits.html?lang=${language}`);
    await sets(page, "field", "03");
    await inspect(visitor, `${language}-kinds-limits`);

    const [first] = (await senkoi.season()).schedule.rounds;
    await senkoi.clock(first.registration_from + hour);
    const i = new Applicant(page, senkoi, language);
    const me = await register(senkoi, "03", 811);
    await i.logs_in(me);
    await i.open(`/program.html?id=${program}`);
    await visitor.sees(words.sentence);
    await visitor.chooses("kind", "special");
    await inspect(visitor, `${language}-kinds-program`);
    for (const [number, kind] of /** @type {Array<[number, string]>} */ ([[812, "special"], [813, "special"], [814, "partnership"], [815, "ordinary"]])) {
      const other = await (await register(senkoi, "03", number)).logIn();
      const made = await other.send("POST", "/me/applications", { program_id: program, kind });
      assert.equal(made.status, 201, JSON.stringify(made.body));
    }
    await senkoi.clock(first.adoption_from + hour);
    const director = new Director(senkoi, [program]);
    await visitor.open("/");
    await page.evaluate(`document.cookie = ${JSON.stringify(`${director.cookie}; path=/`)}`);
    await visitor.open(`/staff/candidates.html?lang=${language}`);
    await until("the list", () => page.evaluate('document.querySelector("tbody .row") !== null'));
    await inspect(visitor, `${language}-kinds-desk`);
    const candidates = (await director.board()).candidates.filter((/** @type {any} */ { application }) => application.kind === "special");
    const [adopted, refused] = [await director.decide({ application: candidates[0].application.id, from: "applied", to: "adopted" }),
      await director.decide({ application: candidates[1].application.id, from: "applied", to: "adopted" })];
    assert.equal(adopted[0].code, null);
    assert.equal(refused[0].refused_by, "special");
    assert.equal(refused[0].code, "limit_reached");
    assert.equal(sql(senkoi, `SELECT count(*) AS adopted FROM application WHERE program = ${program} AND state = 'adopted'`)[0].adopted, 1);
    await visitor.open(`/staff/candidates.html?lang=${language}`);
    await until("the list", () => page.evaluate('document.querySelector("tbody .row--applied") !== null'));
    await visitor.sees(words.kind);
    await page.evaluate('[...document.querySelectorAll("tbody .row")].find((row) => row.matches(".row--applied") && row.innerText.includes(' + JSON.stringify(words.kind) + ")).focus()");
    await page.press("a");
    await visitor.sees(words.refused);
    await inspect(visitor, `${language}-kinds-desk-refused`);
  });
}
