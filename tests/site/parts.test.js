// Small parts without a page: time in Japan, time left, the secret of a mailed link, storage that is forbidden.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { MemoryStorage, openSite } from "./modules.js";

const site = await openSite();
after(() => site.close());
const { speak } = await site.load("words/i18n.ts");

const noon = Date.parse("2024-11-15T12:00:00+09:00");

test("times are Japan time wherever the reader is (D on periods)", async () => {
  const { date, dateTime, fromLocalInput, localInput, isoTime, monthName, shortDateTime } = await site.load("parts/season/time.ts");
  speak("en");
  assert.equal(dateTime(noon), "Fri, 15 November 2024 at 12:00");
  assert.equal(monthName(noon), "Nov");
  speak("ja");
  assert.equal(dateTime(noon), "2024年11月15日(金) 12:00");
  assert.equal(date(Date.parse("2024-12-31T15:00:00Z")), "2025年1月1日(水)", "midnight in Japan");
  assert.equal(monthName(noon), "11月");
  assert.equal(shortDateTime(noon), "2024-11-15 12:00");
  assert.equal(localInput(noon), "2024-11-15T12:00");
  assert.equal(fromLocalInput("2024-11-15T12:00"), noon);
  assert.equal(fromLocalInput(""), null);
  assert.equal(isoTime(noon), "2024-11-15T03:00:00.000Z");
});

test("the time left names its two largest units", async () => {
  /** @type {any} */ (globalThis).HTMLElement ??= class {};
  /** @type {any} */ (globalThis).customElements ??= { define() {} };
  const { duration } = await site.load("parts/season/countdown.ts");
  const minute = 60_000, hour = 60 * minute, day = 24 * hour;
  speak("ja");
  assert.equal(duration(3 * day + 4 * hour + 5 * minute), "3日 4時間");
  assert.equal(duration(4 * hour + 12 * minute + 9_000), "4時間 12分");
  assert.equal(duration(12 * minute + 5_999), "12分 5秒");
  assert.equal(duration(2 * minute), "2分");
  assert.equal(duration(999), "0秒");
  speak("en");
  assert.equal(duration(day), "1 day");
  assert.equal(duration(day + 2 * hour), "1 day 2 hours");
  assert.equal(duration(61_000), "1 minute 1 second");
});

test("M2.2 the secret of a link leaves the address and is kept for this tab alone", async () => {
  const tab = new MemoryStorage(), disk = new MemoryStorage();
  /** @type {string[]} */
  const addresses = [];
  Object.assign(globalThis, {
    sessionStorage: tab, localStorage: disk,
    location: { hash: "#token=secret-1", pathname: "/register.html", search: "" },
    history: { state: null, replaceState: (/** @type {unknown} */ _state, /** @type {string} */ _title, /** @type {string} */ url) => addresses.push(url) },
  });
  const { takeToken } = await site.load("parts/storage/address.ts");
  assert.equal(takeToken("register"), "secret-1");
  assert.deepEqual(addresses, ["/register.html"]);
  assert.ok(!disk.text.includes("secret-1"));
  location.hash = "";
  assert.equal(takeToken("register"), "secret-1", "a reload finds it");
  assert.equal(takeToken("reset"), null, "another page does not");
});

test("M1.1 a field that there is not, in the address, is no reason to take the one visited last", async () => {
  Object.assign(globalThis, { localStorage: new MemoryStorage(), location: { search: "?field=02", pathname: "/mail.html", hash: "" } });
  const { loadCoreWords } = await site.load("words/core_words.ts");
  const { chosenField } = await site.load("parts/storage/address.ts");
  await loadCoreWords("ja");
  speak("ja");
  assert.equal(chosenField(), "02");
  for (const search of ["?field=77", "?field=", "?field=2&lang=en"]) {
    location.search = search;
    assert.equal(chosenField(), null, search);
  }
  location.search = "?lang=en";
  assert.equal(chosenField(), "02", "an address that names none");
});

test("at a shared desk the next person finds nothing of the one before (M3.2, M6.2)", async () => {
  const tab = new MemoryStorage(), disk = new MemoryStorage();
  Object.assign(globalThis, { sessionStorage: tab, localStorage: disk });
  const { keep, remember, remembered } = await site.load("parts/storage/memory.ts");
  const { sawLoggedIn, sawLoggedOut, seenLoggedIn } = await site.load("parts/storage/membership.ts");
  tab.setItem("another's", "stays");
  sawLoggedIn();
  for (const name of ["form.registration", "form.user_data.0248391621", "registered", "opened", "token.reset"]) keep(name, "髙橋");
  remember("field", "02");
  sawLoggedOut();
  assert.equal(tab.text, '[["another\'s","stays"]]');
  assert.equal(seenLoggedIn(), false);
  assert.equal(remembered("field"), "02");
});

test("M6.1 a session that ends by itself takes no changes from whoever logs in again, and leaves none to another (M3.2)", async () => {
  const { keep, kept } = await site.load("parts/storage/memory.ts");
  const { sawLogIn, sawSessionEnd, seenLoggedIn, sawLoggedIn } = await site.load("parts/storage/membership.ts");
  const { changesOfUser, keepForm, keptForm } = await site.load("parts/storage/kept_form.ts");
  for (const [back, address] of /** @type {const} */ ([["0248391621", "文京区本郷"], ["0248391635", undefined]])) {
    Object.assign(globalThis, { sessionStorage: new MemoryStorage() });
    sawLoggedIn();
    keepForm(changesOfUser("0248391621"), { address: "文京区本郷" });
    keep("registered", "髙橋");
    sawSessionEnd();
    assert.equal(seenLoggedIn(), false);
    assert.equal(kept("registered"), null);
    sawLogIn(back);
    assert.equal(keptForm(changesOfUser("0248391621")).address, address);
  }
});

test("a countdown says what begins or ends (M3.5)", async () => {
  const { towards } = await site.load("parts/season/countdown.ts");
  assert.deepEqual(["before", "registration", "gap", "adoption", "waiting", "notified"].map(towards),
    ["opening", "closing", "border", "border", "border", "opening"]);
});

test("storage that the browser forbids breaks nothing", async () => {
  const forbidden = () => { throw new Error("SecurityError"); };
  const storage = { getItem: forbidden, setItem: forbidden, removeItem: forbidden };
  Object.assign(globalThis, { sessionStorage: storage, localStorage: storage });
  const { keep, kept, remember, remembered } = await site.load("parts/storage/memory.ts");
  keep("x", 1);
  remember("field", "02");
  assert.equal(kept("x"), null);
  assert.equal(remembered("field"), null);
});

test("who is put off is told for how long: asked too often, or too many at once (12)", async () => {
  const { failureBanner } = await site.load("parts/page/failure.ts");
  const { Refused } = await site.load("api/problem.ts");
  const told = (/** @type {number} */ status, /** @type {number | null} */ seconds) =>
    JSON.stringify(failureBanner(new Refused({ status, code: "busy", message: "please wait a little", errors: [] }, seconds)));
  speak("en");
  assert.match(told(503, 90), /The system is busy.*Many people are using the system right now\. Please try again in 2 minutes/);
  assert.match(told(429, 45), /Too many requests in a short time\. Please try again in 45 seconds/);
  assert.match(told(503, null), /The system is busy.*please wait a little/);
});
