// The director's page without its drawing: decisions on their way (S1, S2), and keys that mean something in the list alone.
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { openSite } from "./modules.js";

const site = await openSite();
after(() => site.close());
const { Board, leftOf } = await site.load("pages/staff/candidates/board.ts");
const { leftFor } = await site.load("pages/staff/candidates/rooms.ts");
const { onKey } = await site.load("pages/staff/candidates/keys.ts");
const { choose, choiceOf, queryOf } = await site.load("pages/staff/candidates/choosing.ts");

const may = { adopt: null, reject: null, hold: null, undecide: null, decline: null, change: null };
const seats = { adopted: 0, capacity: 10, left: 10, prefecture_adopted: 120, ceiling: 124, ceiling_left: 4 };
const candidate = (/** @type {number} */ id, state = "applied", years = 3) => ({
  application: { id, program: 7, round: 1, state, applied_at: 1000 - id, changed_at: 0 }, held: null, may,
  account: { user_id: "0248391621", mail: "", years_since_licence: years, data: { family_name: `姓${id}`, given_name: "名" } },
});
const board = () => new Board({ programs: [{ id: 7, seats }], candidates: [1, 2, 3].map((id) => candidate(id)) });

/** @type {any[]} */
let sent = [];
/** @type {(decision: any) => any} */
let outcome;

beforeEach(() => {
  sent = [];
  outcome = ({ application, to }) => ({ application, code: null, message: null, state: to, held: null, may, seats });
  globalThis.fetch = /** @type {any} */ (async (/** @type {string} */ url, /** @type {RequestInit} */ init) => {
    if (url.endsWith("/site.json")) return Response.json({ api: "/api/v1" });
    const { decisions } = JSON.parse(String(init.body));
    sent.push(decisions);
    return Response.json({ outcomes: decisions.map(outcome) });
  });
});

test("S1 what is decided shows at once, and is sent with what was decided meanwhile", async () => {
  const desk = board();
  desk.wish([desk.get(1)], "adopted");
  assert.equal(desk.stateOf(desk.get(1)), "adopted");
  assert.ok(desk.isOnItsWay(desk.get(1)));
  const sending = desk.send(() => {});
  desk.wish([desk.get(2), desk.get(3)], "rejected");
  await sending;
  assert.deepEqual(sent.map((batch) => batch.map((/** @type {any} */ { application }) => application)), [[1], [2, 3]]);
  assert.equal(desk.get(3).application.state, "rejected");
  assert.equal(desk.isSending || desk.isOnItsWay(desk.get(1)), false);
});

test("S1 two decisions on one application follow each other", async () => {
  const desk = board();
  desk.wish([desk.get(1)], "adopted");
  desk.wish([desk.get(1)], "rejected");
  desk.wish([desk.get(1)], "rejected");
  await desk.send(() => {});
  assert.deepEqual(sent.flat().map(({ from, to }) => [from, to]), [["applied", "adopted"], ["adopted", "rejected"]]);
});

test("S2 what was refused stands as it was, with what the server said", async () => {
  const desk = board();
  const full = { ...seats, ceiling_left: 0 };
  outcome = ({ application }) => ({ application, code: "ceiling_reached", message: "124", state: "applied", held: null, may, seats: full });
  desk.wish([desk.get(1)], "adopted");
  await desk.send(() => {});
  assert.equal(desk.stateOf(desk.get(1)), "applied");
  assert.equal(desk.refusalOf(desk.get(1)).message, "124");
  assert.equal(leftOf(desk.programs[0].seats), 0);
});

test("an answer that was lost on the way is no refusal: the decision was there already", async () => {
  const desk = board();
  outcome = ({ application }) => ({ application, code: "changed_meanwhile", message: "changed", state: "adopted", held: null, may, seats });
  desk.wish([desk.get(1)], "adopted");
  await desk.send(() => {});
  assert.equal(desk.refusalOf(desk.get(1)), undefined);
  assert.equal(desk.stateOf(desk.get(1)), "adopted");
});

