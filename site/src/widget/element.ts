// What the elements share: attributes and properties before or after the upgrade, the language, the frame around the content, events.
// An element draws its content whole when an attribute or the language changes, and keeps what it must remember in itself.
import base from "./style/base.css";
import { make, type Child } from "./dom.ts";
import { forgetLanguage, languageOf, watchLanguage } from "./language.ts";
import { fieldMeant, speakers, type Speaker } from "./said.ts";
import type { SenkoiEventMap } from "./public/senkoi.d.ts";
import { apiOf, readingOf, siteOf } from "./where.ts";

export interface Surroundings {
  readonly field: string;
  readonly speaker: Speaker;
  /** With its last "/". */
  readonly site: string;
  /** Without. */
  readonly api: string;
  /** Where something to read lies. */
  readonly reading: ReturnType<typeof readingOf>;
  /** There is no API to ask, only files. */
  readonly filesOnly: boolean;
}

type DetailOf<Type extends keyof SenkoiEventMap> = SenkoiEventMap[Type]["detail"];
const shared = ["society", "site", "api", "data", "scheme", "level"];
const levels = ["1", "2", "3", "4", "5", "6"];

/** On a server, which imports the script along with a page's code, there are no style sheets, and no element is ever made. */
export function sheetOf(css: string): CSSStyleSheet {
  const sheet = globalThis.CSSStyleSheet && new CSSStyleSheet();
  sheet?.replaceSync(css);
  return sheet;
}
const baseSheet = sheetOf(base);

/** Gives a class a property for each attribute of its own and of all elements. Null and undefined, as frameworks set what is not given, take it away. */
export function reflect(element: typeof DrawnElement): void {
  for (const name of element.observedAttributes.filter((each) => each !== "lang"))
    Object.defineProperty(element.prototype, name, {
      get(this: Element) { return this.getAttribute(name) ?? ""; },
      set(this: Element, value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, String(value));
      },
      configurable: true,
      enumerable: true,
    });
}

const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

export abstract class DrawnElement extends Base {
  static readonly version: string = senkoiVersion;
  static readonly observedAttributes: readonly string[] = [...shared, "lang"];
  static readonly alsoObserving = (...names: string[]): readonly string[] => [...DrawnElement.observedAttributes, ...names];

  protected readonly root = this.attachShadow({ mode: "open" });
  #here: Surroundings | null = null;
  #drawnAs = "";
  #waiting = false;

  constructor(...sheets: CSSStyleSheet[]) {
    super();
    this.root.adoptedStyleSheets = [baseSheet, ...sheets];
  }

  /** Null while no society is named. */
  protected get here(): Surroundings | null { return this.#here; }
  protected abstract heading(speaker: Speaker, field: string): string;
  protected abstract content(here: Surroundings): Child;
  /** The plain way to the same thing on the site. */
  protected abstract way(here: Surroundings): Child;
  /** After each drawing. */
  protected drawn(_here: Surroundings): void {}

  connectedCallback(): void {
    this.#takeProperties();
    watchLanguage(this, () => this.#redrawSoon());
    this.#draw();
  }

  disconnectedCallback(): void {
    forgetLanguage(this);
  }

  attributeChangedCallback(): void {
    this.#redrawSoon();
  }

  protected tell<Type extends keyof SenkoiEventMap>(type: Type, detail: DetailOf<Type>): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: type === "senkoi-open" }));
  }

  protected at<Kind extends HTMLElement>(id: string): Kind {
    return this.root.getElementById(id) as Kind;
  }

  /** The attributes that are properties of ours. */
  #names = (): readonly string[] => (this.constructor as typeof DrawnElement).observedAttributes.filter((name) => name !== "lang");

  /** What was set before the class was known stands on the element itself and would hide the properties. */
  #takeProperties(): void {
    const own = this as unknown as Record<string, unknown>;
    for (const name of this.#names()) {
      if (!Object.hasOwn(this, name)) continue;
      const value = own[name];
      delete own[name]; // what hid the property of the class
      own[name] = value;
    }
  }

  #redrawSoon(): void {
    if (this.#waiting || !this.isConnected) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      if (this.isConnected) this.#draw();
    });
  }

  /** All that the drawing depends on: nothing is drawn anew that would be the same. */
  #state(language: string): string {
    return JSON.stringify([language, ...this.#names().map((name) => this.getAttribute(name))]);
  }

  #draw(): void {
    const language = languageOf(this);
    const state = this.#state(language);
    if (state === this.#drawnAs) return;
    this.#drawnAs = state;
    const said = (name: string) => this.getAttribute(name) ?? "";
    const field = fieldMeant(said("society"));
    if (!field) return this.#drawNothing();
    const site = siteOf(said("site"));
    const api = apiOf(said("api"), site);
    const filesOnly = said("data") !== "";
    this.#here = { field, speaker: speakers[language], site, api, reading: readingOf(api, said("data")), filesOnly };
    this.#drawFrame(this.#here, said("scheme"), said("level"));
    this.tell("senkoi-ready", { society: field, language });
  }

  /** Without a society what stands inside is shown: the author's plain link. */
  #drawNothing(): void {
    this.#here = null;
    console.warn(`<${this.localName}>: no such society: "${this.getAttribute("society") ?? ""}"`);
    this.root.replaceChildren(make("slot"));
  }

  #drawFrame(here: Surroundings, scheme: string, level: string): void {
    const focused = this.root.activeElement?.id;
    const { speaker, field } = here;
    const title = this.heading(speaker, field);
    const tag = `h${levels.includes(level) ? level : 2}` as "h2";
    this.root.replaceChildren(make("section", { class: "senkoi", part: "card", lang: speaker.language, dir: "ltr", "data-scheme": scheme, "aria-label": title },
      make("slot", { name: "heading" }, make(tag, { part: "heading", class: "heading" }, title)),
      this.content(here),
      make("p", { part: "footer", class: "footer" }, make("slot", { name: "note" }), " ", this.way(here))));
    if (focused) this.at(focused)?.focus();
    this.drawn(here);
  }
}
