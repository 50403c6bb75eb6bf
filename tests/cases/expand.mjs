// The case tables as whole rows with plain strings, for every runner in JavaScript. README.md tells what a row holds.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folder = import.meta.dirname;
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));

/** A text of the tables: a string, or an array of strings, {repeat: [text, times]} and {units: [n, …]}. */
export function textOf(written) {
  if (typeof written === "string") return written;
  return written.map((part) => {
    if (typeof part === "string") return part;
    return part.units ? String.fromCharCode(...part.units) : part.repeat[0].repeat(part.repeat[1]);
  }).join("");
}

const texts = (values) => Object.fromEntries(Object.entries(values).map(([item, value]) => [item, textOf(value)]));

export function cases() {
  const base = read("base.json");
  const files = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "base.json").sort();
  return files.flatMap((file) => read(file).map((row) => ({
    file,
    name: row.name,
    form: row.form,
    settings: { ...base.settings, ...row.settings },
    values: { ...base.forms[row.form], ...texts(row.values ?? {}) },
    expect: { codes: row.expect?.codes ?? {}, values: texts(row.expect?.values ?? {}) },
  })));
}

/** The table of searches: {catalogue, searches: [{name, query, found}]}. */
export const searches = () => read("searches/words.json");
