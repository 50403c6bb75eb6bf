// Bundles each peer as a page would load it (esbuild, then terser) into build/bench/wasm, and copies @senkoi/core beside them.
// Answers the sizes: {name: {raw, gz, br}} of everything a page must load for the form.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import Ajv, { _ } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { minify } from "terser";
import * as formats from "./peers/ajv_formats.js";
import { schema } from "./peers/ajv_schema.js";

const root = new URL("../../../", import.meta.url);
export const folder = new URL("build/bench/wasm/", root);
export const peers = ["zod", "valibot", "ajv", "plain"];

function ajvStandalone() {
  const path = new URL("peers/ajv_formats.js", import.meta.url).pathname;
  const ajv = new Ajv({ code: { source: true, esm: true, formats: _`require(${path})` }, allErrors: true, strict: false });
  for (const name in formats) ajv.addFormat(name, formats[name]);
  return standaloneCode(ajv, ajv.compile(schema));
}

async function bundle(name, ajvPath) {
  const { outputFiles } = await build({
    entryPoints: [new URL(`peers/${name}.js`, import.meta.url).pathname],
    bundle: true, write: false, format: "esm", target: "es2022", platform: "browser", alias: { "#ajv-standalone": ajvPath },
    nodePaths: [new URL("node_modules", import.meta.url).pathname],
  });
  const { code } = await minify(outputFiles[0].text, { module: true, ecma: 2020, compress: { passes: 3, unsafe: true }, mangle: true });
  await writeFile(new URL(`${name}.js`, folder), code);
  return code;
}

export const packed = (bytes) => ({ raw: bytes.length, gz: gzipSync(bytes, { level: 9 }).length, br: brotliCompressSync(bytes).length });
export const sum = (sizes) => sizes.reduce((all, one) => ({ raw: all.raw + one.raw, gz: all.gz + one.gz, br: all.br + one.br }));

export async function bundles() {
  await mkdir(folder, { recursive: true });
  const ajv = new URL("ajv_standalone.js", folder);
  await writeFile(ajv, ajvStandalone());
  const sizes = {};
  for (const peer of peers) sizes[peer] = packed(Buffer.from(await bundle(peer, ajv.pathname)));
  const core = [];
  for (const file of ["core.js", "core.wasm"]) {
    const from = new URL(`build/wasm/core/${file}`, root);
    await copyFile(from, new URL(file, folder));
    core.push(packed(await readFile(from)));
  }
  sizes.senkoi = sum(core);
  for (const file of ["forms.js", "trial.js"]) await copyFile(new URL(file, import.meta.url), new URL(file, folder));
  return sizes;
}
