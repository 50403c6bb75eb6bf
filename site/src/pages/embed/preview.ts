// The elements as the society's page will show them, with their own script, and how much room they take.
import { attributesOf, colourValues, elementNames, type Choice, type ElementName, type Heights, type Source } from "./lines.ts";

const widths = [360, 900] as const;

const attributes = ["society", "lang", "scheme", "site", "api", "data"];
const colours = ["--senkoi-accent", "--senkoi-on-accent"];

/** Gives an element what was chosen, and takes from it what no longer is. */
function dress(element: HTMLElement, name: ElementName, choice: Choice, source: Source): HTMLElement {
  const chosen = new Map(attributesOf(name, choice, source));
  for (const attribute of attributes) {
    const value = chosen.get(attribute);
    if (value === undefined) element.removeAttribute(attribute);
    else element.setAttribute(attribute, value);
  }
  const values = new Map<string, string>(colourValues(choice));
  for (const colour of colours) element.style.setProperty(colour, values.get(colour) ?? null);
  return element;
}

function elementOf(name: ElementName, choice: Choice, source: Source): HTMLElement {
  const element = document.createElement(`senkoi-${name}`);
  element.setAttribute("level", "3");
  return dress(element, name, choice, source);
}

/** Starts the script of the elements; fails where it can't be loaded. */
export async function startElements({ address }: Source): Promise<void> {
  await import(/* @vite-ignore */ address);
}

/** Each element drawn once out of sight, as wide as a phone and as a desk. */
export function heightsOf(choice: Choice, source: Source): ReadonlyMap<ElementName, Heights> {
  const probe = document.createElement("div");
  probe.className = "embed-probe";
  document.body.append(probe);
  const measured = elementNames.map((name): [ElementName, Heights] => {
    const element = elementOf(name, choice, source);
    probe.replaceChildren(element);
    const heights = widths.map((width) => {
      probe.style.setProperty("--probe", `${width}px`);
      return Math.ceil(element.getBoundingClientRect().height);
    });
    return [name, heights as unknown as Heights];
  });
  probe.remove();
  return new Map(measured);
}

/** Keeps the elements of `frame` as they were chosen; those that stay are changed, not made anew. */
export function showElements(frame: HTMLElement, choice: Choice, source: Source): void {
  frame.dataset["scheme"] = choice.scheme;
  const there = new Map([...frame.children].map((each) => [each.localName, each as HTMLElement]));
  const wanted = choice.elements.map((name) => {
    const kept = there.get(`senkoi-${name}`);
    return kept ? dress(kept, name, choice, source) : elementOf(name, choice, source);
  });
  const same = wanted.length === there.size && wanted.every((each) => each.parentNode === frame);
  if (!same) frame.replaceChildren(...wanted);
}
