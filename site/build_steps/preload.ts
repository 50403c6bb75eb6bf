// Names early what a page will ask for anyway, one round trip sooner: the Japanese words, and the module of the rules where it is used.
import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";
import { pagesOf, type Graph } from "./chunks.ts";

type Bundle = Rolldown.OutputBundle;

/** The rules of applicants and of staff: who imports the first asks the second. */
const rulesOf = { "/src/parts/rules/core.ts": "/wasm/core/core.wasm", "/src/parts/staff/core.ts": "/wasm/staff/core.wasm" };

/** From a page's folder up to that of the site: "./" for most, "../" for pages one folder down. */
const up = (path: string): string => "../".repeat(path.split("/").length - 2) || "./";

function early(bundle: Bundle, path: string, rules: string | undefined): HtmlTagDescriptor[] {
  const files = Object.values(bundle);
  const words = files.find((file) => file.type === "chunk" && file.moduleIds.some((id) => id.endsWith("/words/ja.json")));
  const module = files.find((file) => file.type === "asset" && rules && file.originalFileNames.some((name) => name.endsWith(rules)));
  const link = (attrs: Record<string, string>): HtmlTagDescriptor => ({ tag: "link", attrs, injectTo: "head" });
  return [
    ...(words ? [link({ rel: "modulepreload", crossorigin: "", href: up(path) + words.fileName })] : []),
    ...(module ? [link({ rel: "preload", as: "fetch", crossorigin: "anonymous", href: up(path) + module.fileName })] : []),
  ];
}

export function preload(): Plugin {
  const modules = new Map<string, string>(); // the file of rules by page
  return {
    name: "senkoi-preload",
    renderStart() {
      const graph: Graph = this;
      for (const id of this.getModuleIds())
        for (const [starter, module] of Object.entries(rulesOf))
          if (id.endsWith(starter)) for (const page of pagesOf(id, graph)) modules.set(page, module);
    },
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle, path, filename }) => (bundle ? early(bundle as Bundle, path, modules.get(filename)) : []),
    },
  };
}
