// A person with an account at the society's WordPress, in Chromium.

export class Person {
  /** @param {import("playwright-core").Page} page @param {string} origin */
  constructor(page, origin) {
    this.page = page;
    this.origin = origin;
  }

  /** @param {import("playwright-core").Browser} browser @param {string} origin @param {string} name */
  static async logsIn(browser, origin, name) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${origin}/wp-login.php`);
    await page.fill("#user_login", name);
    await page.fill("#user_pass", `${name}-7482`);
    await Promise.all([page.waitForURL(/wp-admin/), page.click("#wp-submit")]);
    return new Person(page, origin);
  }

  /** @param {string} path */
  opens(path) {
    return this.page.goto(this.origin + path);
  }

  /** Writes a post or page in the block editor: three blocks, chosen by hand, then what is given as text. @param {string} kind @param {string} title @param {string} further  blocks as WordPress stores them */
  async writes(kind, title, further) {
    await this.opens(`/wp-admin/post-new.php?post_type=${kind}`);
    await this.page.waitForFunction('window.wp?.blocks?.getBlockType("senkoi/element") && wp.data.select("core/editor").getCurrentPostId()');
    for (const element of ["entry", "figures", "search"]) await this.#putsBlock(element);
    await this.page.evaluate(([title, further]) => {
      const { wp } = /** @type {any} */ (window);
      if (further) wp.data.dispatch("core/block-editor").insertBlocks(wp.blocks.parse(further));
      wp.data.dispatch("core/editor").editPost({ title, status: "publish" });
      return wp.data.dispatch("core/editor").savePost();
    }, [title, further]);
    return this.page.evaluate('wp.data.select("core/editor").getPermalink()');
  }

  /** @param {string} element */
  async #putsBlock(element) {
    const id = await this.page.evaluate(`(() => { const block = wp.blocks.createBlock("senkoi/element");
      wp.data.dispatch("core/block-editor").insertBlocks(block); return block.clientId; })()`);
    const block = this.page.locator(`#block-${id}`);
    await block.locator("select").nth(0).selectOption(element);
    await block.locator("select").nth(1).selectOption("02");
  }
}
