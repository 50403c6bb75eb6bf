// The client of the API: what it sends, what it makes of every kind of answer, when it asks again.
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { openSite } from "./modules.js";

const site = await openSite();
after(() => site.close());
const { ask, limits, onPace } = await site.load("api/request.ts");
const { Away, Refused } = await site.load("api/problem.ts");
const { speak } = await site.load("words/i18n.ts");

/** @type {{url: string, init: RequestInit}[]} */
let sent = [];
/** @type {((url: string, init: RequestInit) => Promise<Response> | Response)[]} */
let answers = [];

globalThis.fetch = /** @type {any} */ (async (/** @type {string} */ url, /** @type {RequestInit} */ init) => {
  if (url.endsWith("/site.json")) return Response.json({ api: "/api/v1" });
  sent.push({ url, init });
  const answer = answers.length > 1 ? answers.shift() : answers[0];
  return /** @type {any} */ (answer)(url, init);
});

const problem = (/** @type {number} */ status, /** @type {object} */ body, headers = {}) => () =>
  Response.json({ type: "about:blank", status, ...body }, { status, headers });
const down = () => Promise.reject(new TypeError("fetch failed"));
/** @param {Promise<unknown>} asking @returns {Promise<any>} */
const failure = (asking) => asking.then(() => assert.fail("no failure"), (cause) => cause);

beforeEach(() => {
  sent = [];
  answers = [() => Response.json({ ok: true })];
  Object.assign(limits, { timeoutMs: 2_000, slowAfterMs: 1_000, backoffMs: 1 });
  speak("ja");
});

test("asks in the reader's language, with the cookie, unsafe methods as JSON (reliability 19)", async () => {
  speak("en");
  await ask("POST", "/sessions", { body: { user_id: "1" } });
  const [{ url, init }] = /** @type {any} */ (sent);
  assert.equal(url, "/api/v1/sessions");
  assert.equal(init.credentials, "include");
  assert.equal(init.headers["Accept-Language"], "en");
  assert.equal(init.headers["Content-Type"], "application/json");
  assert.equal(init.body, '{"user_id":"1"}');
});

test("a GET carries no body and no content type", async () => {
  await ask("GET", "/season");
  assert.equal(sent[0]?.init.body, undefined);
  assert.equal(/** @type {any} */ (sent[0]?.init.headers)["Content-Type"], undefined);
});

test("an answer without content is no failure", async () => {
  answers = [() => new Response(null, { status: 204 })];
  assert.equal(await ask("DELETE", "/sessions/current"), undefined);
});

test("a problem becomes a refusal with its code, sentence and items", async () => {
  const errors = [{ field: "registry_number", code: "registry_number_taken", message: "…" }];
  answers = [problem(422, { code: "form_refused", message: "直してください", errors })];
  const refused = await failure(ask("POST", "/registrations", { body: {} }));
  assert.ok(refused instanceof Refused);
  assert.deepEqual(refused.problem, { status: 422, code: "form_refused", message: "直してください", errors });
  assert.equal(sent.length, 1);
});

test("a proxy's own words are a refusal too", async () => {
  answers = [() => new Response("<h1>Bad Request</h1>", { status: 400 })];
  const refused = await failure(ask("GET", "/season"));
  assert.deepEqual(refused.problem, { status: 400, code: "unknown", message: "", errors: [] });
});

test("a session that is over differs from a wrong password (M3.1)", async () => {
  answers = [problem(401, { code: "session_missing" }), problem(401, { code: "log_in_failed" })];
  assert.equal((await failure(ask("GET", "/me"))).sessionOver, true);
  assert.equal((await failure(ask("POST", "/sessions", { body: {} }))).sessionOver, false);
});

test("reading is tried three times, then the server is away", async () => {
  answers = [down];
  const away = await failure(ask("GET", "/season"));
  assert.ok(away instanceof Away);
  assert.equal(away.reason, "unreachable");
  assert.equal(sent.length, 3);
});

test("reading goes on once the server is back", async () => {
  answers = [down, problem(503, { code: "busy" }, { "Retry-After": "0" }), () => Response.json({ ok: true })];
  assert.deepEqual(await ask("GET", "/season"), { ok: true });
});

test("a long Retry-After is told, not waited for", async () => {
  answers = [problem(503, { code: "busy" }, { "Retry-After": "60" })];
  const busy = await failure(ask("GET", "/season"));
  assert.equal(busy.retryAfterSeconds, 60);
  assert.equal(sent.length, 1);
});

test("a POST is sent once only, unless its repetition is harmless (M3.5)", async () => {
  answers = [down];
  await failure(ask("POST", "/registrations", { body: {} }));
  assert.equal(sent.length, 1);
  sent = [];
  await failure(ask("POST", "/me/applications", { body: {}, repeatable: true, headers: { "Idempotency-Key": "k" } }));
  assert.deepEqual(sent.map(({ init }) => /** @type {any} */ (init.headers)["Idempotency-Key"]), ["k", "k", "k"]);
});

test("what would be done twice is never repeated by itself: a password, a deletion (M6.2)", async () => {
  answers = [down];
  for (const [method, path] of [["PUT", "/me/password"], ["DELETE", "/me"]]) {
    sent = [];
    await failure(ask(method, path, { body: {} }));
    assert.equal(sent.length, 1, path);
  }
  sent = [];
  await failure(ask("PUT", "/me", { body: {}, repeatable: true }));
  assert.equal(sent.length, 3);
});

test("a deletion whose answer is lost is done when the session is over (M6.2)", async () => {
  const { deleteMe } = await site.load("api/calls.ts");
  answers = [down, problem(401, { code: "session_missing" })];
  await deleteMe();
  answers = [down, () => Response.json({ user_id: "1" })];
  assert.ok((await failure(deleteMe())) instanceof Away);
});

test("no answer in time is told as such", async () => {
  limits.timeoutMs = 20;
  limits.attempts = 1;
  answers = [(_url, init) => new Promise((_, reject) => init.signal?.addEventListener("abort", () => reject(init.signal?.reason)))];
  assert.equal((await failure(ask("GET", "/season"))).reason, "too_slow");
  limits.attempts = 3;
});

test("a slow network is said while one waits, and unsaid afterwards", async () => {
  /** @type {boolean[]} */
  const heard = [];
  onPace((/** @type {boolean} */ slow) => heard.push(slow));
  limits.slowAfterMs = 10;
  answers = [() => new Promise((done) => setTimeout(() => done(Response.json({})), 40))];
  await ask("GET", "/season");
  assert.deepEqual(heard, [true, false]);
});
