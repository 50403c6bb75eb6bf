// Builds the static pages into build/site: every *.html beside this file and in staff/ is a page.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { anyDepth } from "./build_steps/any_depth.ts";
import { chunkOf } from "./build_steps/chunks.ts";
import { embed } from "./build_steps/embed.ts";
import { fillHead } from "./build_steps/head.ts";
import { precompress } from "./build_steps/precompress.ts";
import { preload } from "./build_steps/preload.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pagesIn = (folder: string) => readdirSync(here(`./${folder}`)).filter((name) => name.endsWith(".html")).map((name) => folder + name);
const pages = [...pagesIn(""), ...pagesIn("staff/")];

export default defineConfig({
  root: here("."),
  base: "./",
  plugins: [fillHead(), preload(), anyDepth(), embed(), precompress()],
  resolve: {
    alias: {
      "@senkoi/core": here("../build/wasm/core/core.js"),
      "@senkoi/staff": here("../build/wasm/staff/core.js"),
      "@senkoi/words": here("../build/words"),
    },
  },
  build: {
    outDir: here("../build/site"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.fromEntries(pages.map((name) => [name.slice(0, -".html".length).replace("/", "-"), here(name)])),
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkOf }] } },
    },
  },
  server: { proxy: { "/api": process.env["VITE_API"] ?? "http://127.0.0.1:8080" } },
});
