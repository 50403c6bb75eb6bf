// The directors of a season that is played whole: one decides on the page, her colleagues by the API at the same time (S1, S2, M3.7, M5.2).
import assert from "node:assert/strict";
import { until } from "../harness/until.js";
import { Director } from "./director.js";
import { adoptsAll, rejects, states } from "./season.js";

/** @typedef {import("./staff.js").StaffMember} StaffMember */
/** @typedef {{field: number, prefecture: number}} Cell */

/** @param {StaffMember} i @param {Director} me */
async function opensTheList(i, me) {
  const { page } = i.visitor;
  await page.evaluate(`document.cookie = ${JSON.stringify(`${me.cookie}; path=/`)}`);
  await i.open("candidates.html");
  await until("the list", () => page.evaluate('document.querySelector("tbody .row") !== null'));
}

/**
 * I adopt all of mine by keyboard but the last, then my colleagues theirs; the ceiling is reached, and my last one is refused.
 * @param {StaffMember} i @param {Director} me @param {Director[]} colleagues @param {Cell} cell @param {number} ceiling
 */
export async function adoptUpToTheCeiling(i, me, colleagues, cell, ceiling) {
  const { visitor, senkoi } = i;
  const { page } = visitor;
  await opensTheList(i, me);
  await visitor.sees(`残り ${ceiling}名`);
  const mine = await page.evaluate('document.querySelectorAll("tbody .row").length');
  await page.evaluate('document.querySelector("tbody .row").focus()');
  for (let at = 1; at < mine; ++at) await page.press("a");
  await until("my adoptions", () => states(senkoi, cell).adopted === mine - 1);
  const refused = await Promise.all(colleagues.map(adoptsAll));
  for (const { code, message } of refused.flat())
    assert.ok(code === "ceiling_reached" && message.includes(`シーリング数${ceiling}名に達しているため`), message);
  assert.equal(states(senkoi, cell).adopted, ceiling);
  await visitor.sees("残り 0名");
  await page.press("a");
  await visitor.sees(`この都道府県・領域のシーリング数${ceiling}名に達しているため、採用を登録できません。`);
  await visitor.sees("領域学会事務局へお問い合わせください。");
  await visitor.pictures("ja-season-refused");
  await page.evaluate('[...document.querySelectorAll("tbody .row")].at(-1).focus()');
  await page.press("r");
  await until("my rejection", () => states(senkoi, cell).rejected === 1);
  await Promise.all(colleagues.map((each, at) => rejects(each, refused[at] ?? [])));
}

/** One director for a whole cell: all that the ceiling refuses are told so, and are not adopted. @param {Director} director @param {number} ceiling @param {number} tooMany */
export async function oneAdoptsUpToTheCeiling(director, ceiling, tooMany) {
  const refused = await adoptsAll(director);
  assert.equal(refused.length, tooMany);
  for (const { code, message } of refused) assert.ok(code === "ceiling_reached" && message.includes(`シーリング数${ceiling}名`), message);
  await rejects(director, refused);
}

/** The first on the list declines. @param {StaffMember} i @param {Director} me @param {Cell} cell */
export async function entersADecline(i, me, cell) {
  const { visitor, senkoi } = i;
  await opensTheList(i, me);
  await visitor.page.evaluate('document.querySelector("tbody .row--adopted").focus()');
  await visitor.page.press("Enter");
  await visitor.clicks("辞退を入力");
  await visitor.clicks("辞退を入力");
  await until("the decline", () => states(senkoi, cell).declined === 1);
}
