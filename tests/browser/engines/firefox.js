// Firefox by puppeteer-core over WebDriver BiDi, with Debian's browser.
import puppeteer from "puppeteer-core";

/** @param {import("./page.js").Look} look @returns {Promise<import("./page.js").Page>} */
export async function open(look) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    env: { ...process.env, TZ: look.timeZone },
    extraPrefsFirefox: { "intl.accept_languages": look.locale },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  /** @type {string[]} */
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  await page.setViewport({ width: look.width, height: look.height });
  return {
    engine: "firefox",
    troubles,
    goto: async (url) => void (await page.goto(url)),
    back: async () => void (await page.goBack()),
    evaluate: (source) => page.evaluate(source),
    click: (css) => page.click(css),
    type: (css, text) => page.type(css, text),
    press: (key) => page.keyboard.press(/** @type {import("puppeteer-core").KeyInput} */ (key)),
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async (path) => void (await page.screenshot({ path: /** @type {`${string}.png`} */ (path), fullPage: true })),
    close: () => browser.close(),
  };
}
