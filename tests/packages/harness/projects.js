// Fresh projects in folders of their own: the packed packages are installed into each as from a registry, nothing of this checkout is
// seen but the bundlers, which all share.
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
/** Runs to the end; an end in failure throws with what was printed. */
export const run = promisify(execFile);

let packing;
/** The tarballs, packed once a test file from what was built. @returns {Promise<(name: string) => string>} */
export async function packed() {
  await (packing ??= run(join(root, "toolchain/pack"), ["--built"]));
  const folder = join(root, "build/packages");
  const names = await readdir(folder);
  return (name) => {
    const found = names.find((each) => each.startsWith(`senkoi-${name}-`) && each.endsWith(".tgz"));
    if (!found) throw new Error(`toolchain/pack made no ${name}`);
    return join(folder, found);
  };
}

/**
 * A project with the packages installed and these files laid in.
 * @param {import("node:test").TestContext} t  whose end removes it
 * @param {string[]} tarballs
 * @param {Record<string, string | URL>} files  name → content, or a file to copy
 */
export async function project(t, tarballs, files) {
  const folder = await mkdtemp(join(tmpdir(), "senkoi-project-"));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "package.json"), '{ "name": "fresh", "private": true, "type": "module" }\n');
  for (const [name, content] of Object.entries(files))
    await (content instanceof URL ? cp(content, join(folder, name)) : writeFile(join(folder, name), content));
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", ...tarballs], { cwd: folder });
  return folder;
}

/** @param {string} path */
export const json = async (path) => JSON.parse(await readFile(path, "utf8"));

/** A page that loads one module. @param {string} script */
export const pageOf = (script) => `<!doctype html><html lang="en"><title>fresh</title><script type="module" src="${script}"></script></html>\n`;
