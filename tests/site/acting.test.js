// Whom the page shows, as the client of the API says it (reliability 46).
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { openSite } from "./modules.js";

/** What other tabs say arrives here. */
const channel = Object.assign(new EventTarget(), { postMessage() {} });
globalThis.BroadcastChannel = /** @type {any} */ (function () { return channel; });
const hears = (/** @type {unknown} */ data) => channel.dispatchEvent(Object.assign(new Event("message"), { data }));

const site = await openSite();
after(() => site.close());
const { readMe, changeMe, deleteMe, logOut, logIn, enterMail } = await site.load("api/calls.ts");
const { readMember, setPrograms, staffLogOut } = await site.load("api/staff.ts");
const { whenAnother, showsAnother } = await site.load("api/acting.ts");
const tabs = await site.load("parts/storage/other_tabs.ts");

/** @type {Record<string, string>[]} */
let sent = [];
/** @type {() => Response} */
let answer = () => Response.json({});
globalThis.fetch = /** @type {any} */ (async (/** @type {string} */ url, /** @type {any} */ init) => {
  if (url.endsWith("/site.json")) return Response.json({ api: "/api/v1" });
  sent.push(init.headers);
  return answer();
});

/** @type {(string | null)[]} */
let begunAnew = [];
whenAnother((/** @type {string | null} */ refusal) => begunAnew.push(refusal));

const shown = "X-Senkoi-Acting-For";
const named = () => sent.map((headers) => headers[shown]);
const me = (/** @type {string} */ id) => () => Response.json({ user_id: id });
const member = (/** @type {number} */ id) => () => Response.json({ staff: { id } });
/** @param {Promise<unknown>} asked */
const settles = (asked) => Promise.race([asked.then(() => true, () => true), new Promise((late) => setTimeout(late, 50, false))]);

beforeEach(() => {
  sent = [];
  begunAnew = [];
  answer = () => Response.json({});
});

test("a page that shows nobody names nobody", async () => {
  await changeMe({});
  await logOut();
  await setPrograms(1, []);
  assert.deepEqual(named(), [undefined, undefined, undefined]);
  assert.equal(showsAnother("applicant", "0248391621"), false);
});

test("what is done for the applicant, and the log-out, names whom the page shows; reading and what everybody may do does not", async () => {
  answer = me("0248391621");
  await readMe();
  await readMe();
  for (const write of [() => changeMe({}), () => deleteMe(), () => logOut()]) await write();
  for (const other of [() => logIn({}), () => enterMail("a@example.jp", "02", "ja"), () => staffLogOut()]) await other();
  const whole = "0248391621";
  assert.deepEqual(named(), [undefined, undefined, whole, whole, whole, undefined, undefined, undefined]);
  assert.deepEqual(begunAnew, []);
});

test("what is done by staff names the member, beside the applicant of the same browser", async () => {
  answer = member(17);
  await readMember();
  await setPrograms(3, []);
  await staffLogOut();
  await changeMe({});
  assert.deepEqual(named(), [undefined, "staff-17", "staff-17", "0248391621"]);
});

test("an answer about somebody else begins the page anew, and nothing goes on with it", async () => {
  answer = me("0100000017");
  assert.equal(await settles(readMe()), false);
  answer = member(18);
  assert.equal(await settles(readMember()), false);
  assert.deepEqual(begunAnew, [null, null]);
  answer = () => Response.json({});
  await changeMe({});
  assert.equal(named().at(-1), "0248391621", "what the page shows is said until it is gone");
});

test("a write that was refused for somebody else begins the page anew; any other refusal is told", async () => {
  answer = () => Response.json({ code: "acting_for_another", status: 409 }, { status: 409 });
  assert.equal(await settles(changeMe({})), false);
  assert.deepEqual(begunAnew, ["acting_for_another"]);
  answer = () => Response.json({ code: "already_applied", status: 409 }, { status: 409 });
  await assert.rejects(changeMe({}), { code: "already_applied" });
  assert.equal(begunAnew.length, 1);
});

test("a log-in in another tab is told to pages that show somebody else, and to the same person as news of their own", () => {
  /** @type {unknown[]} */
  const heard = [];
  tabs.whenAnotherLogsIn((/** @type {string | null} */ who) => heard.push(who));
  tabs.whenTold(() => heard.push("news"));
  for (const told of [{ kind: "applicant", who: "0100000017" }, { kind: "applicant", who: "0248391621" }, { kind: "applicant", who: null },
    { kind: "staff", who: "staff-18" }, { kind: "staff", who: "staff-17" }, "changed", null, { kind: "applicant" }]) hears(told);
  assert.deepEqual(heard, ["0100000017", "news", null, "staff-18", "news"]);
});
