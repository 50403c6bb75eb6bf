// Names early what a page will ask for anyway, one round trip sooner: the Japanese words, and the module of the rules where it is used.
import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

const isChunk = (file: Bundle[string] | undefined): file is Chunk => file?.type === "chunk";

/** A chunk and all that it imports at once. */
function reached(bundle: Bundle, from: Chunk, found = new Set<Chunk>()): Set<Chunk> {
  if (found.has(from)) return found;
  found.add(from);
  for (const name of from.imports) {
    const next = bundle[name];
    if (isChunk(next)) reached(bundle, next, found);
  }
  return found;
}

/** The modules of the rules: that of applicants, that of staff. */
const modules = ["core", "staff"];

const holds = (chunk: Chunk, ending: string): boolean => chunk.moduleIds.some((id) => id.endsWith(ending));

/** From a page's folder up to that of the site: "./" for most, "../" for pages one folder down. */
const up = (path: string): string => "../".repeat(path.split("/").length - 2) || "./";

function early(bundle: Bundle, page: Chunk, path: string): HtmlTagDescriptor[] {
  const files = Object.values(bundle);
  const words = files.find((file) => isChunk(file) && holds(file, "/words/ja.json"));
  const chunks = [...reached(bundle, page)];
  const module = modules.find((name) => chunks.some((chunk) => holds(chunk, `/wasm/${name}/core.js`)));
  const rules = files.find((file) => file.type === "asset" && file.originalFileNames.some((name) => name.endsWith(`/wasm/${module}/core.wasm`)));
  const link = (attrs: Record<string, string>): HtmlTagDescriptor => ({ tag: "link", attrs, injectTo: "head" });
  return [
    ...(words ? [link({ rel: "modulepreload", crossorigin: "", href: up(path) + words.fileName })] : []),
    ...(rules ? [link({ rel: "preload", as: "fetch", crossorigin: "anonymous", href: up(path) + rules.fileName })] : []),
  ];
}

export function preload(): Plugin {
  return {
    name: "senkoi-preload",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle, chunk, path }) => (bundle && chunk ? early(bundle as Bundle, chunk as Chunk, path) : []),
    },
  };
}
