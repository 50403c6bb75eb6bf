// The pages run in whatever folder a host puts them (R3): every link and file is named from the page, none from the host's root.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const source = new URL("../../site/src/", import.meta.url);
const built = new URL("../../build/site/", import.meta.url);

test("no script links to a page from the host's root (R3)", () => {
  const scripts = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const found = scripts.flatMap((name) =>
    [...readFileSync(new URL(name, source), "utf8").matchAll(/["'`]\/[a-z0-9_]*\.html|href=["']\/|href=\$\{["'`]\//g)].map(([link]) => `${name}: ${link}`));
  assert.deepEqual(found, [], 'write "search.html" and "./", not "/search.html" and "/"');
});

test("no page names a file from the host's root, but 404.html, which names each twice (R3)", () => {
  for (const name of readdirSync(built, { recursive: true, encoding: "utf8" }).filter((each) => each.endsWith(".html"))) {
    const page = readFileSync(new URL(name, built), "utf8");
    const named = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => /** @type {string} */ (address));
    const fromRoot = named.filter((address) => address.startsWith("/"));
    const twice = fromRoot.filter((address) => named.includes(`.${address}`));
    assert.deepEqual(fromRoot, name === "404.html" ? twice : [], name);
    if (name === "404.html") assert.ok(twice.length >= 2);
  }
});
