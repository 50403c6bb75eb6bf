// A sentence for users stands in one home: labels, codes, states and periods in core's words, the prefectures' names with their codes
// (rules read them as well), the prose of pages in the site's words, letters in the server's. And a page judges no input itself: no
// pattern attribute, no regular expression.
import test from "node:test";
import { bare, files, none, strings, text, withoutComments } from "./tree.js";

const homes = ["core/include/senkoi/words/", "core/include/senkoi/codes/prefecture_names.hpp", "core/src/words/", "site/src/words/", "server/mail/letters", "server/demo/", "tests/", "toolchain/"];
/** What a rule reads in an input (spellings of なし, kana to fold) is data, not said to anybody. */
const read = ["core/include/senkoi/rules/", "core/src/rules/"];
const stands = (path, places) => places.some((place) => path.startsWith(place));
const atHome = (path) => stands(path, homes);

const japanese = /[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uff66-\uff9f]/u;
const code = files(".", ".cpp", ".hpp", ".ts", ".js").filter((path) => !atHome(path) && !stands(path, read));

test("no Japanese sentence stands in code outside its home", () => {
  const found = code.flatMap((path) =>
    strings(text(path), /\.(ts|js)$/.test(path))
      .filter(({ value }) => japanese.test(value))
      .map(({ value, line }) => `${path}:${line} ${value.slice(0, 60)}`),
  );
  none(found);
});

test("the site's templates hold no text of their own", () => {
  const found = files("site/src", ".ts").filter((path) => !atHome(path)).flatMap((path) =>
    strings(text(path))
      .filter(({ value }) => value.startsWith("`"))
      .flatMap(({ value, line }) => [...value.replace(/\$\{[^}]*\}/g, "").matchAll(/>\s*([A-Za-z]{3,}[^<>{}]*)</g)].map(([, words]) => `${path}:${line} ${words}`)),
  );
  none(found);
});

test("the HTML pages hold no text of their own", () => {
  const found = files("site", ".html").filter((path) => japanese.test(text(path).replace(/<!--[\s\S]*?-->/g, "")));
  none(found);
});

test("the site checks nothing by itself: no pattern attribute, no regular expression", () => {
  const literal = /(?:^|=>|[=(,:;!&|?{}[]|\breturn)\s*\/(?![/*])(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\\\n[])+\/[dgimsuvy]*\s*[.,;)\]}]/gm;
  const found = files("site/src", ".ts").flatMap((path) => {
    const line = (index) => text(path).slice(0, index).split("\n").length;
    const patterns = [...withoutComments(text(path)).matchAll(/\s\??pattern=/g)];
    const expressions = [...bare(text(path)).matchAll(literal), ...bare(text(path)).matchAll(/\bRegExp\b/g)];
    return [...patterns, ...expressions].map((match) => `${path}:${line(match.index)} ${match[0].trim()}`);
  });
  none(found);
});

test("Japanese and English stand side by side in the site's words", () => {
  const count = (path, language) => [...withoutComments(text(path)).matchAll(new RegExp(`\\b${language}:`, "g"))].length;
  const found = files("site/src/words", ".ts").filter((path) => count(path, "ja") !== count(path, "en"));
  none(found);
});
