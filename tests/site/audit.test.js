// The audit log as people read it and ask for it (S5): every action has words, details and subjects are in the reader's language, and
// what is typed as it is seen finds what the log holds.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import { openSite } from "./modules.js";

const site = await openSite();
after(() => site.close());
const { readableDetail, readableSubject, subjectMeant, actorMeant } = await site.load("pages/staff/audit/readable.ts");
const { auditActions } = await site.load("words/staff_audit.ts");
const { speak } = await site.load("words/i18n.ts");
const { loadCoreWords } = await site.load("words/core_words.ts");
for (const language of ["ja", "en"]) await loadCoreWords(language);

test("S5 every action that the server writes down has its words", () => {
  const folder = new URL("../../server/operations/", import.meta.url);
  const sources = readdirSync(folder).filter((name) => name.endsWith(".cpp")).map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  const written = [...sources.matchAll(/appendAudit\(now, [^;]*?;/gs)].flatMap(([call]) => call.match(/"[a-z]+(_[a-z]+)*"/g)?.slice(0, call.includes("?") ? 2 : 1) ?? []);
  assert.ok(written.length > 30, `${written.length} found`);
  assert.deepEqual(written.map((text) => JSON.parse(text)).filter((action) => !(action in auditActions)), []);
});

test("S5 details and subjects are said in the reader's language, and unknown words stand", () => {
  speak("ja");
  assert.equal(readableDetail("applied to adopted"), "応募中 → 採用");
  assert.equal(readableDetail("124 to 130, computed 124"), "124 → 130、算出値 124");
  assert.equal(readableDetail("2 rounds, release by two not needed"), "2 回の募集、2人の承認は不要");
  assert.equal(readableDetail("registry_number, odd"), "医籍登録番号、odd");
  assert.equal(readableDetail(""), "");
  assert.equal(readableSubject("staff 3"), "担当者 3");
  assert.equal(readableSubject("02-13"), "02-13");
  speak("en");
  assert.equal(readableDetail("124 to 130, computed 124"), "124 to 130, calculated 124");
  assert.equal(readableSubject("staff 3"), "staff 3");
});

test("S5 what is typed as it is seen is found", () => {
  speak("ja");
  for (const typed of ["担当者 3", "担当者３", " staff 3 "]) assert.equal(subjectMeant(typed), "staff 3");
  assert.equal(subjectMeant("０２－１３"), "02-13");
  assert.equal(actorMeant("02-0367658-0"), "0203676580");
});
