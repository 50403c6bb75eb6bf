// How pages look where it can be measured: how long they are on a phone, that nothing scrolls sideways, where lines break, what is printed.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../engines/page.js";
import { startSenkoi } from "../harness/senkoi.js";
import { until } from "../harness/until.js";
import { Applicant } from "../steps/applicant.js";
import { register } from "../steps/person.js";
import { StaffMember } from "../steps/staff.js";

const field = "01";
const hour = 3_600_000;

const senkoi = await startSenkoi();
const [first] = (await senkoi.season()).schedule.rounds;
await senkoi.clock(first.registration_from + hour);
const { programs } = (await senkoi.send("GET", `/programs?field=${field}`)).body;
const { id } = programs.find((/** @type {any} */ each) => each.rounds.includes(1));
const me = await (await register(senkoi, field, 901)).logIn();
await me.apply(id);
test.after(() => senkoi.stop());

/** Of each page the most that it may be high on a phone, px. */
const highest = {
  "/": 2700, "/mypage.html": 3600, "/account.html": 2600, [`/figures.html?field=${field}`]: 4500, [`/search.html?field=${field}`]: 3400,
  "/proof.html": 1700,
};
const highestOfStaff = { "ceilings.html": 5000, "progress.html": 5000, "statistics.html": 4500, "programs.html": 5000 };

/** Runs in the page. */
const height = "document.documentElement.scrollHeight";
const sideways = `[document.documentElement, ...document.querySelectorAll(".figures-frame")].filter((e) => e.scrollWidth > e.clientWidth).map((e) => e.className + " " + e.scrollWidth)`;

/** Words in the names of programs and facilities that are torn though there is room; a name may break at a blank, and before its ending. */
const torn = `[...document.querySelectorAll(".program-name")].flatMap((name) => [...name.childNodes].filter((node) => node instanceof Text).flatMap((node) => {
  let from = 0;
  return node.data.split(/[ \u3000]/).filter((word) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, from + word.length);
    from += word.length + 1;
    const rects = [...range.getClientRects()];
    const room = name.closest("p, h1, li, dd, td, th, div").clientWidth;
    return new Set(rects.map(({ top }) => Math.round(top))).size > 1 && rects.reduce((sum, each) => sum + each.width, 0) <= room;
  });
}))`;

for (const language of /** @type {const} */ (["ja", "en"]))
  test(`on a phone pages are short, and nothing scrolls sideways (R1), ${language}`, async (t) => {
    const page = await open("chromium", { width: 390, height: 844, locale: language === "ja" ? "ja-JP" : "en-GB" });
    t.after(() => page.close());
    const i = new Applicant(page, senkoi, language);
    await i.logs_in(me);
    for (const [path, most] of Object.entries(highest))
      await t.test(path, async () => {
        await i.open(path);
        await i.visitor.settles();
        const px = await page.evaluate(height);
        t.diagnostic(`${path} ${px} px`);
        assert.ok(px <= most, `${px} px high`);
        assert.deepEqual(await page.evaluate(sideways), []);
        assert.deepEqual(await page.evaluate(torn), []);
      });
    const office = new StaffMember(page, senkoi, language);
    await office.logs_in_as_the_demos("board@example.jp");
    for (const [path, most] of Object.entries(highestOfStaff))
      await t.test(`staff/${path}`, async () => {
        await office.open(path);
        await office.visitor.settles();
        const px = await page.evaluate(height);
        t.diagnostic(`${path} ${px} px`);
        assert.ok(px <= most, `${px} px high`);
        assert.deepEqual(await page.evaluate(sideways), []);
      });
  });

test("Japanese body text breaks anywhere a line may break, headings and buttons between phrases (R1)", async (t) => {
  const page = await open("chromium", { width: 390, height: 844 });
  t.after(() => page.close());
  const i = new Applicant(page, senkoi, "ja");
  await i.open("/?field=01");
  await i.visitor.settles();
  const breaks = (/** @type {string} */ css) => page.evaluate(`(({ wordBreak, textWrapStyle, textWrap }) => [wordBreak, textWrapStyle ?? textWrap])(getComputedStyle(document.querySelector("${css}")))`);
  assert.deepEqual(await breaks("main .list li"), ["normal", "auto"]);
  assert.equal((await breaks("h1"))[0], "auto-phrase");
  assert.equal((await breaks("main .button"))[0], "auto-phrase");
});

/** Boxes with a ground or a border of their own and nothing in them; the signs of a legend are pictures. */
const emptyBoxes = `[...document.querySelectorAll("main *")].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height > 8 && !(e instanceof SVGElement) && !e.querySelector("svg") && !e.closest(".season-legend__sign")
  && (getComputedStyle(e).backgroundColor !== "rgba(0, 0, 0, 0)" || parseFloat(getComputedStyle(e).borderTopWidth) > 0) && e.innerText.trim() === "").map((e) => e.tagName + "." + e.className)`;
const buttons = `[...document.querySelectorAll(".button, button, select, input, nav")].filter((e) => e.checkVisibility() && !e.matches(".figures__sort, .tile")).map((e) => e.className)`;

test("on paper there is nothing to press and no empty box, and the record of an application says it all (M3.6)", async (t) => {
  const page = await open("chromium");
  t.after(() => page.close());
  const i = new Applicant(page, senkoi, "ja");
  await i.logs_in(me);
  for (const path of ["/mypage.html", "/account.html", "/proof.html", "/application.html", `/program.html?id=${id}`, "/schedule.html"])
    await t.test(path, async () => {
      await i.open(path);
      await i.visitor.settles();
      await page.asMedia?.({ paper: true });
      await until("the paper's look", () => page.evaluate('matchMedia("print").matches'));
      assert.deepEqual(await page.evaluate(buttons), []);
      assert.deepEqual(await page.evaluate(emptyBoxes), []);
      if (path === "/proof.html") {
        const says = await i.visitor.says();
        const program = (await senkoi.send("GET", `/programs/${id}`)).body;
        for (const part of ["髙橋 花子", "0700901", program.name, program.facility, "一次募集", "応募番号", "応募日時"]) assert.ok(says.includes(part), part);
      }
      await page.asMedia?.({});
    });
});
