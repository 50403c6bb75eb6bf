// The few verbs that the three engines' drivers share; everything else is built on them in harness/reader.js.

/**
 * @typedef {object} Look
 * @property {number} width
 * @property {number} height
 * @property {string} locale    language of the browser, such as ja-JP
 * @property {string} timeZone  the visitor's own zone; the pages speak Japan time all the same
 * @property {"scripts" | "webassembly"} [lacks]  what the browser does not run (Chromium)
 */

/**
 * @typedef {object} Page
 * @property {"chromium" | "firefox" | "webkit"} engine
 * @property {string[]} [troubles]  errors that the page met, as the browser's console tells them (not WebKit)
 * @property {(url: string) => Promise<void>} goto
 * @property {() => Promise<void>} back
 * @property {(expression: string) => Promise<any>} evaluate  value of a JavaScript expression, promises awaited
 * @property {(css: string) => Promise<void>} click
 * @property {(css: string, text: string) => Promise<void>} type  keys typed at the end of what stands there
 * @property {(key: string) => Promise<void>} press
 * @property {(width: number, height: number) => Promise<void>} resize  of the viewport
 * @property {(path: string) => Promise<void>} screenshot  whole page (WebKit: the viewport)
 * @property {(instant: number) => Promise<void>} [standStill]  the browser's own clock, from now on (Chromium)
 * @property {(media: {dark?: boolean, paper?: boolean}) => Promise<void>} [asMedia]  shows the page by night, or as it is printed (Chromium)
 * @property {() => Promise<Page>} [another]  tab of the same browser (Chromium)
 * @property {() => Promise<void>} close
 */

import * as chromium from "./chromium.js";
import * as firefox from "./firefox.js";
import * as webkit from "./webkit.js";

const engines = { chromium, firefox, webkit };

/** @param {keyof typeof engines} engine @param {Partial<Look>} [look] @returns {Promise<Page>} */
export function open(engine, look = {}) {
  return engines[engine].open({ width: 1280, height: 900, locale: "ja-JP", timeZone: "America/New_York", ...look });
}

/** The engines asked for by BROWSER_ENGINES, all three by default. @returns {Array<keyof typeof engines>} */
export function chosen() {
  const names = process.env.BROWSER_ENGINES?.split(",") ?? Object.keys(engines);
  return /** @type {Array<keyof typeof engines>} */ (names);
}
