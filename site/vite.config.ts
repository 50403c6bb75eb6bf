// Builds the static pages into build/site. Every *.html beside this file is a page; its title, description and the sentence for
// browsers without scripts come from src/words/pages.ts, so that no page carries a sentence of its own.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { pageWords, shellWords } from "./src/words/pages.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pages = readdirSync(here(".")).filter((name) => name.endsWith(".html"));

// What holds on any host. The host's own header adds what depends on it (connect-src, frame-ancestors).
const contentSecurityPolicy = [
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html",
].join("; ");

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function fillHead(): Plugin {
  let serving = false;
  return {
    name: "senkoi-head",
    configResolved: (config) => void (serving = config.command === "serve"),
    transformIndexHtml: {
      order: "pre",
      handler(_html, { path }) {
        const name = path.slice(path.lastIndexOf("/") + 1, -".html".length) as keyof typeof pageWords;
        const words = pageWords[name];
        if (!words) throw new Error(`src/words/pages.ts has no words for ${path}`);
        const policy = { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy };
        return [
          ...(serving ? [] : [{ tag: "meta", attrs: policy, injectTo: "head-prepend" as const }]),
          { tag: "meta", attrs: { charset: "utf-8" }, injectTo: "head-prepend" },
          { tag: "meta", attrs: { name: "viewport", content: "width=device-width, initial-scale=1" }, injectTo: "head" },
          { tag: "title", children: escaped(`${words.title.ja} | ${shellWords.name.ja}`), injectTo: "head" },
          { tag: "meta", attrs: { name: "description", content: words.about.ja }, injectTo: "head" },
          { tag: "meta", attrs: { name: "referrer", content: "no-referrer" }, injectTo: "head" },
          { tag: "meta", attrs: { name: "theme-color", content: "#ffffff" }, injectTo: "head" },
          { tag: "link", attrs: { rel: "preload", href: "/site.json", as: "fetch", crossorigin: "anonymous" }, injectTo: "head" },
          { tag: "link", attrs: { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" }, injectTo: "head" },
          {
            tag: "noscript",
            children: `<p>${escaped(shellWords.needsScript.ja)}</p><p lang="en">${escaped(shellWords.needsScript.en)}</p>`,
            injectTo: "body",
          },
        ];
      },
    },
  };
}

export default defineConfig({
  root: here("."),
  plugins: [fillHead()],
  resolve: {
    alias: {
      "@senkoi/core": here("../build/wasm/core/core.js"),
      "@senkoi/words": here("../build/words"),
    },
  },
  build: {
    outDir: here("../build/site"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: Object.fromEntries(pages.map((name) => [name.slice(0, -".html".length), here(name)])) },
  },
  server: { proxy: { "/api": process.env["SENKOI_API"] ?? "http://127.0.0.1:8080" } },
});
