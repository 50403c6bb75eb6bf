// A director’s work as sentences: Tokyo’s paediatrics, 148 applicants against a ceiling of 124, decided by keyboard without leaving the
// list; holds, many at once, colleagues at the same time, data and decline at the applicant’s word (S1, S2, M3.7, M5.1, M5.2).
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../engines/page.js";
import { inspect } from "../harness/inspect.js";
import { startSenkoi } from "../harness/senkoi.js";
import { until } from "../harness/until.js";
import { Visitor } from "../harness/visitor.js";
import { Director, programsOf, sql } from "../steps/director.js";

const [pediatrics, tokyo] = [2, 13];
const hour = 3_600_000;
const many = 6;
/** The demo's Tokyo; and a few of them, for the words of the other language. */
const sizes = { ja: { candidates: 148, ceiling: 124 }, en: { candidates: 12, ceiling: 9 } };

/** @param {number} ceiling */
const wordsOf = (ceiling) => ({
  ja: {
    left: `残り ${ceiling}名`, none: "残り 0名", refused: `シーリング数${ceiling}名に達しているため`, office: "領域学会事務局",
    undecided: "未処理", all: "すべて", hold: "保留を登録", reason: "面接日の調整中", heldWhy: "保留の理由：面接日の調整中",
    reasonNeeded: "保留の理由を入力してください。", many: `${many}人を不採用にします`, manyYes: "登録する", closed: "いまは採否を入力できません", closedWhy: "採否の入力は採用期間中に行ってください。",
    change: "登録情報を変更", save: "変更を保存", noteNeeded: "変更の理由", decline: "辞退を入力", declined: "辞退", search: "応募者を探す", selected: `${many}人を選択中`,
    reject: "不採用", title: "応募者と採否", stopped: "自動更新が止まっています", final: "取り消せません", cancel: "キャンセル",
  },
  en: {
    left: `${ceiling} left`, none: "None left", refused: `This prefecture and specialty have reached their ceiling of ${ceiling}`, office: "your society's office",
    undecided: "Undecided", all: "All", hold: "Save the hold", reason: "waiting for the interview", heldWhy: "Held: waiting for the interview",
    reasonNeeded: "Please enter the reason for putting the application on hold", many: `Reject ${many} applicants`, manyYes: "Save", closed: "Decisions can't be entered now", closedWhy: "Please enter decisions during the adoption period",
    change: "Edit applicant data", save: "Save changes", noteNeeded: "Reason for the change", decline: "Record a decline", declined: "Declined", search: "Find an applicant", selected: `${many} selected`,
    reject: "Reject", title: "Applicants and decisions", stopped: "Live updates have stopped", final: "it cannot be undone", cancel: "Cancel",
  },
});

