// Looks at a page as it stands: axe finds nothing by day and by night, it reflows at 320 px, and its pictures are kept for people to look at.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { project } from "./senkoi.js";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds, one line each. @param {import("./visitor.js").Visitor} visitor @returns {Promise<string[]>} */
export async function findings({ page }) {
  await page.evaluate(`(() => { if (!window.axe) { ${axe} } })()`);
  return page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
    violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => id + ": " + help + " at " + target + " " + failureSummary)))`);
}

/** What the contrast of colours lacks by night, where the engine can show it. @param {import("./visitor.js").Visitor} visitor @param {string} name */
async function nightFindings(visitor, name) {
  const { page } = visitor;
  if (!page.asMedia) return [];
  await page.asMedia({ dark: true });
  await page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null))).then(() => true)"); // colours that fade
  const folder = join(project, "build/screens", page.engine);
  await page.resize(390, 844);
  await page.screenshot(join(folder, `${name}-night.png`));
  const found = await page.evaluate(`axe.run(document, { runOnly: { type: "rule", values: ["color-contrast"] } }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + " at " + target + " " + failureSummary)))`);
  await page.asMedia({});
  return found;
}

/** What sticks out of a page that is 320 px wide (1280 px at 400 %). @param {import("./visitor.js").Visitor} visitor @returns {Promise<string[]>} */
export async function stickingOut({ page }) {
  await page.resize(320, 800);
  return page.evaluate(`document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.querySelectorAll("body *")].filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)
      .slice(0, 5).map((e) => e.tagName + "." + e.className + " reaches " + Math.round(e.getBoundingClientRect().right))`);
}

/** @param {import("./visitor.js").Visitor} visitor @param {string} name  of the screen and its state */
export async function inspect(visitor, name) {
  await visitor.settles();
  await visitor.pictures(name);
  assert.deepEqual(await findings(visitor), [], `axe on ${name}`);
  assert.deepEqual(await nightFindings(visitor, name), [], `axe on ${name} by night`);
  assert.deepEqual(await stickingOut(visitor), [], `reflow of ${name} at 320 px`);
  await visitor.page.resize(1280, 900);
}
