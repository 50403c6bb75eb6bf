// The order of the rules: what a modifier (.button--plain) says of its block (.button) holds, for it stands after it (R2). Both are as
// specific as each other, so that the later one wins, and a plain button drawn white on nothing can't be seen.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const source = new URL("../../site/src/", import.meta.url);
const sheets = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".css"));

/** Every selector with the properties that its rule sets, in the order of the sheet; what @media adds is meant to win. @param {string} css */
function rulesOf(css) {
  const plain = css.replace(/\/\*[^]*?\*\/|@[^{};]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, "");
  return [...plain.matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(([, selectors = "", body = ""]) => {
    const properties = body.split(";").map((line) => line.split(":")[0]?.trim() ?? "").filter(Boolean);
    return selectors.split(",").map((selector) => ({ selector: selector.trim(), properties }));
  });
}

/** What a later rule of the block takes from the modifier, itself or as part of a shorthand. @param {string} css */
function lostIn(css) {
  const rules = rulesOf(css);
  return rules.flatMap(({ selector, properties }, place) => {
    const [, block, state = ""] = /^(\.[a-z]+(?:-[a-z]+)*)--[a-z-]+((?::[a-z-]+)?)$/.exec(selector) ?? [];
    if (!block) return [];
    const later = rules.slice(place + 1).filter((rule) => rule.selector === block + state).flatMap((rule) => rule.properties);
    return properties.filter((each) => later.some((other) => each === other || each.startsWith(`${other}-`))).map((each) => `${selector} { ${each} }`);
  });
}

test("R2 no rule of a block takes back what its modifier says", () => {
  assert.ok(sheets.length > 10);
  for (const name of sheets) assert.deepEqual(lostIn(readFileSync(new URL(name, source), "utf8")), [], name);
});

test("R2 a plain button of the elements sets colour, underline and ground itself", () => {
  const rules = rulesOf(readFileSync(new URL("widget/style/base.css", source), "utf8"));
  const plain = rules.filter(({ selector }) => selector === ".button--plain").flatMap(({ properties }) => properties);
  for (const property of ["color", "text-decoration", "background"]) assert.ok(plain.includes(property), property);
});
