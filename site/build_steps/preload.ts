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

const holds = (chunk: Chunk, ending: string): boolean => chunk.moduleIds.some((id) => id.endsWith(ending));

function early(bundle: Bundle, page: Chunk): HtmlTagDescriptor[] {
  const files = Object.values(bundle);
  const words = files.find((file) => isChunk(file) && holds(file, "/words/ja.json"));
  const usesRules = [...reached(bundle, page)].some((chunk) => holds(chunk, "/core/core.js"));
  const rules = usesRules ? files.find((file) => file.fileName.endsWith(".wasm")) : undefined;
  const link = (attrs: Record<string, string>): HtmlTagDescriptor => ({ tag: "link", attrs, injectTo: "head" });
  return [
    ...(words ? [link({ rel: "modulepreload", crossorigin: "", href: `./${words.fileName}` })] : []),
    ...(rules ? [link({ rel: "preload", as: "fetch", crossorigin: "anonymous", href: `./${rules.fileName}` })] : []),
  ];
}

export function preload(): Plugin {
  return {
    name: "senkoi-preload",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle, chunk }) => (bundle && chunk ? early(bundle as Bundle, chunk as Chunk) : []),
    },
  };
}
