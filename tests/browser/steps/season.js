// What a season is made of, for the test that plays one from nothing: last season's tables, who wishes what, who decides, what must hold.
import assert from "node:assert/strict";
import { startSenkoi } from "../harness/senkoi.js";
import { Director, sql } from "./director.js";
import { Office } from "./office.js";

/** @typedef {import("../harness/senkoi.js").Senkoi} Senkoi */
/** @typedef {{id: number, field: number, prefecture: number, capacity: number, rounds: number}} Program */

export const fields = Array.from({ length: 19 }, (_, i) => i + 1);
export const two = (/** @type {number} */ number) => String(number).padStart(2, "0");

/** The rounds as the board types them. */
export const rounds = [
  { registration_from: "2018-10-22 12:00", registration_until: "2018-11-21 12:00", adoption_from: "2018-12-03 12:00", adoption_until: "2018-12-14 12:00", notification_at: "2018-12-18 12:00" },
  { registration_from: "2018-12-22 12:00", registration_until: "2019-01-21 12:00", adoption_from: "2019-01-28 12:00", adoption_until: "2019-02-06 12:00", notification_at: "2019-02-12 12:00" },
];
/** When a moment of a round is. @param {number} round @param {keyof typeof rounds[0]} name */
export const moment = (round, name) => Date.parse(`${rounds[round - 1]?.[name].replace(" ", "T")}+09:00`);

/** What societies and board have from the season before, as their own tables: programs by field, adoptions of five years. */
export async function lastSeason() {
  const old = await startSenkoi("--demo-applicants", "0");
  try {
    const board = new Office(old, "board", null, "機構");
    /** @type {Map<number, string>} */
    const programs = new Map();
    for (const field of fields) programs.set(field, ofThisSeason((await board.send("GET", `/staff/programs.csv?lang=ja&field=${two(field)}`)).body));
    const { ceilings } = (await board.send("GET", "/staff/ceilings")).body;
    const past = ceilings.flatMap((/** @type {any} */ { field, prefecture, past: years }) =>
      years.map((/** @type {any} */ { year, adopted }) => `${field},${prefecture},${year},${adopted}`));
    return { programs, past: ["領域,都道府県,年度,採用数", ...past, ""].join("\n"), cells: ceilings.length };
  } finally {
    await old.stop();
  }
}

/** Without the first column: they are new programs here; and without the third round, which this season has not. @param {string} table */
const ofThisSeason = (table) => table.split("\r\n").map((line) => line.slice(line.indexOf(",") + 1)).join("\r\n").replaceAll("1 2 3", "1 2");

/** A dry run, and what it found good is done. @param {Office} office @param {string} table @returns {Promise<number>} how many came in */
export async function imports(office, table) {
  const send = (/** @type {string} */ query) => office.senkoi.send("POST", `/staff/programs/import${query}`, table, { ...office.headers, "content-type": "text/csv" });
  const { body: dry } = await send("");
  assert.deepEqual(dry.problems, []);
  const { body } = await send(`?confirm=${dry.digest}`);
  assert.ok(body.done, JSON.stringify(body));
  return body.added;
}

/** @param {Senkoi} senkoi @returns {Program[]} */
export const programs = (senkoi) => sql(senkoi, "SELECT id, field, prefecture, capacity, rounds FROM program ORDER BY id");

/** So many wishes for the programs of a cell, none wished by more than it has seats. @param {Program[]} cell @param {number} count */
export function withinSeats(cell, count) {
  /** @type {number[]} */
  const wished = [];
  for (let seat = 0; wished.length < count; ++seat) {
    const open = cell.filter(({ capacity }) => seat < capacity);
    assert.ok(open.length > 0, "the cell has seats for all of them");
    wished.push(...open.map(({ id }) => id));
  }
  return wished.slice(0, count);
}

/** @param {Program[]} all @param {{field: number, prefecture: number}} cell */
export const within = (all, { field, prefecture }) => all.filter((each) => each.field === field && each.prefecture === prefecture);

/**
 * What is wished by the API: 148 for Tokyo's paediatrics with the two on the pages, who both want the first of its programs; the manual's
 * 220; the rest wherever there is a program.
 * @param {Program[]} all @param {{field: number, prefecture: number}} tokyo @param {{field: number, prefecture: number}} osaka @param {number} count
 */
