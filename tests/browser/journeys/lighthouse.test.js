// Lighthouse on the built site, served by the real server: accessibility, best practice and performance are 95 or more.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import lighthouse, { desktopConfig } from "lighthouse";
import { chromium } from "playwright-core";
import { freePort } from "../harness/ports.js";
import { project, startSenkoi } from "../harness/senkoi.js";

const pages = ["/", "/?field=02", "/mail.html?field=02", "/login.html", "/figures.html?field=01", "/schedule.html", "/search.html?field=01"];
const least = 0.95;

test("Lighthouse gives every public page 95 or more", async (t) => {
  const senkoi = await startSenkoi();
  t.after(() => senkoi.stop());
  const port = await freePort();
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", `--remote-debugging-port=${port}`] });
  t.after(() => browser.close());
  const folder = join(project, "build/lighthouse");
  await mkdir(folder, { recursive: true });

  for (const path of pages)
    await t.test(path, async () => {
      const run = await lighthouse(senkoi.direct + path, { port, output: "html", logLevel: "error" }, {
        ...desktopConfig,
        settings: { ...desktopConfig.settings, onlyCategories: ["accessibility", "best-practices", "performance"] },
      });
      assert.ok(run);
      await writeFile(join(folder, `${path.replaceAll(/\W+/g, "-")}.html`), String(run.report));
      const scores = Object.fromEntries(Object.values(run.lhr.categories).map(({ id, score }) => [id, score]));
      const weak = Object.values(run.lhr.audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== "informative");
      for (const [name, score] of Object.entries(scores))
        assert.ok((score ?? 0) >= least, `${name} ${score}: ${weak.map(({ id, displayValue }) => `${id} ${displayValue ?? ""}`).join("; ")}`);
    });
});
