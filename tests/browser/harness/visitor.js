// A person before a page: finds things by what is to be seen (the words of a button, the name of a field), works by real clicks and
// keys, and waits as people do. Built on the few verbs of engines/page.js, so the same in three engines.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { project } from "./senkoi.js";
import { until } from "./until.js";

/** Runs in the page: marks the first visible thing that is meant and tells whether there is one. */
const mark = String((/** @type {string} */ css, /** @type {string} */ words) => {
  const clean = (/** @type {string | null | undefined} */ text) => (text ?? "").replace(/\s+/g, " ").trim();
  const said = (/** @type {HTMLElement} */ e) => clean(e.getAttribute("aria-label") ?? (e.innerText || (/** @type {HTMLInputElement} */ (e).value)));
  const root = document.querySelector("dialog:modal") ?? document;
  const seen = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(css))].filter((e) => e.checkVisibility());
  const found = seen.find((e) => said(e) === words) ?? seen.find((e) => words === "" || said(e).startsWith(words));
  document.querySelector("[data-hand]")?.removeAttribute("data-hand");
  if (!found || found.matches("[aria-busy=true], :disabled")) return false;
  found.setAttribute("data-hand", "");
  return true;
});
const hand = "[data-hand]";
const clickable = "button, a[href], [role=button], summary, label";

export class Visitor {
  /** @param {import("../engines/page.js").Page} page @param {import("./senkoi.js").Senkoi} senkoi */
  constructor(page, senkoi) {
    this.page = page;
    this.senkoi = senkoi;
  }

  /** @param {string} address  path of a page, or a whole link out of a letter */
  open(address) {
    return this.page.goto(new URL(address, this.senkoi.origin).href);
  }

  path() {
    return this.page.evaluate("location.pathname + location.search");
  }

  /**
   * Waits; a wait in vain tells where one is and what is to be seen there. A look at a page that is just being left is a look in vain.
   * @template T @param {string} what @param {() => Promise<T>} find @returns {Promise<NonNullable<T>>}
   */
  async #wait(what, find) {
    try {
      return await until(what, () => find().catch(() => undefined));
    } catch (error) {
      const where = `at ${await this.path()}, which says: ${(await this.says()).slice(0, 1500)}`;
      throw new Error(`${/** @type {Error} */ (error).message} ${where} ${this.page.troubles?.slice(-3).join("; ") ?? ""}`);
    }
  }

  /** All that the page says to whoever looks. @returns {Promise<string>} */
  says() {
    return this.page.evaluate('(document.querySelector("dialog:modal") ?? document.body).innerText.replace(/\\s+/g, " ")');
  }

  /** What stands in a field. @param {string} name @returns {Promise<string>} */
  value(name) {
    return this.#wait(`the field ${name}`, () => this.page.evaluate(`document.querySelector('[name="${name}"]')?.value`));
  }

  /** Waits until the page says this. @param {string} words */
  async sees(words) {
    await this.#wait(`the words "${words}"`, async () => (await this.says()).includes(words));
  }

  /** Waits until nothing is loading and fonts are there. */
  async settles() {
    await this.#wait("the page to settle", () => this.page.evaluate(
      'document.readyState === "complete" && document.querySelector("[aria-busy=true]") === null && document.fonts.ready.then(() => true)'));
  }

  /** @param {string} path */
  arrivesAt(path) {
    return this.#wait(`the page ${path}`, async () => (await this.path()).startsWith(path));
  }

  /** @param {string} css @param {string} words */
  async #take(css, words) {
    await this.#wait(`${css} "${words}"`, () => this.page.evaluate(`(${mark})(${JSON.stringify(css)}, ${JSON.stringify(words)})`));
  }

  /** Clicks the button or link that says so. @param {string} words */
  async clicks(words) {
    await this.#take(clickable, words);
    await this.page.click(hand);
  }

  /** Types into a field, over what stands there. @param {string} name @param {string} value */
  async types(name, value) {
    await this.#take(`input[name="${name}"], textarea[name="${name}"]`, "");
    await this.page.click(hand);
    await this.page.evaluate(`document.querySelector("${hand}").select()`);
    await (value === "" ? this.page.press("Backspace") : this.page.type(hand, value));
  }

  /** @param {string} name */
  #has(name) {
    return this.#wait(`the field ${name}`, () => this.page.evaluate(`document.querySelector('[name="${name}"], [name$="-${name}"]') !== null`));
  }

  /** Selects an option, picks a radio button or ticks a box. @param {string} name @param {string} value */
  async chooses(name, value) {
    await this.#has(name);
    const select = `select[name="${name}"]`;
    if (await this.page.evaluate(`document.querySelector('${select}') !== null`)) {
      return void (await this.page.evaluate(`(() => { const field = document.querySelector('${select}');
        field.value = ${JSON.stringify(value)};
        for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true })); })()`));
    }
    const [box, radio] = [`input[type=checkbox][name="${name}"]`, `input[type=radio][name$="${name}"][value="${value}"]`];
    await this.#take(`label:has(${box}, ${radio})`, "");
    await this.page.click(hand);
  }

  /** @param {Record<string, string>} values  name → value; text is typed, the rest chosen */
  async fills(values) {
    for (const [name, value] of Object.entries(values)) {
      await this.#has(name);
      const typed = await this.page.evaluate(`document.querySelector('textarea[name="${name}"], input[name="${name}"]:not([type=radio], [type=checkbox])') !== null`);
      await (typed ? this.types(name, value) : this.chooses(name, value));
    }
  }

  /** Pictures of the page as it stands, on a phone and on a desk. @param {string} name */
  async pictures(name) {
    const folder = join(project, "build/screens", this.page.engine);
    await mkdir(folder, { recursive: true });
    for (const [width, height] of [[390, 844], [1280, 900]]) {
      await this.page.resize(width, height);
      await this.page.screenshot(join(folder, `${name}-${width}.png`));
    }
  }
}
