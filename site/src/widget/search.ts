// <senkoi-search>: the programs of the society's field, searched at every key (M3.3, M3.4); each leads to its page on the site.
import css from "./style/search.css";
import { Failed } from "./ask.ts";
import { fillWith, make, type Child } from "./dom.ts";
import { DrawnElement, reflect, sheetOf, type Surroundings } from "./element.ts";
import { inDigits, prefectures } from "./figures_data.ts";
import { whenNear } from "./near.ts";
import { Programs, type Program } from "./programs.ts";
import { rules } from "./rules.ts";
import type { Speaker } from "./said.ts";
import type { SenkoiQuery, SenkoiSearch as Contract } from "./public/senkoi.d.ts";

const sheet = sheetOf(css);
const firstRows = 40;
const moreRows = 120;
const calmMs = 200;
const empty: Required<SenkoiQuery> = { prefecture: "", facility: "", name: "" };
const items = ["prefecture", "facility", "name"] as const;
const isEmpty = ({ prefecture, facility, name }: Required<SenkoiQuery>): boolean => prefecture + facility + name === "";

export class SearchElement extends DrawnElement implements Pick<Contract, "find" | "reload"> {
  static override readonly observedAttributes = DrawnElement.alsoObserving("prefecture");

  #query = empty;
  #preset = "";
  #programs: Programs | null = null;
  #of = "";
  #found: readonly Program[] | null = null;
  #shown = firstRows;
  #missing = false;
  #turn = 0;
  #calm = 0;

  constructor() {
    super(sheet);
    this.addEventListener("focusin", () => void rules());
  }

  override focus(options?: FocusOptions): void {
    this.root.querySelector<HTMLElement>("select")?.focus(options);
  }

