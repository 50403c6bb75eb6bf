// Chromium by playwright-core, with Debian's browser.
import { chromium } from "playwright-core";

/** @typedef {import("./page.js").Page} Page */
/** @param {import("./page.js").Look} look @returns {Promise<Page>} */
export async function open(look) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"],
    env: { ...process.env, TZ: look.timeZone },
  });
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height }, locale: look.locale, javaScriptEnabled: look.lacks !== "scripts",
  });
  if (look.lacks === "webassembly") await context.addInitScript("delete globalThis.WebAssembly");
  return { ...(await tabOf(context)), close: () => browser.close() };
}

/** @param {import("playwright-core").BrowserContext} context @returns {Promise<Page>} */
async function tabOf(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  /** @type {string[]} */
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  return {
    engine: "chromium",
    troubles,
    goto: async (url) => void (await page.goto(url)),
    back: async () => void (await page.goBack()),
    evaluate: (source) => page.evaluate(source),
    click: (css) => page.locator(css).click(),
    type: (css, text) => page.locator(css).pressSequentially(text),
    press: (key) => page.keyboard.press(key),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: (path) => page.screenshot({ path, fullPage: true }).then(() => undefined),
    standStill: (instant) => page.clock.setFixedTime(instant),
    asMedia: ({ dark, paper }) => page.emulateMedia({ colorScheme: dark ? "dark" : "light", media: paper ? "print" : "screen" }),
    another: () => tabOf(context),
    close: () => page.close(),
  };
}
