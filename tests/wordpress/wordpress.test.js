// The plugin in a real WordPress, in a real browser: an administrator installs it and says where Senkoi is, an author writes a post with it,
// and visitors find the elements at work although an optimizer combines and delays every script (R2).
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { startSenkoi } from "../browser/harness/senkoi.js";
import { until } from "../browser/harness/until.js";
import { startChromium } from "../packages/harness/chromium.js";
import { root, run } from "../packages/harness/projects.js";
import { Person } from "./harness/person.js";
import { startWordPress } from "./harness/wordpress.js";

const screens = join(root, "build/screens/wordpress");
/** What an author might try: tags of one's own, and attributes that break out of the markup. */
const tried = `<!-- wp:html --><senkoi-entry society="03" id="raw"></senkoi-entry><!-- /wp:html -->
<!-- wp:shortcode -->[senkoi_entry society='02" onmouseover="alert(1)' level='2'][senkoi_figures society='05' view='table' scheme='dark' api='https://evil.example'][senkoi_search society='02' lang='en']<!-- /wp:shortcode -->`;

test("the WordPress plugin", async (t) => {
  await run(join(root, "toolchain/pack"), ["--built"]);
  mkdirSync(screens, { recursive: true });
  const wordpress = await startWordPress(t);
  const senkoi = await startSenkoi("--demo-applicants", "300", "--embed-origins", wordpress.origin);
  t.after(() => senkoi.stop());
  const browser = await startChromium(t);
  const administrator = await Person.logsIn(browser, wordpress.origin, "administrator");
  const author = await Person.logsIn(browser, wordpress.origin, "author");
  let post = "";

  /** @param {import("playwright-core").Page} page @param {string} element */
  const working = (page, element) => until(`${element} at work`, () =>
    page.evaluate(`(() => { const found = document.querySelector("${element}"); return found?.shadowRoot && customElements.get("${element}") && true; })()`), 20_000);

  await t.test("an administrator installs the packed plugin", async () => {
    await administrator.opens("/wp-admin/plugin-install.php?tab=upload");
    await administrator.page.setInputFiles("#pluginzip", join(root, "build/packages/senkoi-wordpress.zip"));
    await administrator.page.click("#install-plugin-submit");
    await administrator.page.click('a[href*="action=activate"]');
    await administrator.page.waitForSelector('tr[data-slug="senkoi"].active, tr[data-plugin="senkoi/senkoi.php"].active');
  });

  await t.test("says where Senkoi is; an address where it is not is refused and changes nothing", async () => {
    const { page } = administrator;
    const saves = async (/** @type {string} */ site) => {
      await administrator.opens("/wp-admin/options-general.php?page=senkoi");
      await page.fill("#senkoi_site", site);
      await Promise.all([page.waitForURL(/settings-updated/), page.click("#submit")]);
      return page.locator("#wpbody").innerText();
    };
    assert.match(await saves("http://senkoi.example/"), /begins with https/);
    assert.match(await saves(`${wordpress.origin}/`), /not found there/);
    assert.match(await saves(senkoi.origin), /Version in use: \d+\.\d+\.\d+/);
    assert.match(await saves(`${wordpress.origin}/`), /Version in use: \d+\.\d+\.\d+/);
    assert.equal(await page.inputValue("#senkoi_site"), `${senkoi.origin}/`);
    await page.screenshot({ path: join(screens, "settings.png"), fullPage: true });
  });

  await t.test("an author neither sees nor changes the settings", async () => {
    const shown = await author.opens("/wp-admin/options-general.php?page=senkoi");
    assert.equal(shown?.status(), 403);
    const status = await author.page.evaluate(`fetch("/wp-admin/options.php", { method: "POST", body: new URLSearchParams({ option_page: "senkoi_place", action: "update", "senkoi_place[site]": "https://evil.example/" }) }).then(({ status }) => status)`);
    assert.equal(status, 403);
  });

  for (const [who, person] of /** @type {const} */ ([["an administrator", administrator], ["an author", author]]))
    await t.test(`${who} publishes the block and the shortcodes; what breaks out of them is written inert`, async () => {
      post = await person.writes(person === author ? "post" : "page", `Entries of ${who}`, tried);
      const page = await (await fetch(post)).text();
      assert.equal([...page.matchAll(/<senkoi-(entry|figures|search)\b(?![^>]*id="raw")/g)].length, 5, "three blocks, and two of the three shortcodes: the broken one has no specialty");
      assert.equal(page.includes('id="raw"'), person === administrator, "WordPress takes tags of an author's own out");
      assert.doesNotMatch(page, /evil\.example|<[^>]*onmouseover/);
      assert.match(page, /<senkoi-figures society="05" view="table" scheme="dark" lang="en" site="http[^"]*"><a href="http[^"]*figures\.html\?field=05">/);
      await person.page.screenshot({ path: join(screens, `editor-${person === author ? "author" : "administrator"}.png`) });
    });

  await t.test("visitors find the elements at work, although every other script is combined and delayed", async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    /** @type {string[]} */
    const troubles = [];
    page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
    await page.goto(post);
    const tags = await page.evaluate('[...document.scripts].filter((e) => e.src || e.dataset.src).map((e) => [e.type, e.src || e.dataset.src, e.integrity])');
    const ours = tags.filter((/** @type {string[]} */ [, address]) => address?.includes("/embed/"));
    assert.equal(ours.length, 1, "one script for five elements");
    assert.match(ours[0].join(" "), /^module .*\/embed\/\d+\.\d+\.\d+\/senkoi\.js sha384-/);
    assert.ok(tags.some((/** @type {string[]} */ [type, address]) => type === "delayed" && address?.includes("/combined.js?") && address.endsWith("/ordinary.js")), "the optimizer is at work");
    for (const element of ["senkoi-entry", "senkoi-figures", "senkoi-search"]) await working(page, element);
    const input = page.locator("senkoi-entry").first().locator("input");
    await input.fill("hanako@docomo.ne.jp");
    const code = await page.evaluate('document.querySelector("senkoi-entry").check().then((finding) => finding?.code)');
    assert.equal(code, "mail_carrier");
    await until("the figures", () => page.evaluate('document.querySelector("senkoi-figures").shadowRoot.querySelector("table tr td") !== null'), 20_000);
    assert.deepEqual(troubles, []);
    await page.screenshot({ path: join(screens, "post-1280.png"), fullPage: true });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: join(screens, "post-390.png"), fullPage: true });
    await context.close();
  });

  await t.test("every list of exclusions names the script, and PHP has nothing to complain of", async () => {
    const told = JSON.parse((await run("php", [join(root, "tests/wordpress/site/lists.php"), join(root, "build/packages/wordpress/senkoi")])).stdout);
    assert.deepEqual(told.missing, []);
    assert.ok(told.asked >= 15);
    assert.deepEqual(await wordpress.complaints(), []);
  });
});
