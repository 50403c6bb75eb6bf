// The lines that a society copies into its page, made from what it chose. Pure.
import { societyName } from "../../words/core_words.ts";
import { embedWords as words } from "../../words/embed.ts";
import { say } from "../../words/i18n.ts";

export const elementNames = ["entry", "figures", "search"] as const;
export type ElementName = (typeof elementNames)[number];

export interface Choice {
  readonly field: string;
  readonly elements: readonly ElementName[];
  /** Empty where the page's own shall hold. */
  readonly lang: string;
  readonly scheme: string;
  readonly colour: string;
}
export interface Source {
  readonly version: string;
  /** Of the script. */
  readonly address: string;
  readonly integrity: string;
  /** Of the pages, with its last "/". */
  readonly site: string;
  /** Empty where it is the usual one below the pages. */
  readonly api: string;
  /** Where there is no API: the folder of exported files, and the site where one applies; else empty. */
  readonly data: string;
  readonly apply: string;
}
/** The heights that an element takes, px: on a phone, on a desk. */
export type Heights = readonly [narrow: number, wide: number];

const tagOf = (name: ElementName): string => `senkoi-${name}`;
const pages = { entry: "", figures: "figures.html", search: "search.html" } as const;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The entrance belongs to the site where one applies, the rest reads where it came from. */
const placeOf = (name: ElementName, { api, data, apply }: Source): [string, string][] =>
  name === "entry" ? [["site", apply], ["api", api]] : [["api", api], ["data", data]];

export function attributesOf(name: ElementName, { field, lang, scheme }: Choice, source: Source): [string, string][] {
  const all: [string, string][] = [["society", field], ["lang", lang], ["scheme", scheme], ...placeOf(name, source)];
  return all.filter(([, value]) => value !== "");
}

export const scriptLine = ({ address, integrity }: Source): string =>
  `<script type="module" crossorigin integrity="${integrity}" src="${escaped(address)}"></script>`;

/** With a plain link inside, for who has no script; it says where it leads. */
export function elementLine(name: ElementName, choice: Choice, source: Source): string {
  const attributes = attributesOf(name, choice, source).map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
  const href = escaped(`${(name === "entry" && source.apply) || source.site}${pages[name]}?field=${choice.field}`);
  const link = `<a href="${href}">${escaped(say(words[`${name}Link`], { society: societyName(choice.field) }))}</a>`;
  return `<${tagOf(name)}${attributes}>${link}</${tagOf(name)}>`;
}

const channel = (colour: string, from: number): number => {
  const share = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const luminance = (colour: string): number => 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);

/** Contrast of two colours like #0017c1 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const white = "#ffffff";
const black = "#101018";
/** The backgrounds of the elements (widget/style/base.css). */
export const paperOf = (scheme: string): string => (scheme === "dark" ? "#1b1b1f" : white);
export const onColour = (colour: string): string => (contrast(colour, white) >= contrast(colour, black) ? white : black);

export function colourValues({ colour }: Choice): [`--${string}`, string][] {
  return colour === "" ? [] : [["--senkoi-accent", colour], ["--senkoi-on-accent", onColour(colour)]];
}

/** The space above and below an element (:host in widget/style/base.css), there before the element is. */
const space = "1.25rem";

/** The colours, and the room of each element before it is there. */
export function styleLines(choice: Choice, heights: ReadonlyMap<ElementName, Heights>): string {
  const colours = colourValues(choice).map(([name, value]) => ` ${name}: ${value};`).join("");
  const room = (at: 0 | 1) => choice.elements.map((name) => `${tagOf(name)} { min-block-size: ${heights.get(name)?.[at] ?? 0}px; }`);
  const all = choice.elements.map(tagOf).join(", ");
  return [`${all} { display: block; margin-block: ${space};${colours} }`, ...room(0), `@media (min-width: 60rem) {`, ...room(1).map((line) => `  ${line}`), "}"].join("\n");
}

/** What a policy must allow for the script, its module and the API. */
export function policyLine({ site, api, data, apply }: Source): string {
  const asked = [site, api, data, apply].filter((each) => each !== "").map((each) => new URL(each, site).origin);
  return `script-src ${new URL(site).origin} 'wasm-unsafe-eval'; connect-src ${[...new Set(asked)].join(" ")}`;
}
