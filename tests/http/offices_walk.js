// What offices ask, each request once and each kind of answer (S3, S4, S5): for the description of the API.
import { until } from "../browser/harness/until.js";
import { Office } from "../browser/steps/office.js";

const headings = "都道府県,基幹施設名,専門研修プログラム名,定員数,募集区分,統括責任者";

/** @param {import("../browser/harness/senkoi.js").Senkoi} senkoi  whose every answer is held against the description */
export async function officesWork(senkoi) {
  const [society, board, colleague] = [new Office(senkoi, "society", 2, "学会"), new Office(senkoi, "board", null, "機構"), new Office(senkoi, "board", null, "機構 二")];
  const table = (/** @type {Office} */ who, /** @type {string} */ path, /** @type {string} */ text) =>
    senkoi.send("POST", path, text, { ...who.headers, "content-type": "text/csv" });
  const imports = async (/** @type {Office} */ who, /** @type {string} */ path, /** @type {string} */ text) =>
    table(who, `${path}?confirm=${(await table(who, path, text)).body.digest}`, text);

  const entry = { prefecture: "13", facility: "新病院", name: "新プログラム", capacity: "５", rounds: "1", director: "山田" };
  const { program } = (await society.send("POST", "/staff/programs", entry)).body;
  await society.send("POST", "/staff/programs", { ...entry, capacity: "0" });
  await society.send("PUT", `/staff/programs/${program.id}`, { ...entry, capacity: "6" });
  await society.send("DELETE", `/staff/programs/${program.id}`);
  await society.send("DELETE", "/staff/programs/999999");
  await society.send("GET", "/staff/programs");
  await society.send("GET", "/staff/programs.csv?lang=en");
  await society.send("GET", "/staff/imports/progress");
  await table(society, "/staff/programs/import", "x,x\n1");
  await imports(society, "/staff/programs/import", `${headings}\n東京,別の病院,別のプログラム,5,1,山田\n`);

  const notice = { published_at: "2026-10-01 12:00", title_ja: "件名", body_ja: "本文" };
  const made = (await society.send("POST", "/staff/notices", notice)).body.notice;
  await society.send("PUT", `/staff/notices/${made.id}`, notice);
  await society.send("GET", "/staff/notices");
  await society.send("DELETE", `/staff/notices/${made.id}`);
  senkoi.post.refusals.set("gone@example.jp", "550 5.1.1 no such user");
  await senkoi.send("POST", "/mail-addresses", { mail: "gone@example.jp", field: "02" });
  const undelivered = async () => (await society.send("GET", "/staff/letters")).body.letters[0];
  const letter = await until("the letter to be given up", undelivered, 20_000);
  await society.send("POST", `/staff/letters/${letter.id}/retry`, {});
  await society.send("POST", "/staff/letters/999999/retry", {});
  await society.send("POST", "/staff/letters/retry", {});
  for (const path of ["progress", "statistics", "progress?round=1", "statistics?field=01", "statistics.csv"]) await society.send("GET", `/staff/${path}`);

  const season = (await board.send("GET", "/staff/season")).body;
  const rounds = season.rounds.map((/** @type {any} */ { entry: moments, closed }) => ({ ...moments, closed }));
  const sent = { start_year: season.start_year, release_needed: season.release_needed, rounds };
  await board.send("PUT", "/staff/season", sent);
  await board.send("PUT", "/staff/season", { ...sent, rounds: [{ ...rounds[0], adoption_from: "soon" }] });
  await board.send("POST", "/staff/season", sent);
  await board.send("GET", "/staff/ceilings");
  await board.send("PUT", "/staff/ceilings/02-13", { published: "999", reason: "" });
  await board.send("PUT", "/staff/ceilings/02-13", { published: "999", reason: "国の通知" });
  await board.send("POST", "/staff/ceilings/proposals", {});
  await imports(board, "/staff/ceilings/import", `領域,都道府県,年度,採用数\n小児科,東京,${season.start_year - 1},120\n`);
  await board.send("GET", "/staff/release/1");
  await board.send("POST", "/staff/release/1", {});
  await board.send("DELETE", "/staff/release/1", {});
  await board.send("GET", "/staff/release/1/recipients.csv?lang=en");
  await colleague.send("GET", "/staff/release/9");
  await imports(board, "/staff/regional-quota/import", "医籍登録番号,都道府県\n999999,東京\n");
  await board.send("GET", "/staff/regional-quota");
  await board.send("GET", "/staff/audit?action=ceiling_published");
  await seatsByKind(senkoi, board, society, table);
}

/** Kinds, offers, limits and classes, and what the public sees of them (T1–T6, T10). @param {import("../browser/harness/senkoi.js").Senkoi} senkoi
 * @param {Office} board @param {Office} society @param {(who: Office, path: string, text: string) => Promise<any>} table */
async function seatsByKind(senkoi, board, society, table) {
  const imports = async (/** @type {Office} */ who, /** @type {string} */ path, /** @type {string} */ text) =>
    table(who, `${path}?confirm=${(await table(who, path, text)).body.digest}`, text);
  const { known } = (await board.send("GET", "/staff/kinds")).body;
  const kinds = known.map((/** @type {any} */ { code, group, name, sentence }) =>
    ({ code, group, name_ja: name.ja, name_en: name.en, sentence_ja: sentence.ja, sentence_en: sentence.en }));
  const classes = [{ code: "quota", name_ja: "地域枠", name_en: "Regional quota", at_ceiling: false, at_capacity: true, from_quota: true }];
  await board.send("PUT", "/staff/kinds", { kinds: [{ code: "1", name_ja: "" }] });
  await board.send("PUT", "/staff/kinds", { kinds, classes });
  const published = "field,prefecture,ordinary,partnership_all,special,partnership,ceiling\n小児科,東京都,400,200,100,100,700\n小児科,(合計),400,200,100,100,700\n";
  await table(board, "/staff/limits/import", "領域,都道府県,枠,上位の枠,上限\n小児科,東京,通常枠,,5\n小児科,東京,nothing,,5\n");
  await imports(board, "/staff/limits/import", published);
  await board.send("GET", "/staff/limits");
  await board.send("GET", "/staff/limits.csv");
  const program = (await senkoi.send("GET", "/programs?field=02&prefecture=13")).body.programs[0];
  await table(society, "/staff/offers/import", `id,kind,seats\n${program.id},nothing,5\n`);
  await imports(society, "/staff/offers/import", `id,kind,seats\n${program.id},ordinary,20\n${program.id},特別地域連携枠,3\n`);
  await society.send("GET", "/staff/offers.csv");
  for (const path of ["/season", "/catalogue/02", "/figures/02", `/programs/${program.id}`, "/programs?field=02&prefecture=13"]) await senkoi.send("GET", path);
  await board.send("PUT", "/staff/classes/0100000000", { class: "quota", reason: "名簿" });
  await board.send("PUT", "/staff/classes/0100000000", { class: "quota", reason: "" });
  await board.send("GET", "/staff/classes");
}
