// One Chromium for a test file; a context of its own for each page.
import { chromium } from "playwright-core";
import { until } from "../../browser/harness/until.js";

/** @param {import("node:test").TestContext} t  whose end closes it */
export async function startChromium(t) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"],
  });
  t.after(() => browser.close());
  return browser;
}

/**
 * Opens a page and waits for what its script lays into the global `told`; every error of the page fails.
 * @param {import("playwright-core").Browser} browser @param {string} url
 */
export async function toldBy(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  /** @type {string[]} */
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => message.type() === "error" && !message.location().url.endsWith("/favicon.ico") && troubles.push(message.text()));
  try {
    await page.goto(url);
    const told = await until(`what ${url} tells`, () => page.evaluate("globalThis.told"));
    if (troubles.length > 0) throw new Error("the page met errors");
    return told;
  } catch (error) {
    throw new Error(`${/** @type {Error} */ (error).message}: ${troubles.join("; ")}`);
  } finally {
    await context.close();
  }
}
