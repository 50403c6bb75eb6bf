// A director's way over the API, for the test that holds each answer against its description (S1, S2, M5.2).
import assert from "node:assert/strict";
import { Director, sql } from "../browser/steps/director.js";

const hour = 3_600_000;

/** @typedef {import("../browser/harness/senkoi.js").Senkoi} Senkoi */
/** @typedef {(method: string, path: string, answer: {status: number, body: any, headers: Headers}) => void} Told */

/** What is told as events: the first of them, and the head. @param {Director} director @param {Told} told */
async function listen({ senkoi, cookie }, told) {
  const path = "/staff/seats/events";
  const ending = new AbortController();
  const answer = await fetch(`${senkoi.direct}/api/v1${path}`, { headers: { cookie }, signal: ending.signal });
  const { value } = await /** @type {any} */ (answer.body).getReader().read();
  ending.abort();
  const text = new TextDecoder().decode(value);
  assert.match(text, /^retry: 3000\nevent: seats\ndata: \{"seats":\[.*\]\}\n\n$/u);
  told("GET", path, { status: answer.status, body: text, headers: answer.headers });
}

/** In the adoption period. @param {Senkoi} senkoi @param {any} round @param {Told} told */
export async function directorDecides(senkoi, round, told) {
  await senkoi.clock(round.adoption_from + hour);
  const [{ program }] = sql(senkoi, `SELECT program FROM application WHERE state = 'applied' GROUP BY program
    HAVING program NOT IN (SELECT program FROM staff_program) ORDER BY count(*) DESC, program LIMIT 1`);
  const director = new Director(senkoi, [program]);
  const { candidates } = await director.board();
  await director.send("GET", `/staff/candidates?program=${program}`);
  await director.send("GET", "/staff/candidates?program=999999");
  await director.send("GET", "/staff/candidates.csv?lang=en");
  await listen(director, told);
  const [first, second] = candidates.map((/** @type {any} */ { application }) => application.id);
  await director.decide({ application: first, from: "applied", to: "adopted" });
  await director.decide({ application: first, from: "applied", to: "rejected" });
  if (second) await director.decide({ application: second, from: "applied", to: "held", reason: "面接日の調整中", owner: "研修係" });
  await director.board();
  await director.send("POST", "/staff/decisions", { decisions: [{ application: first, from: "adopted", to: "held" }] });
  await director.send("POST", "/staff/decisions", { decisions: [{ application: 999_999, from: "applied", to: "adopted" }] });
  await director.send("POST", `/staff/candidates/${first}/decline`, {});
  const data = { ...candidates[0].account.data, phone: "０３−１２３４−５６７９" };
  await director.send("PUT", `/staff/candidates/${first}/data`, { ...data, phone: "x" });
  await director.send("PUT", `/staff/candidates/${first}/data`, { ...data, note: "11月20日に電話で申し出" });
  return { director, first };
}

/** Once the results are out. @param {{director: Director, first: number}} of */
export async function directorDeclines({ director, first }) {
  await director.send("POST", `/staff/candidates/${first}/decline`, {});
  await director.board();
}
