// The project's files as the convention tests read them, and their code without comments or without strings.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const skipped = new Set(["build", "node_modules", ".git", ".cache", "package-lock.json"]);

/** Every file under a folder of the project whose name ends so, as paths from the root. */
export function files(folder, ...endings) {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => !skipped.has(entry.name))
    .flatMap((entry) => {
      const path = folder === "." ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return files(path, ...endings);
      return endings.some((ending) => path.endsWith(ending)) ? [path] : [];
    });
}

export const text = (path) => readFileSync(join(root, path), "utf8");

const token = /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<raw>R"\((?:[\s\S]*?)\)")|(?<string>"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|(?<char>'(?:\\.|[^'\\\n])*')/g;

/** The code with its comments blanked; line numbers stay. */
export const withoutComments = (code) =>
  code.replace(token, (match, ...rest) => (rest.at(-1).comment === undefined ? match : match.replace(/[^\n]/g, " ")));

/** The string literals of C++ or TypeScript code (not single characters of C++), with their lines. */
export function strings(code, quotesToo) {
  return [...code.matchAll(token)]
    .filter(({ groups }) => groups.string ?? groups.raw ?? (quotesToo ? groups.char : undefined))
    .map((match) => ({ value: match[0], line: code.slice(0, match.index).split("\n").length }));
}

/** The code with comments and strings blanked. */
export const bare = (code) => code.replace(token, (match) => match.replace(/[^\n]/g, " "));

/** Passes where nothing was found, else fails with one line for each find. @param {readonly string[]} found */
export const none = (found) => assert.ok(found.length === 0, `\n${found.join("\n")}\n`);
