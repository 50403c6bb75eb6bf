// The language of an element: its own lang, else that of the nearest ancestor, shadow roots included, else Japanese; watched while the
// element is in a document.
import type { Language } from "../words/i18n.ts";

const parentOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode);

export function languageOf(element: Element): Language {
  for (let node: Node | null = element; node; node = parentOf(node)) {
    const lang = node instanceof Element ? node.getAttribute("lang") : null;
    if (lang) return lang.toLowerCase().startsWith("ja") ? "ja" : "en";
  }
  return "ja";
}

const watching = new Map<Element, () => void>();
const tellAll = (): void => watching.forEach((tell) => tell());
let observer: MutationObserver | undefined; // none on a server
const options = { attributes: true, attributeFilter: ["lang"], subtree: true };

/** Calls `tell` whenever a lang attribute changes in the document, or in a shadow root that the element stands in. */
export function watchLanguage(element: Element, tell: () => void): void {
  watching.set(element, tell);
  observer ??= new MutationObserver(tellAll);
  observer.observe(document, options);
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) observer.observe(root, options);
}

export function forgetLanguage(element: Element): void {
  watching.delete(element);
  if (watching.size === 0) observer?.disconnect();
}
