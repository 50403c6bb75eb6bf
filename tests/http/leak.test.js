// Before the notification time nothing that an applicant or a stranger can fetch differs between two seasons that differ by decisions
// alone: bodies, headers, tags, order, counts, refusals, letters (M5.1, 28).
import assert from "node:assert/strict";
import test from "node:test";
import { startSenkoi } from "../browser/harness/senkoi.js";
import { Director, sql } from "../browser/steps/director.js";

const hour = 3_600_000;
const fields = Array.from({ length: 19 }, (_, i) => String(i + 1).padStart(2, "0"));
/** Whose decisions one season has and the other has not. */
const decidedFields = ["01", "02", "05"];

/** @typedef {import("../browser/harness/senkoi.js").Senkoi} Senkoi */

/** What differs from run to run whatever is decided: when it was answered, and the pass that one was given. */
const passing = ["date", "set-cookie", "connection", "keep-alive"];
const header = (/** @type {Headers} */ headers) => Object.fromEntries([...headers].filter(([name]) => !passing.includes(name)));

/** @param {Senkoi} senkoi @param {string} method @param {string} path @param {Record<string, string>} [headers] @param {unknown} [body] */
async function fetched(senkoi, method, path, headers = {}, body) {
  const answer = await fetch(senkoi.direct + path, {
    method,
    headers: { origin: senkoi.origin, ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const { status, headers: told } = answer;
  const text = (await answer.text()).replaceAll(senkoi.direct, "").replaceAll(senkoi.origin, "");
  const shown = Object.fromEntries(Object.entries(header(told)).map(([name, value]) => [name, value.replaceAll(senkoi.origin, "")]));
  return { what: `${method} ${path}`, status, headers: shown, text };
}

/** All that a stranger can read. @param {Senkoi} senkoi @param {number[]} programs */
async function asStranger(senkoi, programs) {
  const paths = ["/season", "/notices", "/health",
    ...fields.flatMap((field) => [`/catalogue/${field}`, `/figures/${field}`, `/programs?field=${field}`, `/notices?field=${field}`, `/programs?field=${field}&prefecture=13`]),
    ...programs.map((id) => `/programs/${id}`)];
  const found = [];
  for (const path of paths) {
    const plain = await fetched(senkoi, "GET", `/api/v1${path}`, { "accept-encoding": "identity" });
    found.push(plain, await fetched(senkoi, "HEAD", `/api/v1${path}`));
    // Whoever has it is told 304: the tag is the same as long as nothing visible has changed.
    if (plain.headers["etag"]) found.push(await fetched(senkoi, "GET", `/api/v1${path}`, { "if-none-match": plain.headers["etag"] }));
  }
  return found;
}

/** All that an applicant can read, and how each deed of theirs is answered in this period. @param {Senkoi} senkoi @param {string} userId @param {number} program */
async function asApplicant(senkoi, userId, program) {
  const token = await logIn(senkoi, userId);
  const me = await fetched(senkoi, "GET", "/api/v1/me", { cookie: token });
  const { applications, data } = JSON.parse(me.text);
  const found = [me];
  const tries = /** @type {Array<[string, string, unknown]>} */ ([
    ["POST", "/api/v1/me/applications", { program_id: program }],
    ["PUT", "/api/v1/me", { ...data, phone: "03-9999-0000" }],
    ["DELETE", "/api/v1/me", {}],
    ...applications.flatMap((/** @type {any} */ { id }) => [
      ["POST", `/api/v1/me/applications/${id}/withdrawal`, {}],
      ["POST", `/api/v1/me/applications/${id}/switch`, { program_id: program }],
    ]),
  ]);
  const shown = { cookie: token, "x-senkoi-acting-for": userId };
  for (const [method, path, body] of tries) found.push(await fetched(senkoi, method, path, shown, body));
  return found;
}

/** A session as a log-in opens it, without the work of the password. @param {Senkoi} senkoi @param {string} userId */
async function logIn(senkoi, userId) {
  const { createHash, randomBytes } = await import("node:crypto");
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  sql(senkoi, `INSERT INTO session (token, user_id, opened_at, seen_at) VALUES (x'${hash}', '${userId}', ${Date.now()}, ${Date.now()})`);
  return `senkoi=${token}`;
}

/** Decides for every candidate of a director: a share of each, and some left open. @param {Director} director */
async function decideAll(director) {
  const { candidates } = await director.board();
  const kinds = ["adopted", "rejected", "held", "applied", "rejected", "adopted"];
  const decisions = candidates.map((/** @type {any} */ { application: { id } }, /** @type {number} */ i) => {
    const to = kinds[i % kinds.length] ?? "applied";
    return { application: id, from: "applied", to, ...(to === "held" ? { reason: "面接日の調整中", owner: "研修係" } : {}) };
  }).filter((/** @type {any} */ { to }) => to !== "applied");
  for (let at = 0; at < decisions.length; at += 500) await director.decide(...decisions.slice(at, at + 500));
  return decisions.length;
}

test("28 before the notification time, decisions change nothing that applicants or strangers can fetch", async (t) => {
  const [decided, untouched] = await Promise.all([startSenkoi("--demo-applicants", "1500"), startSenkoi("--demo-applicants", "1500")]);
  t.after(() => Promise.all([decided.stop(), untouched.stop()]));
  const both = [decided, untouched];
  const [first] = (await decided.season()).schedule.rounds;

  // Nobody but the directors of this test decides, in either season.
  const programs = sql(decided, `SELECT id FROM program WHERE field IN (${decidedFields.map(Number)}) ORDER BY id`).map(({ id }) => id);
  const all = sql(decided, "SELECT id FROM program ORDER BY id").map(({ id }) => id);
  const [deciding] = both.map((senkoi) => {
    const director = new Director(senkoi, programs);
    return new Director(senkoi, all) && director;
  });
  const [sample, other] = [programs.filter((_, i) => i % 9 === 0), programs[3]];
  const people = sql(decided, `SELECT user_id FROM application WHERE state = 'applied' AND program IN (${programs}) ORDER BY id`)
    .map(({ user_id }) => user_id).filter((_, i, { length }) => i % Math.ceil(length / 24) === 0);
  assert.deepEqual(people, sql(untouched, `SELECT user_id FROM application WHERE state = 'applied' AND program IN (${programs}) ORDER BY id`)
    .map(({ user_id }) => user_id).filter((_, i, { length }) => i % Math.ceil(length / 24) === 0), "the two seasons are the same to begin with");

  /** @param {Senkoi} senkoi */
  const everything = async (senkoi) => {
    const found = await asStranger(senkoi, sample);
    for (const userId of people) found.push(...(await asApplicant(senkoi, userId, other)));
    return found;
  };
  const compare = async () => {
    const [one, another] = await Promise.all(both.map(everything));
    assert.equal(one?.length, another?.length);
    one?.forEach((answer, i) => assert.deepEqual(answer, another?.[i]));
    const letters = both.map((senkoi) => sql(senkoi, "SELECT count(*) AS waiting, coalesce(max(id), 0) AS last FROM outbox"));
    assert.deepEqual(letters[0], letters[1], "nor does a letter wait for one and not for the other");
    assert.deepEqual(decided.post.letters?.length, untouched.post.letters?.length);
    return one?.length ?? 0;
  };
  /** @param {number} instant */
  const at = (instant) => Promise.all(both.map((senkoi) => senkoi.clock(instant)));

  await at(first.adoption_from + hour);
  const count = await decideAll(/** @type {Director} */ (deciding));
  assert.ok(count > 100, `${count} decisions`);
  for (const [name, instant] of /** @type {Array<[string, number]>} */ ([
    ["in the adoption period", first.adoption_from + 2 * hour],
    ["while the results are prepared", first.adoption_until + 1],
    ["a millisecond before the notification time", first.notification_at - 1],
  ])) {
    await t.test(name, async () => {
      await at(instant);
      assert.ok((await compare()) > 500);
    });
  }

  await t.test("and at the notification time they do: the comparison can fail", async () => {
    await at(first.notification_at);
    await assert.rejects(compare);
  });
});
