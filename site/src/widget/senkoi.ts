// The script that a page embeds: names the elements, unless another version of it came first.
import { EntryElement } from "./entry.ts";
import { FiguresElement } from "./figures.ts";
import { SearchElement } from "./search.ts";

const elements = { "senkoi-entry": EntryElement, "senkoi-figures": FiguresElement, "senkoi-search": SearchElement };

for (const [name, element] of Object.entries(elements))
  if (!customElements.get(name)) customElements.define(name, element);

export { EntryElement as SenkoiEntry, FiguresElement as SenkoiFigures, SearchElement as SenkoiSearch };
