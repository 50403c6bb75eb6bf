// node pack.js MODULE.wasm FOLDER TYPES [WITHOUT…]: bundles the glue (esbuild), shrinks it (terser), and lays the package
// @senkoi/core into FOLDER: core.js for pages and workers, core.node.js for node, core.wasm, core.d.ts, package.json. toolchain/pack
// adds the words and makes the tarball. Files of the glue that are named behind the types stay out, with what they offer.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { minify } from "terser";

const [wasm, folder, types, ...without] = process.argv.slice(2);
const here = import.meta.dirname;
const leftOut = {
  name: "left-out",
  setup(plugin) {
    plugin.onResolve({ filter: /^\.\/\w+\.js$/ }, ({ path }) => (without.includes(path.slice(2)) ? { path, namespace: "left-out" } : null));
    plugin.onLoad({ filter: /./, namespace: "left-out" }, ({ path }) => ({ contents: `export const ${path.slice(2, -3)}Of = () => ({});` }));
  },
};

async function bundle(entry, output) {
  const built = await build({
    entryPoints: [join(here, "glue", entry)],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    external: ["node:*"],
    plugins: [leftOut],
  });
  const { code } = await minify(built.outputFiles[0].text, {
    module: true,
    ecma: 2020,
    compress: {
      passes: 5, unsafe: true, unsafe_arrows: true, unsafe_methods: true, pure_getters: true, keep_fargs: false,
    },
    mangle: true,
  });
  await writeFile(join(folder, output), code);
}

const { version } = JSON.parse(await readFile(join(here, "package.json"), "utf8"));

const manifest = {
  name: "@senkoi/core",
  version,
  license: "Apache-2.0",
  description: "The rules of Senkoi, the registration for specialty training in Japan, as a WebAssembly module",
  keywords: ["senkoi", "wasm", "validation", "japan"],
  type: "module",
  engines: { node: ">=18.17" },
  sideEffects: false,
  main: "./core.node.js",
  types: "./core.d.ts",
  exports: {
    ".": { types: "./core.d.ts", node: "./core.node.js", default: "./core.js" },
    "./schema": { types: "./schema.d.ts", default: "./schema.js" },
    "./forms.json": "./forms.json",
    "./core.wasm": { types: "./core.wasm.d.ts", default: "./core.wasm" },
    "./words/ja.json": "./words/ja.json",
    "./words/en.json": "./words/en.json",
    "./package.json": "./package.json",
  },
  files: ["core.js", "core.node.js", "core.wasm", "core.d.ts", "core.wasm.d.ts", "schema.js", "schema.d.ts", "forms.json", "words"],
};

await mkdir(folder, { recursive: true });
await Promise.all([
  bundle("web.js", "core.js"),
  bundle("node.js", "core.node.js"),
  copyFile(wasm, join(folder, "core.wasm")),
  copyFile(join(here, types), join(folder, "core.d.ts")),
  copyFile(join(here, "core.wasm.d.ts"), join(folder, "core.wasm.d.ts")),
  writeFile(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`),
]);
