// The embeddable elements of Senkoi. Attributes may be set before or after the script has loaded, properties too; null and undefined take them away.
// Every event bubbles, leaves the shadow root and carries no personal data.
//
// Slots: `heading` replaces the heading, `note` stands at the end; what else stands inside is shown until the element is ready.
// Parts: card heading text way label input button link message tile map table results result footer.
// Custom properties: --senkoi-accent --senkoi-on-accent --senkoi-background --senkoi-text --senkoi-muted --senkoi-line --senkoi-error
// --senkoi-radius --senkoi-padding --senkoi-font --senkoi-font-size --senkoi-results-size.

/** What a check says: code and severity as in @senkoi/core. */
export interface SenkoiFinding { readonly code: string; readonly severity: "fine" | "note" | "warning" | "error"; }

export interface SenkoiEventMap {
  /** Drawn, in its language. */
  "senkoi-ready": CustomEvent<{ society: string; language: "ja" | "en" }>;
  /** The mail address was checked; null where nothing is to say. */
  "senkoi-check": CustomEvent<{ finding: SenkoiFinding | null }>;
  /** The mail with the link is on its way. */
  "senkoi-sent": CustomEvent<{ society: string }>;
  /** A request failed: a code of the API, or "unreachable". */
  "senkoi-failed": CustomEvent<{ code: string }>;
  /** Numbers or programs are there. */
  "senkoi-loaded": CustomEvent<{ society: string }>;
  /** A prefecture was chosen on the map. */
  "senkoi-choose": CustomEvent<{ prefecture: string }>;
  /** A search has ended. */
  "senkoi-search": CustomEvent<{ count: number }>;
  /** A program's link was followed; preventDefault() keeps the page. */
  "senkoi-open": CustomEvent<{ program: number; url: string }>;
}

export interface SenkoiElement extends HTMLElement {
  /** Two digits, or the name of the specialty or of its society: "02", "小児科", "日本小児科学会", "Pediatrics". */
  society: string;
  /** Where the pages are, with the last "/"; by default the folder that the script came from tells. */
  site: string;
  /** Where the API is, without the last "/"; by default api/v1 below the pages. */
  api: string;
  /** Where there is no API: the folder that `senkoi export-static` wrote, for figures and search. */
  data: string;
  /** "light" or "dark"; otherwise that of the page. */
  scheme: string;
  /** Level of the heading, "1" to "6"; "2" by default. */
  level: string;
  addEventListener<Type extends keyof SenkoiEventMap>(
    type: Type, listener: (this: this, event: SenkoiEventMap[Type]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** `<senkoi-entry>`: new registration by mail address, and log-in. */
export interface SenkoiEntry extends SenkoiElement {
  /** "links" shows the two ways as links only, without the mail address. */
  view: string;
  /** Checks what is entered, shows what is to say of it, and tells it; null where nothing is, or where the rules could not be loaded. */
  check(): Promise<SenkoiFinding | null>;
  /** Checks and sends; true when the mail is on its way. */
  send(): Promise<boolean>;
  /** Forgets what was entered. */
  reset(): void;
}

/** `<senkoi-figures>`: the public figures of each prefecture. */
export interface SenkoiFigures extends SenkoiElement {
  /** "map" or "table"; both by default, the table folded. */
  view: string;
  /** The prefecture whose numbers are shown, two digits; "13" by default. */
  prefecture: string;
  /** Reads the numbers anew; true when they came. */
  reload(): Promise<boolean>;
}

export interface SenkoiQuery { prefecture?: string; facility?: string; name?: string; }

/** `<senkoi-search>`: the programs of the specialty. */
export interface SenkoiSearch extends SenkoiElement {
  /** The prefecture to begin with, two digits. */
  prefecture: string;
  /** Searches as if the visitor had; the number of programs found. */
  find(query: SenkoiQuery): Promise<number>;
  /** Reads the programs anew; true when they came. */
  reload(): Promise<boolean>;
}

/** The classes behind the names; `version` is that of the script they came from. */
export interface SenkoiClass<Element extends SenkoiElement> { new (): Element; readonly prototype: Element; readonly version: string; }
export declare const SenkoiEntry: SenkoiClass<SenkoiEntry>;
export declare const SenkoiFigures: SenkoiClass<SenkoiFigures>;
export declare const SenkoiSearch: SenkoiClass<SenkoiSearch>;

declare global {
  interface HTMLElementTagNameMap {
    "senkoi-entry": SenkoiEntry;
    "senkoi-figures": SenkoiFigures;
    "senkoi-search": SenkoiSearch;
  }
  /** Every event bubbles to the document. */
  interface DocumentEventMap extends SenkoiEventMap {}
}
