// 100 directors of one prefecture adopt at the same moment, each over a connection of their own to the running server: neither
// ceiling nor capacity is ever passed (S2, M3.7, 25), and the seats that are told live end where the rows do.
import assert from "node:assert/strict";
import http from "node:http";
import test from "node:test";
import { startSenkoi } from "../browser/harness/senkoi.js";
import { until } from "../browser/harness/until.js";
import { Director, programsOf, sql } from "../browser/steps/director.js";
import { Office } from "../browser/steps/office.js";

const [pediatrics, tokyo] = [2, 13];
const hour = 3_600_000;
const directors = 100;

/** One connection that stays open. @param {import("../browser/harness/senkoi.js").Senkoi} senkoi @param {Director} director */
function connection(senkoi, director) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname, port } = new URL(senkoi.direct);
  /** @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<{status: number, body: any}>} */
  const send = (method, path, body) => new Promise((resolve, reject) => {
    const headers = { origin: senkoi.origin, ...director.headers, "content-type": "application/json" };
    const request = http.request({ agent, hostname, port, method, path: `/api/v1${path}`, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text ? JSON.parse(text) : undefined }));
    });
    request.on("error", reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
  return { send, close: () => agent.destroy() };
}

/** Follows the seats until the connection ends. @param {import("../browser/harness/senkoi.js").Senkoi} senkoi @param {string} cookie */
function follow(senkoi, cookie) {
  /** @type {{seats: any[], events: number, ended: boolean, stop: () => void}} */
  const heard = { seats: [], events: 0, ended: false, stop: () => {} };
  const { hostname, port } = new URL(senkoi.direct);
  const request = http.request({ hostname, port, path: "/api/v1/staff/seats/events", headers: { cookie } }, (response) => {
    assert.equal(response.headers["content-type"], "text/event-stream");
    let text = "";
    response.setEncoding("utf8").on("data", (part) => {
      text += part;
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const data = text.slice(0, end).split("\n").find((line) => line.startsWith("data: "));
        if (data) [heard.seats, heard.events] = [JSON.parse(data.slice("data: ".length)).seats, heard.events + 1];
        text = text.slice(end + 2);
      }
    });
    response.on("error", () => {}).on("end", () => (heard.ended = true));
  });
  request.on("error", () => {}).end();
  heard.stop = () => request.destroy();
  return heard;
}

test("S2 100 directors of one prefecture at the same moment pass neither ceiling nor capacity", async (t) => {
  const senkoi = await startSenkoi();
  t.after(() => senkoi.stop());
  const programs = programsOf(senkoi, pediatrics, tokyo);
  const crowd = Array.from({ length: directors }, (_, i) => new Director(senkoi, [programs[i % programs.length] ?? 0]));
  const [first] = (await senkoi.season()).schedule.rounds;
  await senkoi.clock(first.adoption_from + hour);

  const [cell] = sql(senkoi, `SELECT published AS ceiling,
    (SELECT count(*) FROM application JOIN program p ON p.id = program WHERE p.field = ${pediatrics} AND p.prefecture = ${tokyo} AND state = 'applied') AS candidates
    FROM ceiling WHERE field = ${pediatrics} AND prefecture = ${tokyo}`);
  assert.deepEqual(cell, { ceiling: 124, candidates: 148 }, "the demo's Tokyo: more candidates than the ceiling has room for");

  const watching = [crowd[0], crowd[1]].map((each) => follow(senkoi, each?.cookie ?? ""));
  t.after(() => watching.forEach(({ stop }) => stop()));
  const lines = crowd.map((each) => connection(senkoi, each));
  t.after(() => lines.forEach(({ close }) => close()));
  const boards = await Promise.all(lines.map(({ send }) => send("GET", "/staff/candidates")));

  // Each sends one request for every candidate, all of them at once; several directors of a program want the same ones.
  const answers = (await Promise.all(boards.map(({ body }, i) => Promise.all(
    body.candidates.map((/** @type {any} */ { application }) =>
      lines[i]?.send("POST", "/staff/decisions", { decisions: [{ application: application.id, from: "applied", to: "adopted" }] })),
  )))).flat();
  assert.ok(answers.length > 400, `${answers.length} requests`);
  const codes = new Map();
  for (const { status, body } of answers) {
    assert.equal(status, 200, JSON.stringify(body));
    const [{ code, message }] = body.outcomes;
    codes.set(code, (codes.get(code) ?? 0) + 1);
    if (code === "ceiling_reached") assert.ok(message.includes("124"), message);
  }
  assert.deepEqual([...codes.keys()].filter((code) => ![null, "changed_meanwhile", "ceiling_reached", "capacity_reached"].includes(code)), []);

  await t.test("the invariant, by SQL over every cell and program", () => {
    const passed = sql(senkoi, `
      SELECT 'ceiling' AS what, c.field, c.prefecture, c.published AS most, count(*) AS adopted FROM application a
        JOIN program p ON p.id = a.program JOIN ceiling c ON (c.start_year, c.field, c.prefecture) = (p.start_year, p.field, p.prefecture)
        WHERE a.state = 'adopted' GROUP BY c.start_year, c.field, c.prefecture HAVING count(*) > c.published
      UNION ALL
      SELECT 'capacity', p.field, p.id, p.capacity, count(*) FROM application a JOIN program p ON p.id = a.program
        WHERE a.state = 'adopted' GROUP BY p.id HAVING count(*) > p.capacity`);
    assert.deepEqual(passed, []);
    const [{ adopted }] = sql(senkoi, `SELECT count(*) AS adopted FROM application JOIN program p ON p.id = program
      WHERE p.field = ${pediatrics} AND p.prefecture = ${tokyo} AND state = 'adopted'`);
    const [{ room }] = sql(senkoi, `SELECT sum(min(capacity, wanting)) AS room FROM (SELECT capacity,
      (SELECT count(*) FROM application WHERE program = p.id AND state IN ('applied', 'adopted')) AS wanting FROM program p
      WHERE p.field = ${pediatrics} AND p.prefecture = ${tokyo})`);
    assert.equal(adopted, Math.min(124, room), "and no seat was refused that there was");
    assert.equal(codes.get(null), adopted, "each adoption was answered once");
    const [{ decided }] = sql(senkoi, "SELECT count(*) AS decided FROM audit WHERE action = 'decided' AND actor NOT LIKE 'demo-%'");
    assert.equal(decided, adopted, "and audited once (S5)");
  });

  await t.test("the seats told live end where the rows do", async () => {
    const [{ adopted }] = sql(senkoi, `SELECT count(*) AS adopted FROM application JOIN program p ON p.id = program
      WHERE p.field = ${pediatrics} AND p.prefecture = ${tokyo} AND state = 'adopted'`);
    for (const heard of watching) {
      await until("the last event", () => heard.seats[0]?.prefecture_adopted === adopted);
      assert.equal(heard.seats[0].ceiling_left, 124 - adopted);
      assert.ok(heard.events < 60, `${heard.events} events: many commits are told at once`);
    }
  });

  await t.test("Reliability23 who directs another program from now on is told no more of the old one", async () => {
    const board = new Office(senkoi, "board", null, "機構");
    const [{ id }] = sql(senkoi, "SELECT id FROM staff WHERE mail = 'director1@example.jp'");
    const { status } = await board.send("PUT", `/staff/people/${id}`, { programs: [programs[2]] });
    assert.equal(status, 200);
    await until("the end of their events", () => watching[0]?.ended);
    assert.equal(watching[1]?.ended, false, "a colleague listens on");
  });
});
