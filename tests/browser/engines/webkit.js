// WebKit, Safari's engine, by selenium-webdriver: Debian's WebKitWebDriver and MiniBrowser under a virtual display.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { Builder, By, Capabilities, Key } from "selenium-webdriver";
import { freePort } from "../harness/ports.js";

/** @type {Record<string, string>} */
const keys = { Enter: Key.ENTER, Tab: Key.TAB, Escape: Key.ESCAPE, Space: Key.SPACE, " ": Key.SPACE, ArrowDown: Key.ARROW_DOWN, ArrowUp: Key.ARROW_UP };

/** @param {import("./page.js").Look} look @returns {Promise<import("./page.js").Page>} */
export async function open(look) {
  const screen = await display();
  const port = await freePort();
  const driverProcess = spawn("WebKitWebDriver", [`--port=${port}`], {
    stdio: "ignore",
    env: {
      ...process.env,
      DISPLAY: screen.name,
      TZ: look.timeZone,
      LANG: `${look.locale.replace("-", "_")}.UTF-8`,
      LIBGL_ALWAYS_SOFTWARE: "1",
      NO_AT_BRIDGE: "1",
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    },
  });
  const end = () => { driverProcess.kill(); screen.end(); };
  try {
    const driver = await connect(port);
    return page(driver, end, look);
  } catch (error) {
    end();
    throw error;
  }
}

/** The browser may need a moment before it listens. @param {number} port */
async function connect(port) {
  const capabilities = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] },
  });
  for (let attempt = 0; ; ++attempt) {
    try {
      return await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
    } catch (error) {
      if (attempt === 40 || !String(error).includes("ECONNREFUSED")) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** @param {import("selenium-webdriver").WebDriver} driver @param {() => void} end @param {import("./page.js").Look} look */
async function page(driver, end, look) {
  const evaluate = (/** @type {string} */ source) => driver.executeScript(`return (${source});`);
  /** The window's edges count in setRect; ask for as much more as they take. @param {number} width @param {number} height */
  const resize = async (width, height) => {
    await driver.manage().window().setRect({ width, height });
    const [innerWidth, innerHeight] = /** @type {[number, number]} */ (await evaluate("[innerWidth, innerHeight]"));
    await driver.manage().window().setRect({ width: 2 * width - innerWidth, height: 2 * height - innerHeight });
  };
  await resize(look.width, look.height);
  return /** @type {import("./page.js").Page} */ ({
    engine: "webkit",
    goto: (url) => driver.get(url),
    back: () => driver.navigate().back(),
    evaluate,
    click: async (css) => {
      // The driver scrolls by itself, but not always before it looks whether the point can be clicked.
      await evaluate(`document.querySelector('${css}').scrollIntoView({ block: "center", behavior: "instant" })`);
      await driver.findElement(By.css(css)).click();
    },
    type: (css, text) => driver.findElement(By.css(css)).sendKeys(text),
    press: async (key) => driver.switchTo().activeElement().sendKeys(keys[key] ?? key),
    resize,
    screenshot: async (path) => writeFile(path, await driver.takeScreenshot(), "base64"),
    close: () => driver.quit().finally(end),
  });
}

/** Starts Xvfb on a display that is free. @returns {Promise<{name: string, end: () => void}>} */
function display() {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x2400x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.stdio[3]?.once("data", (number) => resolve({ name: `:${String(number).trim()}`, end: () => server.kill() }));
  });
}

/** Debian keeps it in a folder named for the machine's architecture. */
function miniBrowser() {
  const folder = readdirSync("/usr/lib").find((name) => name.endsWith("-linux-gnu"));
  return process.env.MINIBROWSER ?? `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`;
}
