// The script that a page embeds: names the elements, unless another version of it came first, or there is no page (a server renders it).
import { EntryElement } from "./entry.ts";
import { FiguresElement } from "./figures.ts";
import { SearchElement } from "./search.ts";

const elements = { "senkoi-entry": EntryElement, "senkoi-figures": FiguresElement, "senkoi-search": SearchElement };

const registry = globalThis.customElements as CustomElementRegistry | undefined;

for (const [name, element] of Object.entries(elements))
  if (registry && !registry.get(name)) registry.define(name, element);

export { EntryElement as SenkoiEntry, FiguresElement as SenkoiFigures, SearchElement as SenkoiSearch };