test("a batch refused as a whole is given up, and stands before no later decision", async () => {
  const desk = board();
  const answering = globalThis.fetch;
  globalThis.fetch = /** @type {any} */ (async (/** @type {string} */ url) =>
    url.endsWith("/site.json") ? Response.json({ api: "/api/v1" }) : Response.json({ code: "not_found", message: "no" }, { status: 404 }));
  desk.wish([desk.get(1)], "adopted");
  await assert.rejects(desk.send(() => {}, () => true));
  assert.equal(desk.stateOf(desk.get(1)), "applied");
  assert.equal(desk.isSending, false);
  globalThis.fetch = answering;
  desk.wish([desk.get(2)], "rejected");
  await desk.send(() => {});
  assert.deepEqual(sent.flat().map(({ application }) => application), [2]);
});

test("S2 a choice of more than there are seats is counted before anything is sent, with what is on its way", async () => {
  const desk = board();
  const [program] = desk.programs;
  program.seats = { ...seats, left: 2, ceiling_left: 2 };
  assert.equal(desk.tooMany([1, 2, 3].map((id) => desk.get(id)), program), 1);
  assert.equal(desk.tooMany([desk.get(1), desk.get(2)], program), 0);
  desk.wish([desk.get(1)], "adopted");
  assert.equal(desk.adoptable(program), 1);
  assert.equal(desk.tooMany([desk.get(1), desk.get(2), desk.get(3)], program), 1);
  assert.deepEqual(sent, []);
});

const byKind = {
  ...seats, left: 9, ceiling_left: 9,
  offers: [{ kind: "ordinary", adopted: 0, seats: 5, left: 5 }, { kind: "partnership", adopted: 0, seats: 5, left: 5 }, { kind: "special", adopted: 0, seats: 2, left: 2 }],
  limits: [{ node: "all", parent: "", limit: 9, adopted: 0, left: 9 }, { node: "ordinary", parent: "all", limit: 1, adopted: 0, left: 1 },
    { node: "linked", parent: "all", limit: 1, adopted: 0, left: 1 }, { node: "partnership", parent: "linked", limit: null, adopted: 0, left: null },
    { node: "special", parent: "linked", limit: 1, adopted: 0, left: 1 }],
};

test("T5 a choice across kinds is counted at each limit that it meets: the group's as well, and not for who does not count there", () => {
  const desk = board();
  const [program] = desk.programs;
  program.seats = byKind;
  const of = (/** @type {number} */ id, /** @type {string} */ kind, /** @type {any} */ counts = undefined) => {
    const one = candidate(id);
    desk.put({ ...one, application: { ...one.application, kind, ...(counts ? { counts } : {}) } });
    return desk.get(id);
  };
  assert.equal(desk.tooMany([of(1, "ordinary"), of(2, "special")], program), 0);
  assert.equal(desk.tooMany([of(1, "partnership"), of(2, "special")], program), 1, "one seat in the group of both");
  assert.equal(desk.tooMany([of(1, "partnership"), of(2, "special", { at_ceiling: false, at_capacity: true })], program), 0);
  assert.equal(desk.tooMany([of(1, "ordinary"), of(2, "ordinary"), of(3, "special")], program), 1);
  assert.equal(leftFor(byKind, desk.get(3)), 1);
  assert.equal(leftFor(seats, candidate(1)), 4, "in a season of one kind: the least of capacity and ceiling");
});

test("L11 a decision is undone with what it replaced: a hold comes back with its reason and owner", async () => {
  const desk = board();
  const held = { reason: "面接日の調整中", owner: "髙橋" };
  desk.put({ ...desk.get(1), application: { ...desk.get(1).application, state: "held" }, held });
  desk.wish([desk.get(1)], "adopted");
  await desk.send(() => {});
  assert.deepEqual(desk.replacedOf(desk.get(1)), { state: "held", held });
  desk.undo([desk.get(1)]);
  await desk.send(() => {});
  assert.deepEqual(sent.flat().at(-1), { application: 1, from: "adopted", to: "held", ...held });
  desk.undo([desk.get(2)]); // decided nothing, undoes nothing
  assert.equal(desk.isSending, false);
});

