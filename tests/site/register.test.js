// The registration's pages without their drawing: which step is shown, and when that changes (M2.4).
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { MemoryStorage, openSite, textOf } from "./modules.js";

const site = await openSite();
after(() => site.close());
Object.assign(globalThis, { sessionStorage: new MemoryStorage(), localStorage: new MemoryStorage() });

const { Link } = await site.load("pages/register/link.ts");
const { speak } = await site.load("words/i18n.ts");
const { loadCoreWords } = await site.load("words/core_words.ts");
const { goToStep, Standing } = await site.load("pages/register/course.ts");

/** @type {string[]} */
let visited = [];
/** A browser's address and history, as far as the steps ask. @param {string} search */
function stand(search) {
  visited = [`https://senkoi.example/register.html${search}`];
  const go = (/** @type {URL} */ url) => Object.assign(globalThis, { location: { href: url.href, search: url.search, hash: "", pathname: url.pathname } });
  go(new URL(/** @type {string} */ (visited[0])));
  Object.assign(globalThis, {
    history: {
      state: null,
      pushState: (/** @type {unknown} */ _state, /** @type {string} */ _title, /** @type {URL} */ url) => (visited.push(url.search), go(url)),
      replaceState: (/** @type {unknown} */ _state, /** @type {string} */ _title, /** @type {URL} */ url) => (visited.splice(-1, 1, url.search), go(url)),
    },
  });
}
/** @param {...string} names */
const incomplete = (...names) => (/** @type {any} */ { name }) => !names.includes(name);

beforeEach(() => stand(""));

test("M2.4 a reload of the check page asks for the passwords again, and its address says so", () => {
  stand("?step=check");
  const standing = new Standing();
  standing.settle(incomplete("password"));
  assert.equal(standing.step.name, "password");
  assert.deepEqual(visited, ["?step=password"], "in place of the check page, so that the back button does not return to it");
});

test("M2.4 typing the last item shows no other page: only going on does", () => {
  stand("?step=check");
  const standing = new Standing();
  standing.settle(incomplete("password"));
  standing.settle(incomplete()); // drawn anew with both passwords there
  assert.equal(standing.step.name, "password");
  goToStep("check");
  assert.equal(standing.step.name, "password", "what is shown waits for the page to be drawn anew");
  standing.settle(incomplete());
  assert.equal(standing.step.name, "check");
  assert.deepEqual(visited, ["?step=password", "?step=check"]);
});

test("M2.4 a step whose forerunners are complete is shown, and its address is let be", () => {
  stand("?step=training&lang=en");
  const before = [...visited];
  const standing = new Standing();
  standing.settle(incomplete("training", "password"));
  assert.equal(standing.step.name, "training");
  assert.deepEqual(visited, before);
  stand("");
  standing.settle(incomplete("person"));
  assert.equal(standing.step.name, "person");
});

test("M2.5 whose registration was heard but not answered is told where the user ID is", async () => {
  const refused = (/** @type {string} */ code, link = {}) => ({ code, problem: { code, ...link } });
  for (const [language, mailed] of /** @type {const} */ ([["ja", "ユーザIDは hanako@example.jp 宛てのメール"], ["en", "emailed your user ID to hanako@example.jp"]])) {
    await loadCoreWords(language);
    speak(language);
    for (const [code, opened, told] of /** @type {const} */ ([["link_used", true, true], ["link_used", false, false], ["link_time_over", true, false]])) {
      const link = new Link();
      if (opened) link.opened = { mail: "hanako@example.jp", field: "02", until_at: 0 };
      assert.ok(link.ends(refused(code)));
      assert.equal(textOf(link.draw({}, () => {}, true)).includes(mailed), told, `${language} ${code}`);
    }
  }
});

test("M2.2 a dead end keeps specialty and mail address, in a browser that never opened the link too, and says which it was", async () => {
  const titles = {
    ja: { link_expired: "24時間", link_time_over: "2時間", link_used: "済んでいます" },
    en: { link_expired: "24 hours", link_time_over: "two hours", link_used: "already been used" },
  };
  for (const language of /** @type {const} */ (["ja", "en"])) {
    await loadCoreWords(language);
    speak(language);
    for (const [code, title] of Object.entries(titles[language])) {
      Object.assign(globalThis, { sessionStorage: new MemoryStorage(), localStorage: new MemoryStorage() });
      sessionStorage.setItem("senkoi.token.register", JSON.stringify("a token"));
      const link = new Link();
      assert.ok(link.ends({ code, problem: { code, link: { mail: "hanako@example.jp", field: "02" } } }));
      for (const each of [link, new Link()]) { // the latter after a reload
        assert.ok(each.title[language].includes(title), `${language} ${code}: ${each.title[language]}`);
        const told = textOf(each.draw({}, () => {}, false));
        for (const part of ["hanako@example.jp", language === "ja" ? "小児科" : "Pediatrics", "mail.html?field=02"]) assert.ok(told.includes(part), `${language} ${code} ${part}`);
      }
      assert.equal(JSON.parse(sessionStorage.getItem("senkoi.form.mail_entry") ?? "").mail, "hanako@example.jp");
    }
  }
});
