// The same trial in Debian's Chromium, over http as a page gets it, and what only a browser can tell: the cold start, from the first byte
// asked for to the first form judged, each time in a context that knows nothing yet.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { chromium } from "../../node_modules/playwright-core/index.mjs";
import { folder } from "./build.js";

// A page that is isolated like this gets a clock of 5 µs; any other one of 100, too coarse for what is timed here.
const isolated = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
const types = { html: "text/html", js: "text/javascript", wasm: "application/wasm" };

function serve() {
  const server = createServer(async (request, response) => {
    const name = new URL(request.url, "http://any").pathname.slice(1) || "page.html";
    const body = await readFile(new URL(name, name === "page.html" ? import.meta.url : folder)).catch(() => null);
    response.writeHead(body ? 200 : 404, { ...isolated, "content-type": types[name.split(".").at(-1)] ?? "text/plain" }).end(body ?? "");
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

const inPage = {
  async trial(peers) {
    const { asContestant, coreAsContestant, trial } = await import("/trial.js");
    const { createCore } = await import("/core.js");
    const contestants = { senkoi: coreAsContestant(await createCore()) };
    for (const peer of peers) contestants[peer] = asContestant((await import(`/${peer}.js`)).default);
    return trial(contestants);
  },
  async cold(name) {
    const { asContestant, coreAsContestant } = await import("/trial.js");
    const { valid } = await import("/forms.js");
    const from = performance.now();
    const contestant =
      name === "senkoi" ? coreAsContestant(await (await import("/core.js")).createCore()) : asContestant((await import(`/${name}.js`)).default);
    contestant.whole(valid);
    return performance.now() - from;
  },
  async search(entries) {
    const { searchTrial } = await import("/trial.js");
    const { createCore } = await import("/core.js");
    return searchTrial(await createCore(), entries);
  },
};

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** {trial: {task: {name: µs}}, search: {name: µs}, cold: {name: ms}} */
export async function inChromium(peers, entries, { starts = 9 } = {}) {
  const server = await serve();
  const address = `http://127.0.0.1:${server.address().port}/`;
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const fresh = async (use) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address);
    const answer = await use(page);
    await context.close();
    return answer;
  };
  try {
    const names = ["senkoi", ...peers];
    const starting = Object.fromEntries(names.map((name) => [name, []]));
    for (let turn = 0; turn < starts; ++turn) {
      for (let place = 0; place < names.length; ++place) {
        const name = names[(place + turn) % names.length];
        starting[name].push(await fresh((page) => page.evaluate(inPage.cold, name)));
      }
    }
    return {
      trial: await fresh((page) => page.evaluate(inPage.trial, peers)),
      search: await fresh((page) => page.evaluate(inPage.search, entries)),
      cold: Object.fromEntries(names.map((name) => [name, median(starting[name])])),
    };
  } finally {
    await browser.close();
    server.close();
  }
}