test("L13 a colleague's decision is taken over, but not over one that is on its way", async () => {
  const desk = board();
  desk.wish([desk.get(1)], "adopted");
  desk.update({ programs: [{ id: 7, seats: { ...seats, left: 9 } }], candidates: [candidate(1, "rejected"), candidate(2, "rejected")] });
  assert.equal(desk.stateOf(desk.get(1)), "adopted");
  assert.equal(desk.get(1).application.state, "applied");
  assert.equal(desk.stateOf(desk.get(2)), "rejected");
  assert.equal(desk.programs[0].seats.left, 9);
});

test("L13 the choice stands in the address and is read back from it", () => {
  const choice = { program: 7, text: "髙", filter: "held", order: "name" };
  const query = queryOf(choice, "?lang=en");
  assert.deepEqual(choiceOf(query), choice);
  assert.match(query, /lang=en/);
  assert.deepEqual(choiceOf("?filter=nonsense&program=x"), { program: 0, text: "", filter: "all", order: "applied" });
});

test("500 at most go at once", async () => {
  const many = Array.from({ length: 501 }, (_, i) => candidate(i + 1));
  const desk = new Board({ programs: [{ id: 7, seats }], candidates: many });
  desk.wish(many, "rejected");
  await desk.send(() => {});
  assert.deepEqual(sent.map(({ length }) => length), [500, 1]);
});

test("S1 filter and order; the search is the core's", () => {
  const desk = new Board({ programs: [], candidates: [candidate(1), candidate(2, "adopted", 5), candidate(3, "applied", 2)] });
  const rules = {
    displayUserId: (/** @type {string} */ id) => id,
    search: (/** @type {any[]} */ entries) => ({ find: ({ name = "" }) => Uint32Array.from(entries.keys()).filter((i) => entries[i].name.includes(name)) }),
  };
  const found = (/** @type {object} */ choice) => choose(desk, { program: 7, text: "", filter: "all", order: "applied", ...choice }, rules);
  assert.deepEqual(found({}), [3, 2, 1]);
  assert.deepEqual(found({ order: "years" }), [3, 1, 2]);
  assert.deepEqual(found({ filter: "adopted" }), [2]);
  assert.deepEqual(found({ text: "姓3" }), [3]);
});

/** @param {string} key @param {object} [more] */
function press(key, more = {}) {
  /** @type {string[]} */
  const done = [];
  const keys = new Proxy({}, { get: (_, name) => (/** @type {unknown[]} */ ...given) => done.push([String(name), ...given].join(" ")) });
  onKey({ key, code: "", ctrlKey: false, metaKey: false, altKey: false, isComposing: false, target: { tagName: "TR" }, preventDefault() {}, ...more }, keys);
  return done;
}

test("S1 keys of the list: arrows and letters, capital or under an input method", () => {
  assert.deepEqual(press("j"), ["move 1"]);
  assert.deepEqual(press("ArrowUp"), ["move -1"]);
  assert.deepEqual(press("A"), ["adopt"]);
  assert.deepEqual(press("Process", { code: "KeyR" }), ["reject"]);
  assert.deepEqual(press("End"), ["edge last"]);
});

test("S1 a button or check box of a row, clicked, leaves the letters to the list and keeps Enter and Space", () => {
  for (const target of [{ tagName: "BUTTON" }, { tagName: "INPUT", type: "checkbox" }]) {
    const inRow = { target: { ...target, closest: () => ({}) } };
    assert.deepEqual(press("u", inRow), ["undo"]);
    assert.deepEqual(press("j", inRow), ["move 1"]);
    for (const key of ["Enter", " "]) assert.deepEqual(press(key, inRow), []);
  }
});

test("nothing that somebody types is taken for a key of the list, nor a key of the browser's", () => {
  for (const tagName of ["INPUT", "TEXTAREA", "SELECT", "BUTTON"]) assert.deepEqual(press("a", { target: { tagName, closest: () => null } }), []);
  assert.deepEqual(press("a", { target: { tagName: "INPUT", type: "text", closest: () => ({}) } }), []);
  assert.deepEqual(press("r", { ctrlKey: true }), []);
  assert.deepEqual(press("a", { isComposing: true }), []);
  assert.deepEqual(press("q"), []);
});