export function wishesOf(all, tokyo, osaka, count) {
  const [wanted = 0, ...inTokyo] = withinSeats(within(all, tokyo), 148);
  inTokyo.splice(inTokyo.lastIndexOf(wanted), 1);
  const inCells = new Set([...within(all, tokyo), ...within(all, osaka)]);
  const elsewhere = all.filter((each) => !inCells.has(each));
  const fieldOf = new Map(all.map(({ id, field }) => [id, two(field)]));
  const anywhere = Array.from({ length: count - 148 - 220 }, (_, at) => elsewhere[(at * 7) % elsewhere.length]?.id ?? 0);
  const wishes = [...inTokyo, ...withinSeats(within(all, osaka), 220), ...anywhere];
  return { wanted, wishes: wishes.map((program, at) => ({ number: 1000 + at, field: fieldOf.get(program) ?? "", program })) };
}

/** A program of a cell that recruits in the second round, with two seats left. @param {Senkoi} senkoi @param {{field: number, prefecture: number}} cell @returns {number} */
export const roomy = (senkoi, { field, prefecture }) => sql(senkoi, `SELECT id FROM program p WHERE field = ${field} AND prefecture = ${prefecture} AND rounds & 2
  AND capacity - (SELECT count(*) FROM application WHERE program = p.id AND state = 'adopted') >= 2 LIMIT 1`)[0].id;

/** Adopts all who wait, as far as it goes. @param {Director} director @returns {Promise<any[]>} the refusals */
export async function adoptsAll(director) {
  const refused = [];
  const waiting = (await director.board()).candidates.filter((/** @type {any} */ { application }) => application.state === "applied");
  for (let at = 0; at < waiting.length; at += 500) {
    const decisions = waiting.slice(at, at + 500).map((/** @type {any} */ { application }) => ({ application: application.id, from: "applied", to: "adopted" }));
    refused.push(...(await director.decide(...decisions)).filter(({ code }) => code !== null));
  }
  return refused;
}

/** Not adopted: those whom a limit refused. @param {Director} director @param {any[]} refused */
export async function rejects(director, refused) {
  for (let at = 0; at < refused.length; at += 500) {
    const decisions = refused.slice(at, at + 500).map(({ application }) => ({ application, from: "applied", to: "rejected" }));
    for (const { code } of await director.decide(...decisions)) assert.equal(code, null);
  }
}

/** How many of a cell are in which state in a round. @param {Senkoi} senkoi @param {{field: number, prefecture: number}} cell @param {number} [round] */
export const states = (senkoi, { field, prefecture }, round = 1) => Object.fromEntries(sql(senkoi, `SELECT state, count(*) AS count FROM application a
  JOIN program p ON p.id = a.program WHERE field = ${field} AND prefecture = ${prefecture} AND round = ${round} GROUP BY state`).map(({ state, count }) => [state, count]));

/** The user IDs of those whom a cell did not adopt. @param {Senkoi} senkoi @param {{field: number, prefecture: number}} cell @returns {Set<string>} */
export const refusedIn = (senkoi, { field, prefecture }) => new Set(sql(senkoi, `SELECT user_id FROM application JOIN program p ON p.id = program
  WHERE field = ${field} AND prefecture = ${prefecture} AND state = 'rejected'`).map(({ user_id: id }) => id));

/** Where more are adopted than there are seats or than the ceiling lets in, over the whole season (S2, M3.7). @param {Senkoi} senkoi */
export const limitsPassed = (senkoi) => sql(senkoi, `
  SELECT 'ceiling' AS what, c.field, c.prefecture, c.published AS most, count(*) AS adopted FROM application a JOIN program p ON p.id = a.program
    JOIN ceiling c ON (c.start_year, c.field, c.prefecture) = (p.start_year, p.field, p.prefecture)
    WHERE a.state = 'adopted' GROUP BY c.field, c.prefecture HAVING count(*) > c.published
  UNION ALL SELECT 'capacity', p.field, p.id, p.capacity, count(*) FROM application a JOIN program p ON p.id = a.program
    WHERE a.state = 'adopted' GROUP BY p.id HAVING count(*) > p.capacity`);
