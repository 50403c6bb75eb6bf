// What a page costs a phone until it rests, counted so that a busy machine changes little: requests, bytes, and the processor's own time
// of the main thread, not the clock's. A phone is four times slower than this machine (Lighthouse's mobile profile), and keeps its
// reader waiting for whatever of a task lies beyond 50 ms.

const slower = 4;
const noticed = 50;
const categories = ["devtools.timeline", "v8", "toplevel", "disabled-by-default-devtools.timeline"];

/** @typedef {{requests: number, bytes: number, blocking: number}} Cost  blocking: ms, as a phone has them */

/** @param {any[]} events  of a trace @param {string} address  whose page's tasks are meant: the browser has pages of its own @returns {number} */
function blockingIn(events, address) {
  const thread = (/** @type {any} */ { pid, tid }) => `${pid}:${tid}`;
  const parsing = events.find(({ name, args }) => name === "ParseHTML" && args.beginData?.url === address);
  if (!parsing) return Infinity; // now and then Chromium hands over a trace without its beginning: this load was not measured
  const tasks = events.filter((event) => event.name === "RunTask" && event.ph === "X" && thread(event) === thread(parsing));
  return tasks.reduce((sum, { tdur = 0 }) => sum + Math.max(0, (tdur / 1000) * slower - noticed), 0);
}

const pause = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));

/**
 * One load in a context of its own, without anything cached.
 * @param {import("playwright-core").Browser} browser @param {string} address @param {{name: string, value: string}[]} cookies @returns {Promise<Cost>}
 */
export async function costOf(browser, address, cookies) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, locale: "ja-JP" });
  try {
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: new URL(address).origin })));
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const cost = { requests: 0, bytes: 0, blocking: 0 };
    let last = Date.now();
    await cdp.send("Network.enable");
    cdp.on("Network.requestWillBeSent", () => { cost.requests += 1; last = Date.now(); });
    cdp.on("Network.loadingFinished", ({ encodedDataLength }) => { cost.bytes += encodedDataLength; last = Date.now(); });
    /** @type {any[]} */
    const events = [];
    cdp.on("Tracing.dataCollected", ({ value }) => { events.push(...value); });
    await cdp.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: categories } });
    await page.goto(address);
    while (Date.now() - last < 1500) await pause(100); // asked from here: a question to the page would be a task of the page
    const ended = new Promise((done) => cdp.once("Tracing.tracingComplete", done));
    await cdp.send("Tracing.end");
    await ended;
    if (await page.evaluate('document.querySelector("[aria-busy=true], #failure") !== null')) throw new Error(`${address} did not come to rest`);
    return { ...cost, blocking: blockingIn(events, address) };
  } finally {
    await context.close();
  }
}