for (const language of /** @type {const} */ (["ja", "en"])) {
  const { candidates, ceiling } = sizes[language];
  test(`S1 a director decides ${candidates} applicants against a ceiling of ${ceiling}, ${language}`, async (t) => {
    const say = wordsOf(ceiling)[language];
    const senkoi = await startSenkoi();
    t.after(() => senkoi.stop());
    const [program = 0, other = 0] = programsOf(senkoi, pediatrics, tokyo);
    // One program of the cell has room for all, and all of the cell's applicants: one list.
    const inCell = `SELECT id FROM program WHERE field = ${pediatrics} AND prefecture = ${tokyo}`;
    const applied = `SELECT id FROM application WHERE state = 'applied' AND program IN (${inCell}) ORDER BY id LIMIT ${candidates}`;
    await senkoi.restart(() => sql(senkoi, `UPDATE program SET capacity = 200 WHERE id = ${program};
      UPDATE ceiling SET published = ${ceiling} WHERE field = ${pediatrics} AND prefecture = ${tokyo};
      CREATE TEMP TABLE wanted AS ${applied};
      UPDATE application SET program = ${other} WHERE state = 'applied' AND program IN (${inCell});
      UPDATE application SET program = ${program} WHERE id IN (SELECT id FROM wanted)`));
    const me = new Director(senkoi, [program]);
    const [first] = (await senkoi.season()).schedule.rounds;
    await senkoi.clock(first.adoption_from + hour);
    const page = await open("chromium", { locale: language === "ja" ? "ja-JP" : "en-GB" });
    t.after(() => page.close());
    const visitor = new Visitor(page, senkoi);
    const look = (/** @type {string} */ name) => inspect(visitor, `${language}-directors-${name}`);
    const states = () => Object.fromEntries(sql(senkoi, `SELECT state, count(*) AS count FROM application WHERE program = ${program} GROUP BY state`)
      .map(({ state, count }) => [state, count]));
    /** @returns {Promise<string>} the row that has the focus, or what else has it */
    const focus = () => page.evaluate('document.activeElement.closest("tr")?.id ?? document.activeElement.outerHTML.slice(0, 120)');
    const keys = async (/** @type {string[]} */ ...pressed) => {
      for (const key of pressed) await page.press(key);
    };
    const scene = (/** @type {string} */ name, /** @type {() => Promise<void>} */ act) => t.test(name, async () => {
      await act();
      assert.deepEqual(senkoi.front.violations, [], "breaches of the content security policy");
      assert.deepEqual(page.troubles, [], "errors in the page");
    });

    await visitor.open(`/figures.html?lang=${language}`);
    await page.evaluate(`document.cookie = ${JSON.stringify(`${me.cookie}; path=/`)}`);
    await visitor.open(`/staff/candidates.html?lang=${language}`);
    await visitor.sees(say.title);
    await visitor.sees(say.left);

    await scene("the list, and all that the registration holds on opening a row", async () => {
      await look("list");
      assert.equal(await page.evaluate('document.querySelectorAll("tbody .row").length'), candidates);
      await page.evaluate('document.querySelector("tbody .row").focus()');
      await keys("Enter");
      const [{ mail, address }] = sql(senkoi, `SELECT c.mail, c.address FROM application a JOIN account c USING (user_id)
        WHERE program = ${program} AND state = 'applied' ORDER BY applied_at, id LIMIT 1`);
      await visitor.sees(address);
      if (mail) await visitor.sees(mail);
      await look("data");
      await page.evaluate('document.querySelector("tbody .row").focus()');
      await keys("Enter");
    });

    await scene("S1 a hold has a reason and an owner", async () => {
      await keys("h");
      await until("the reason to have the focus", async () => (await page.evaluate('document.activeElement.name')) === "reason");
      await keys("Enter");
      await visitor.sees(say.reasonNeeded);
      await look("hold");
      await visitor.types("reason", say.reason);
      await keys("Enter");
      await visitor.sees(say.heldWhy);
      assert.match(await focus(), /^row-/u);
      assert.deepEqual(states(), { applied: candidates - 1, held: 1 });
    });

    await scene("S1 many at once, asked once more; and taken back", async () => {
      await keys("Home", ...Array.from({ length: many }, () => ["j", "x"]).flat());
      await visitor.sees(say.selected);
      await look("selected");
      await keys("r");
      await visitor.sees(say.many);
      await visitor.clicks(say.manyYes);
      await until("the rejections", async () => states().rejected === many);
      assert.match(await focus(), /^row-/u, "the focus is where it was");
      await keys("Home", ...Array.from({ length: many }, () => ["j", "u"]).flat());
      await until("none rejected", async () => states().rejected === undefined);
    });

    await scene("S2 a colleague's adoption is seen at once, without reading the page anew", async () => {
      const colleague = new Director(senkoi, [other]);
      const [{ application }] = sql(senkoi, `SELECT max(id) AS application FROM application WHERE program = ${program} AND state = 'applied'`);
      sql(senkoi, `UPDATE application SET program = ${other} WHERE id = ${application}`);
      await colleague.decide({ application, from: "applied", to: "adopted" });
      await visitor.sees(say.left.replace(String(ceiling), String(ceiling - 1)));
      await colleague.decide({ application, from: "adopted", to: "applied" });
      await visitor.sees(say.left);
      sql(senkoi, `UPDATE application SET program = ${program} WHERE id = ${application}`);
    });

    await scene(`S2 ${candidates} by keyboard: ${ceiling} are adopted, the rest refused with the limit and whom to ask`, async () => {
      await page.evaluate('document.querySelector("tbody .row").focus()');
      await keys("Home", ...Array.from({ length: candidates }, () => "a"));
      await until("all to be answered", async () => (states().adopted ?? 0) === ceiling
        && (await page.evaluate('document.querySelectorAll(".decide[aria-busy=true]").length')) === 0);
      await visitor.sees(say.none);
      const said = await visitor.says();
      assert.ok(said.includes(say.refused) && said.includes(say.office), said.slice(0, 3000));
      assert.match(await focus(), /^row-/u, "the focus never left the list");
      assert.deepEqual(states(), { adopted: ceiling, applied: candidates - ceiling });
      await look("refused");
    });

    await scene("search and filter", async () => {
      const [{ family_name: name }] = sql(senkoi, `SELECT family_name FROM account JOIN application USING (user_id) WHERE program = ${program} LIMIT 1`);
      await visitor.clicks(say.undecided);
      await until("the undecided alone", async () => (await page.evaluate('document.querySelectorAll("tbody .row").length')) === candidates - ceiling);
      await visitor.clicks(say.all);
      await page.evaluate('document.querySelector("tbody .row").focus()');
      await keys("/");
      await page.type("#search", name);
      await until("fewer rows", async () => (await page.evaluate('document.querySelectorAll("tbody .row").length')) < candidates / 2);
      await look("found");
      await page.evaluate('document.querySelector("#search").select()');
      await keys("Backspace");
    });

    await scene("S1 data changes at the applicant's word, with a note", async () => {
      await page.evaluate('document.querySelector("tbody .row").focus()');
      await keys("Enter");
      await visitor.clicks(say.change);
      await visitor.types("address", "新宿区西新宿2-8-1");
      await visitor.clicks(say.save);
      await visitor.sees(say.noteNeeded);
      await look("change");
      await visitor.types("note", "2019-11-20 tel");
      await visitor.clicks(say.save);
      await until("the change", async () => sql(senkoi, "SELECT count(*) AS notes FROM data_note")[0].notes === 1);
      await visitor.sees("新宿区西新宿2-8-1");
    });

    await scene("S1 after the adoption period nothing is decided any more", async () => {
      await senkoi.clock(first.adoption_until);
      await visitor.open(`/staff/candidates.html?lang=${language}`);
      await visitor.sees(say.closed);
      await visitor.sees(say.closedWhy);
      await look("closed");
    });

    await scene("M5.2 M5.3 once the results are out a decision is final and asked first, and a decline is entered", async () => {
      await senkoi.clock(first.notification_at);
      await visitor.open(`/staff/candidates.html?lang=${language}`);
      await until("the list", async () => page.evaluate('document.querySelector("tbody .row--adopted") !== null'));
      await page.evaluate('document.querySelector("tbody .row--applied").focus()');
      await keys("r");
      await visitor.sees(say.final);
      await visitor.clicks(say.cancel);
      assert.equal(states().rejected, undefined);
      await page.evaluate('document.querySelector("tbody .row--applied").focus()');
      await keys("r");
      await visitor.clicks(say.manyYes);
      await until("the late rejection", async () => states().rejected === 1);
      await page.evaluate('document.querySelector("tbody .row--adopted").focus()');
      await keys("Enter");
      await visitor.clicks(say.decline);
      await look("decline");
      await visitor.clicks(say.decline);
      await until("the decline", async () => states().declined === 1);
      await visitor.sees(say.declined);
    });
  });
}
