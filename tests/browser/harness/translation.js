// A browser's own translation, as Chrome does it: each text node gives way to <font><font>…</font></font> with a text of its own, and the
// page's scripts go on with nodes that nobody sees any more.

const translate = String(() => {
  /** @type {Text[]} */
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  const left = texts.filter((text) => !text.parentElement?.closest("font, script, style, noscript, textarea"));
  for (const text of left) {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.append(text.textContent ?? "");
    outer.append(inner);
    text.replaceWith(outer);
  }
  return left.length;
});

/** Wraps every text node that is not wrapped yet; how many. @param {import("../engines/page.js").Page} page @returns {Promise<number>} */
export const translated = (page) => page.evaluate(`(${translate})()`);
