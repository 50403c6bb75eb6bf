// What the journeys of the embed share: the lines that a society pastes, a page around them, and what that page met.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { project } from "../harness/senkoi.js";

/** @typedef {import("../engines/page.js").Page} Page */
/** @typedef {import("../harness/senkoi.js").Senkoi} Senkoi */

const built = join(project, "build/site/embed");
/** @type {{version: string, files: Record<string, {integrity: string}>}} */
export const manifest = JSON.parse(await readFile(join(built, "manifest.json"), "utf8"));
/** @param {string} name */
export const builtFile = (name) => readFile(join(built, manifest.version, name));

/** @param {Senkoi} senkoi */
export const scriptLine = ({ origin }) =>
  `<script type="module" crossorigin integrity="${manifest.files["senkoi.js"]?.integrity}" src="${origin}/embed/${manifest.version}/senkoi.js"></script>`;

/** @param {Senkoi} senkoi @param {string} name @param {string} [attributes] */
export const element = ({ origin }, name, attributes = 'society="02"') => `<senkoi-${name} ${attributes}><a href="${origin}/?field=02">日本小児科学会</a></senkoi-${name}>`;

/** @param {Senkoi} senkoi */
export const all = (senkoi) => ["entry", "figures", "search"].map((name) => element(senkoi, name)).join("\n");

/** A whole page of a society. @param {{head?: string, body: string, lang?: string, attributes?: string}} page */
export const page = ({ head = "", body, lang = "ja", attributes = "" }) => `<!doctype html>
<html lang="${lang}" ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>学会</title>${head}</head>
<body><main><h1>学会</h1>${body}<p id="below">学会からのお知らせ</p></main></body></html>`;

/** The room that the page builder tells a society to keep. */
export const room = "<style>senkoi-entry,senkoi-figures,senkoi-search{display:block;min-block-size:1400px}</style>";

/** Listens from the first line on: events of the elements, breaches of the policy, shifts of the layout. */
const watcher = `
  window.met = { events: [], breaches: [], shift: 0 };
  for (const name of ["ready", "check", "sent", "failed", "loaded", "choose", "search", "open"])
    document.addEventListener("senkoi-" + name, (event) => met.events.push([name, event.target.localName, event.detail]));
  document.addEventListener("securitypolicyviolation", (event) => met.breaches.push(event.violatedDirective + " " + event.blockedURI));
  new PerformanceObserver((list) => { for (const each of list.getEntries()) if (!each.hadRecentInput) met.shift += each.value; })
    .observe({ type: "layout-shift", buffered: true });`;
/** Served as a file of the society, for policies that allow no script in the page. @param {import("../harness/host_page.js").Society} society */
export const watcherLine = (society) => `<script src="${society.serve("watch.js", { body: watcher, type: "text/javascript" })}"></script>`;

/** @param {Page} browser @returns {Promise<{events: [string, string, any][], breaches: string[], shift: number}>} */
export const met = (browser) => browser.evaluate("JSON.parse(JSON.stringify(met))");

/** @param {Page} browser @param {string} expression  true once it has happened */
export async function comes(browser, expression) {
  const end = Date.now() + 10_000;
  while (!(await browser.evaluate(expression))) {
    if (Date.now() > end) throw new Error(`waited in vain for ${expression}: ${await browser.evaluate("JSON.stringify(met)")}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The text that one sees in an element. @param {Page} browser @param {string} name @returns {Promise<string>} */
export const says = (browser, name) => browser.evaluate(`document.querySelector("senkoi-${name}").shadowRoot.querySelector(".senkoi").innerText.replace(/\\s+/g, " ")`);

/** @param {string} name @param {string} css */
export const inside = (name, css) => `document.querySelector("senkoi-${name}").shadowRoot.querySelector(${JSON.stringify(css)})`;

/** What is wider than the card of its element leaves for it. @param {Page} browser @returns {Promise<string[]>} */
export const outside = (browser) => browser.evaluate(`["entry", "figures", "search"].flatMap((name) => {
  const { shadowRoot } = document.querySelector("senkoi-" + name), card = shadowRoot.querySelector(".senkoi");
  const end = card.getBoundingClientRect().right - parseFloat(getComputedStyle(card).paddingRight);
  return [...shadowRoot.querySelectorAll("input, select, button, .map, .results")].filter((e) => e.getBoundingClientRect().right > end + 1).map((e) => name + " " + (e.id || e.className));
})`);
