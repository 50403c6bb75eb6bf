// The board and the societies in a season that begins with nothing: what they do on their pages, one sentence each (S3, S4, M3.7, M5.1).
import assert from "node:assert/strict";
import { until } from "../harness/until.js";
import { choosesFile, Office, sets } from "./office.js";
import { fields, imports, moment, rounds, two } from "./season.js";

/** @typedef {import("./staff.js").StaffMember} StaffMember */
/** @typedef {Awaited<ReturnType<typeof import("./season.js").lastSeason>>} LastSeason */

/** By the letter of the invitation that the operator sent. @param {StaffMember} i @param {string} mail */
export async function comesIn(i, mail) {
  const { key } = await i.opens_the_invitation(mail);
  const access = await i.joins(mail, "Kawa-no-nagare-42", key);
  await i.clicks("toLogIn");
  await i.logs_in(access);
}

/** @param {StaffMember} i */
export async function opensTheSeason(i) {
  const { visitor } = i;
  await i.open("season.html");
  await visitor.clicks("次の年度を登録する");
  assert.equal(await visitor.page.evaluate('document.getElementById("year").value'), "2019");
  await visitor.clicks("採否結果の公開には2人の承認を必要とする");
  await visitor.fills(rounds[0] ?? {});
  await visitor.clicks("募集の回を追加する");
  await visitor.fills(rounds[1] ?? {});
  await visitor.clicks("日程を保存する");
  await visitor.sees("日程を保存しました");
  await visitor.pictures("ja-season-opened");
  assert.equal((await i.senkoi.season()).schedule.rounds[1].notification_at, moment(2, "notification_at"));
}

/** Five years of adoptions become ceilings; internal medicine in Osaka gets the manual's. @param {StaffMember} i @param {LastSeason} old */
export async function publishesTheCeilings(i, old) {
  const { visitor } = i;
  await i.open("ceilings.html");
  await choosesFile(visitor.page, "file-ceilings", "採用数.csv", old.past);
  await visitor.sees("問題はありません");
  await visitor.clicks(`${5 * old.cells}件を取り込む`);
  await visitor.sees("取り込みました");
  await visitor.clicks("公開していない算出値を、すべて公開する");
  await visitor.clicks("公開する");
  await visitor.sees(`${old.cells}件を公開しました`);
  await sets(visitor.page, "field", "01");
  await visitor.clicks("内科 大阪府のシーリング数を変更");
  await visitor.fills({ published: "210", reason: "国の通知による見直し" });
  await visitor.clicks("公開する");
  await visitor.sees("内科 大阪府のシーリング数を公開しました");
}

/** All by the API but one, which does it on the page. @param {StaffMember} i @param {number} onThePage  its field @param {LastSeason} old */
export async function societiesImport(i, onThePage, old) {
  const { senkoi, visitor } = i;
  const table = (/** @type {number} */ field) => old.programs.get(field) ?? "";
  for (const field of fields) if (field !== onThePage) await imports(new Office(senkoi, "society", field, `学会 ${field}`), table(field));
  await new Office(senkoi, "society", onThePage, "小児科学会 佐藤").sitsDown(visitor.page);
  await i.open("import.html");
  await choosesFile(visitor.page, "file-programs", "programs.csv", table(onThePage));
  await visitor.sees("問題はありません");
  await visitor.clicks(await visitor.page.evaluate('document.getElementById("confirm-import").innerText'));
  await visitor.sees("取り込みました");
}

/** Two people before one page after another. @param {StaffMember} i @param {Office} one @param {Office} other */
export async function bothRelease(i, one, other) {
  const { visitor } = i;
  await one.sitsDown(visitor.page);
  await i.open("release.html");
  await visitor.clicks("1人目として承認する");
  await visitor.clicks("承認する");
  await visitor.sees("2人の承認が必要です");
  await other.sitsDown(visitor.page);
  await i.open("release.html");
  await visitor.clicks("2人目として承認");
  await visitor.clicks("承認する");
  await visitor.sees("公開が決定しています");
}

/** A field's adoptions, prefecture by prefecture. @param {StaffMember} i @param {Office} office @param {number} field @param {string} prefecture @returns {Promise<string[]>} the numbers of its line */
export async function readsTheStatistics(i, office, field, prefecture) {
  const { visitor } = i;
  const { page } = visitor;
  await office.sitsDown(page);
  await i.open("statistics.html");
  await sets(page, "field", two(field));
  const line = `[...document.querySelectorAll("tbody tr")].find((row) => row.querySelector("th").textContent.trim() === ${JSON.stringify(prefecture)})`;
  await until("the prefecture's line", () => page.evaluate(`${line} !== undefined`));
  await visitor.pictures("ja-season-statistics");
  return page.evaluate(`[...${line}.querySelectorAll("td")].map((cell) => cell.textContent.trim())`);
}
