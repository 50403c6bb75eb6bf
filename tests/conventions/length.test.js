// A file is about 150 lines; past 500 it is split, or says why near its top in a line with "longer than 500 lines".
// A header opens by saying what it is.
import test from "node:test";
import { files, none, text } from "./tree.js";

const limit = 500;
const folders = ["core", "wasm", "server", "site", "tests", "toolchain"];
const endings = [".cpp", ".hpp", ".ts", ".js", ".mjs", ".css", ".html", ".sql", ".sh"];

test(`no file is longer than ${limit} lines without saying why`, () => {
  const found = folders
    .flatMap((folder) => files(folder, ...endings))
    .map((path) => ({ path, lines: text(path).split("\n") }))
    .filter(({ lines }) => lines.length > limit + 1 && !lines.slice(0, 6).some((line) => /longer than 500 lines/i.test(line)))
    .map(({ path, lines }) => `${path}: ${lines.length} lines`);
  none(found);
});

test("each header and module opens by saying what it is", () => {
  const found = folders.flatMap((folder) => files(folder, ".hpp", ".ts", ".js")).filter((path) => !/^(\/\/|\/\*|#!)/.test(text(path)));
  none(found);
});
