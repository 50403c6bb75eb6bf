// The module of the pages for staff: the same rules, other forms (S1, S3, S4; reliability 14).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const folder = new URL("../../build/wasm/staff/", import.meta.url);
const { createCore } = await import(new URL("core.node.js", folder));
const core = await createCore();
core.configure({ now: Date.parse("2018-10-25T12:00:00+09:00"), startYear: 2019 });
const read = (name) => JSON.parse(readFileSync(new URL(`../../build/words/${name}.json`, import.meta.url), "utf8"));

/** What the whole form says of these values. */
function said(name, values) {
  const form = core.form(name);
  form.fill(values);
  const codes = Object.fromEntries(form.check().map(({ field, code }) => [field, code]));
  return { codes, get: (item) => form.get(item) };
}

test("it holds the forms of staff.forms.json, and none that only applicants fill in", () => {
  const forms = read("staff.forms");
  for (const [name, items] of Object.entries(forms)) assert.deepEqual([...core.form(name).items], items.map((item) => item.name));
  assert.throws(() => core.form("registration"), RangeError);
});

test("reliability 14 a confirmation code is six digits in any width, or a recovery code in any writing", () => {
  const canonical = (confirmation_code) => {
    const { codes, get } = said("staff_log_in", { mail: "a@example.jp", password: "x", confirmation_code });
    return codes.confirmation_code ?? get("confirmation_code");
  };
  assert.equal(canonical("１２３ ４５６"), "123456");
  assert.equal(canonical("0000-ABCD-efgh-jkmn"), "0000ABCDEFGHJKMN");
  assert.equal(canonical("oooo-ABCD-efgh-jkm1"), "0000ABCDEFGHJKM1");
  assert.equal(canonical("0000-ABCD-efgh-jkml"), "0000ABCDEFGHJKM1");
  for (const wrong of ["12345", "1234567", "12345a", "0000-ABCD-efgh-jkmu", "0000-ABCD-efgh-jkm", "0000-ABCD-efgh-jkmn-0"])
    assert.match(canonical(wrong), /confirmation_code_shape|too_long/, wrong);
});

test("a password of staff has 12 to 64 printable half-width characters, twice the same", () => {
  const code = (password, password_again = password) => said("staff_join", { password, password_again, confirmation_code: "123456" }).codes;
  assert.deepEqual(code("a".repeat(12)), {});
  assert.deepEqual(code("!~".repeat(32)), {});
  assert.equal(code("a".repeat(11)).password, "password_short");
  assert.equal(code("a".repeat(65)).password, "password_long");
  assert.deepEqual(code(` ${"ａ".repeat(12)}`, "a".repeat(12)), {}, "read as half-width, without the ends' spaces");
  assert.equal(code("あ".repeat(12)).password, "staff_password_characters");
  assert.equal(code("two words, no").password, "staff_password_characters");
  assert.equal(code("a".repeat(12), "b".repeat(12)).password_again, "password_mismatch");
});

test("S3, S4 everybody but the board works for a field", () => {
  const values = { name: "花子", mail: "a@example.jp", language: "ja" };
  assert.equal(said("staff_invitation", { ...values, role: "director" }).codes.field, "choice_required");
  assert.deepEqual(said("staff_invitation", { ...values, role: "society", field: "02" }).codes, {});
  const board = said("staff_invitation", { ...values, role: "board", field: "02" });
  assert.deepEqual(board.codes, {});
  assert.equal(board.get("field"), "");
  assert.equal(said("staff_invitation", { ...values, role: "king" }).codes.role, "choice_unknown");
  assert.equal(said("staff_invitation", { ...values, role: "society", field: "20" }).codes.field, "choice_unknown");
});

test("the applicants' module does not carry the forms of staff", async () => {
  const applicants = await (await import(new URL("../core/core.node.js", folder))).createCore();
  assert.throws(() => applicants.form("staff_log_in"), RangeError);
});

test("S4 a season that overlaps or runs backwards is told with its round", () => {
  const at = (text) => Date.parse(`${text}:00+09:00`);
  const round = (number, ...days) => {
    const [from, until, opens, closes, notification_at] = days.map((day) => at(`${day}T12:00`));
    return { round: number, registration_from: from, registration_until: until, adoption_from: opens, adoption_until: closes, notification_at };
  };
  const first = round(1, "2024-11-01", "2024-11-15", "2024-11-18", "2024-11-26", "2024-11-29");
  const second = round(2, "2024-12-02", "2024-12-13", "2024-12-16", "2024-12-23", "2024-12-25");
  assert.equal(core.checkSeason([first, second], 2025), null);
  assert.deepEqual(core.checkSeason([], 2025), { code: "season_without_round", round: 0 });
  assert.deepEqual(core.checkSeason([first, { ...second, adoption_from: first.notification_at }], 2025), { code: "periods_out_of_order", round: 2 });
  assert.deepEqual(core.checkSeason([first, { ...second, registration_from: first.adoption_until }], 2025), { code: "rounds_out_of_order", round: 1 });
  assert.deepEqual(core.checkSeason([first], 2024), { code: "rounds_out_of_order", round: 1 });
});

test("S3 S4 what offices enter is read as they write it", () => {
  const program = { field: "2", prefecture: "13", facility: "病院", name: "小児科", capacity: "１２", rounds: "2、1", director: "山田", department: "",
    phone: "０３－１２３４－５６７８", mail: "", address: "", url: "www.example.jp" };
  const { codes, get } = said("program_entry", program);
  assert.deepEqual(codes, {});
  assert.deepEqual(["field", "capacity", "rounds", "phone", "url"].map(get), ["02", "12", "12", "03-1234-5678", "https://www.example.jp"]);
  assert.equal(said("program_entry", { ...program, capacity: "0" }).codes.capacity, "number_out_of_range");
  assert.equal(said("program_entry", { ...program, url: "javascript:alert(1)" }).codes.url, "web_address");
  assert.equal(said("round_entry", { registration_from: "2026-02-30 12:00" }).codes.registration_from, "moment_unreadable");
  assert.equal(said("notice_entry", { published_at: "2026年10月1日12時00分", title_ja: "件名", body_ja: "本文" }).get("published_at"), "2026-10-01 12:00");
});
