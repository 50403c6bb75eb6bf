// node pack.js MODULE.js MODULE.wasm FOLDER [mode]: bundles glue and module (esbuild), shrinks them (terser), and lays the package
// @senkoi/core into FOLDER: core.js for pages and workers, core.node.js for node, core.wasm, core.d.ts, package.json.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { minify } from "terser";

const [module, wasm, folder] = process.argv.slice(2);
const here = import.meta.dirname;
const beside = { name: "module", setup: (plugin) => plugin.onResolve({ filter: /^\.\/module\.js$/ }, () => ({ path: module })) };

async function bundle(entry, output) {
  const built = await build({
    entryPoints: [join(here, "glue", entry)],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    external: ["node:*"],
    plugins: [beside],
  });
  const { code } = await minify(built.outputFiles[0].text, {
    module: true,
    ecma: 2020,
    compress: { passes: 3, unsafe: true },
    mangle: true,
  });
  await writeFile(join(folder, output), code);
}

const manifest = {
  name: "@senkoi/core",
  version: "0.1.0",
  license: "Apache-2.0",
  description: "The rules of Senkoi, as a WebAssembly module",
  type: "module",
  sideEffects: false,
  types: "./core.d.ts",
  exports: {
    ".": { types: "./core.d.ts", node: "./core.node.js", default: "./core.js" },
    "./core.wasm": "./core.wasm",
  },
  files: ["core.js", "core.node.js", "core.wasm", "core.d.ts"],
};

await mkdir(folder, { recursive: true });
await Promise.all([
  bundle("web.js", "core.js"),
  bundle("node.js", "core.node.js"),
  copyFile(wasm, join(folder, "core.wasm")),
  copyFile(join(here, "core.d.ts"), join(folder, "core.d.ts")),
  writeFile(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`),
]);