  async find(query: SenkoiQuery): Promise<number> {
    const [{ prefecture, facility, name }, { here }] = [query, this];
    this.#query = { prefecture: prefecture ?? "", facility: facility ?? "", name: name ?? "" };
    this.#enter();
    if (here && !this.#programs) await this.reload();
    else await this.#search();
    return this.#found?.length ?? 0;
  }

  async reload(): Promise<boolean> {
    const { here } = this;
    if (!here) return false;
    const source = here.reading("catalogue", here.field);
    this.#of = source;
    try {
      const programs = await Programs.read(here);
      if (this.#of !== source) return false; // another society was asked for meanwhile
      this.#programs = programs;
      this.#missing = false;
      this.tell("senkoi-loaded", { society: here.field });
    } catch (cause) {
      if (this.#of === source) this.#fail(cause);
      return false;
    }
    await this.#search();
    return true;
  }

  protected override heading(speaker: Speaker, field: string): string {
    return speaker.say("searchTitle", { field: speaker.fieldName(field) });
  }

  protected override way({ site, field, speaker }: Surroundings): Child {
    return make("a", { part: "link", href: `${site}search.html?field=${field}` }, speaker.say("toSearch"));
  }

  protected override content({ speaker }: Surroundings): Child {
    const clear = make("button", { type: "button", id: "clear", class: "button button--plain", part: "link" }, speaker.say("clear"));
    clear.addEventListener("click", () => { void this.find(empty); this.focus(); });
    return [
      this.#form(speaker),
      make("p", { class: "soft", id: "partial", part: "text" }, speaker.say("partial")),
      make("div", { class: "count" }, make("p", { id: "count", "aria-live": "polite" }), clear),
      make("div", { id: "results", class: "results", part: "results", role: "region", tabindex: 0, "aria-label": speaker.say("results") }),
    ];
  }

  protected override drawn({ reading, field }: Surroundings): void {
    const source = reading("catalogue", field);
    const changed = this.#of !== source;
    if (changed) [this.#programs, this.#found] = [null, null];
    this.#takePreset();
    this.#enter();
    this.#show();
    if (changed) whenNear(this, () => void (this.#of === source || this.reload()));
    else void this.#search();
  }

  #takePreset(): void {
    const asked = this.getAttribute("prefecture") ?? "";
    if (asked === this.#preset) return;
    this.#preset = asked;
    this.#query = { ...this.#query, prefecture: prefectures.includes(asked) ? asked : "" };
  }

  #form(speaker: Speaker): HTMLElement {
    const select = make("select", { id: "prefecture", class: "input", part: "input", autocomplete: "off" },
      make("option", { value: "" }, speaker.say("anyPrefecture")),
      prefectures.map((code) => make("option", { value: code }, speaker.prefectureName(code))));
    select.addEventListener("change", () => this.#change({ prefecture: select.value }));
    const text = (item: "facility" | "name") => {
      const input = make("input", {
        id: item, type: "search", class: "input", part: "input", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
        enterkeyhint: "search", "aria-describedby": "partial",
      });
      input.addEventListener("input", () => this.#change({ [item]: input.value }));
      return input;
    };
    const item = (id: string, name: string, control: Node) => make("div", {}, make("label", { for: id, class: "label", part: "label" }, name), control);
    const form = make("form", { role: "search", class: "form", "aria-label": speaker.say("searchForm") },
      item("prefecture", speaker.say("prefectureAsked"), select),
      item("facility", speaker.say("facility"), text("facility")),
      item("name", speaker.say("programName"), text("name")));
    form.addEventListener("submit", (event) => event.preventDefault());
    return form;
  }

  /** Puts the query into the controls. */
  #enter(): void {
    for (const item of items) {
      const value = this.#query[item];
      const control = this.at<HTMLInputElement>(item);
      if (control && control.value !== value) control.value = value;
    }
  }

  #change(changed: SenkoiQuery): void {
    this.#query = { ...this.#query, ...changed };
    clearTimeout(this.#calm);
    this.#calm = window.setTimeout(() => void this.#search(), calmMs);
  }

  /** Answers that were overtaken by a later search are dropped. */
  async #search(): Promise<void> {
    const { here } = this;
    if (!here || !this.#programs) return;
    const turn = ++this.#turn;
    try {
      const found = isEmpty(this.#query) ? this.#programs.all : await this.#programs.find(this.#query, here.speaker.language);
      if (turn === this.#turn) this.#take(found);
    } catch (cause) {
      if (turn === this.#turn) this.#fail(cause);
    }
  }

  #take(found: readonly Program[]): void {
    this.#found = found;
    this.#shown = firstRows;
    this.#missing = false;
    this.#show();
    this.tell("senkoi-search", { count: found.length });
  }

  #fail(cause: unknown): void {
    this.#missing = true;
    this.#show();
    this.tell("senkoi-failed", { code: cause instanceof Failed ? cause.code : "unknown" });
  }

  #show(): void {
    if (!this.here) return;
    const { speaker } = this.here;
    this.at("clear").hidden = isEmpty(this.#query);
    this.at("count").textContent = this.#missing || !this.#found ? "" : this.#countSaid(speaker, this.#found.length);
    fillWith(this.at("results"), this.#list(this.here));
    this.root.querySelector("section")?.setAttribute("aria-busy", String(!this.#found && !this.#missing));
  }

  #countSaid = (speaker: Speaker, count: number): string => speaker.say(count === 1 ? "countOne" : "count", { count: inDigits(count) });

  #list(here: Surroundings): Child {
    const { speaker } = here;
    if (this.#missing) return make("p", { class: "hint" }, speaker.say("searchMissing"), " ", this.#button(speaker.say("again"), () => void this.reload()));
    if (!this.#found) return make("p", { class: "hint" }, speaker.say("loading"));
    if (this.#found.length === 0) return make("p", { class: "hint" }, make("strong", {}, speaker.say("nothingTitle")), make("br"), speaker.say("nothing"));
    const left = this.#found.length - this.#shown;
    return [
      make("ul", { role: "list" }, this.#found.slice(0, this.#shown).map((each) => this.#row(each, here))),
      left > 0 && make("p", { class: "hint" }, this.#button(speaker.say("more", { count: left }), () => this.#more())),
    ];
  }

  #more(): void {
    const first = this.#shown;
    this.#shown += moreRows;
    this.#show();
    this.root.querySelectorAll<HTMLElement>("#results a")[first]?.focus();
  }

  #button(name: string, press: () => void): HTMLElement {
    const button = make("button", { type: "button", class: "button button--plain", part: "link" }, name);
    button.addEventListener("click", press);
    return button;
  }

  #row({ id, name, facility, prefecture, capacity, applicants, over_capacity: over }: Program, { speaker, site }: Surroundings): HTMLElement {
    const url = `${site}program.html?id=${id}`;
    const link = make("a", { href: url, part: "link", lang: "ja" }, name);
    link.addEventListener("click", (event) => { if (!this.tell("senkoi-open", { program: id, url })) event.preventDefault(); });
    const numbers = applicants === undefined ? speaker.say("applicantsUnknown", { capacity }) : speaker.say("applicantsOfCapacity", { applicants, capacity });
    return make("li", { part: "result" },
      make("p", {}, link),
      make("p", { class: "soft" }, speaker.prefectureName(prefecture), make("span", { "aria-hidden": "true" }, " ／ "), make("span", { lang: "ja" }, facility)),
      make("p", { class: over ? "over" : "soft" }, numbers, over && [" ", make("strong", { class: "over__said" }, speaker.say("overInSearch"))]));
  }
}
reflect(SearchElement);
