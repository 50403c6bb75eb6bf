// Lays a .br and a .gz beside every text file and the wasm, for servers that send them as they are (ours does).
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

// Not site.json: who hosts the pages writes the API's address into it.
const endings = [".html", ".js", ".css", ".svg", ".wasm"];
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

function compress(path: string): void {
  const content = readFileSync(path);
  writeFileSync(`${path}.br`, brotliCompressSync(content, brotli));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
}

export function precompress(): Plugin {
  let folder = "";
  return {
    name: "senkoi-precompress",
    apply: "build",
    configResolved: ({ build }) => void (folder = build.outDir),
    closeBundle() {
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
      for (const name of files.filter((each) => endings.some((ending) => each.endsWith(ending)))) compress(join(folder, name));
    },
  };
}
