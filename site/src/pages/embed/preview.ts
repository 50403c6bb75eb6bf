// The elements as the society's page will show them, with their own script, and how much room they take.
import { language } from "../../words/i18n.ts";
import { attributesOf, colourValues, type Choice, type ElementName, type Heights, type Source } from "./lines.ts";

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

const measured = new Map<string, Heights>();

/** An element drawn out of sight, as wide as a phone and as a desk at once: one layout tells both. */
function measure(name: ElementName, choice: Choice, source: Source): Heights {
  const probe = document.createElement("div");
  probe.className = "embed-probe";
  const frames = widths.map((width) => {
    const frame = document.createElement("div");
    frame.style.setProperty("--probe", `${width}px`);
    frame.append(elementOf(name, choice, source));
    return frame;
  });
  probe.append(...frames);
  document.body.append(probe);
  const heights = frames.map((frame) => Math.ceil(frame.firstElementChild!.getBoundingClientRect().height));
  probe.remove();
  return heights as unknown as Heights;
}

/** The room that each chosen element takes, measured once for each look. */
export function heightsOf(choice: Choice, source: Source): ReadonlyMap<ElementName, Heights> {
  return new Map(choice.elements.map((name): [ElementName, Heights] => {
    const look = JSON.stringify([name, { ...choice, elements: [] }, language()]);
    const heights = measured.get(look) ?? measure(name, choice, source);
    measured.set(look, heights);
    return [name, heights];
  }));
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
