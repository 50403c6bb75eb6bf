// <senkoi-figures>: the public figures of each prefecture as a map of tiles and a table (M3.7). Its frame stands before the numbers come.
import css from "./style/figures.css";
import { waitsForResults } from "../parts/figures/figures_of_results.ts";
import { ask, Failed } from "./ask.ts";
import { fillWith, make, type Child } from "./dom.ts";
import { DrawnElement, reflect, sheetOf, type Surroundings } from "./element.ts";
import { columns, inDigits, prefectures, total, verdict, type Answer, type Column, type Row } from "./figures_data.ts";
import type { Speaker } from "./said.ts";
import type { SenkoiFigures as Contract } from "./public/senkoi.d.ts";
import { Tiles, tilePlaces } from "./tiles.ts";
import { whenNear } from "./near.ts";

const sheets = [sheetOf(css), sheetOf(tilePlaces)];
const legend = ["low", "middle", "full", "above", "noProgram"] as const;
const levelOf = { low: "low", middle: "middle", full: "full", above: "over", noProgram: "none" } as const;

const number = (amount: number | null, of: Column, speaker: Speaker): Child =>
  amount === null
    ? [make("span", { "aria-hidden": "true" }, speaker.say("none")), make("span", { class: "for-readers" }, speaker.say(waitsForResults(of) ? "notPublished" : "noneSaid"))]
    : inDigits(amount);

export class FiguresElement extends DrawnElement implements Pick<Contract, "reload"> {
  static override readonly observedAttributes = DrawnElement.alsoObserving("view", "prefecture");

  #rows: readonly Row[] = [];
  #of = "";
  #chosen = "";
  #missing = false;
  #tiles: Tiles | null = null;

  constructor() {
    super(...sheets);
  }

  /** Reads the numbers of the society that is shown. */
  async reload(): Promise<boolean> {
    const { here } = this;
    if (!here) return false;
    const source = here.reading("figures", here.field);
    this.#of = source;
    try {
      const { prefectures } = await ask<Answer>(source, here.speaker.language);
      if (this.#of !== source) return false; // another society was asked for meanwhile
      this.#rows = prefectures;
      this.#missing = false;
      this.#show();
      this.tell("senkoi-loaded", { society: here.field });
    } catch (cause) {
      if (this.#of !== source) return false;
      this.#missing = true;
      this.#show();
      this.tell("senkoi-failed", { code: cause instanceof Failed ? cause.code : "unknown" });
    }
    return !this.#missing;
  }

  protected override heading(speaker: Speaker, field: string): string {
    return speaker.say("figuresTitle", { field: speaker.fieldName(field) });
  }

  protected override way({ site, field, speaker }: Surroundings): Child {
    return make("a", { part: "link", href: `${site}figures.html?field=${field}` }, speaker.say("toFigures"));
  }

  protected override content(here: Surroundings): Child {
    const view = this.getAttribute("view");
    const lead = make("p", { id: "lead", class: "soft", part: "text", "aria-live": "polite" });
    this.#tiles = view === "table" ? null : new Tiles(here.speaker, (prefecture) => this.#choose(prefecture));
    const { speaker } = here;
    return [lead, this.#tiles && this.#map(speaker, this.#tiles), view !== "map" && this.#table(speaker, view === "table")];
  }

  protected override drawn({ reading, field }: Surroundings): void {
    const source = reading("figures", field);
    if (this.#of !== source) this.#rows = [];
    const asked = this.getAttribute("prefecture") ?? "";
    this.#choose(prefectures.includes(asked) ? asked : this.#chosen || "13", false);
    this.#show();
    if (this.#of !== source) whenNear(this, () => void (this.#of === source || this.reload()));
  }

  #map(speaker: Speaker, tiles: Tiles): Child {
    const sign = (level: string) => make("span", { class: `legend__sign tile--${level}` });
    return [
      make("ul", { class: "legend", role: "list", "aria-label": speaker.say("legend") },
        legend.map((each) => make("li", {}, sign(levelOf[each]), speaker.say(each))),
        make("li", {}, make("span", { class: "legend__sign", "data-ceiling": true }), speaker.say("withCeiling"))),
      make("div", { class: "view" }, tiles.map, this.#details(speaker)),
      make("p", { class: "for-readers" }, speaker.say("mapHelp")),
    ];
  }

  #details(speaker: Speaker): Child {
    const fact = (column: Column) => make("div", {}, make("dt", {}, speaker.say(column)), make("dd", { id: `fact-${column}` }, speaker.say("none")));
    return make("div", { class: "details", part: "text" },
      make("p", { class: "details__name" }, make("span", { id: "chosen" }), " ", make("strong", { id: "verdict", class: "over" })),
      make("dl", { class: "facts" }, columns.map(fact)),
      make("p", { class: "soft" }, speaker.say("notifiedNote")));
  }

  #table(speaker: Speaker, alone: boolean): Child {
    const frame = make("div", { class: "table-frame", role: "region", tabindex: 0, "aria-label": speaker.say("table") },
      make("table", { part: "table" },
        make("thead", {}, make("tr", {}, make("th", { scope: "col" }, speaker.say("prefecture")), columns.map((each) => make("th", { scope: "col" }, speaker.say(each))))),
        make("tbody", { id: "rows" }), make("tfoot", { id: "sums" })));
    return alone ? frame : make("details", { class: "fold" }, make("summary", { part: "link" }, speaker.say("table")), frame);
  }

  #choose(prefecture: string, tell = true): void {
    const changed = this.#chosen !== prefecture;
    this.#chosen = prefecture;
    this.#tiles?.choose(prefecture);
    this.#showChosen();
    if (tell && changed) this.tell("senkoi-choose", { prefecture });
  }

  #show(): void {
    if (!this.here) return;
    const { speaker } = this.here;
    this.#tiles?.show(this.#rows);
    this.#showChosen();
    this.#showTable(speaker);
    fillWith(this.at("lead"), this.#missing ? [speaker.say("figuresMissing"), " ", this.#againButton(speaker)] : speaker.say(this.#tiles ? "figuresLead" : "notifiedNote"));
    this.root.querySelector("section")?.setAttribute("aria-busy", String(this.#rows.length === 0 && !this.#missing));
  }

  #againButton(speaker: Speaker): HTMLElement {
    const button = make("button", { type: "button", class: "button button--plain", part: "link" }, speaker.say("again"));
    button.addEventListener("click", () => void this.reload());
    return button;
  }

  #showChosen(): void {
    const name = this.at("chosen");
    if (!name || !this.here) return;
    const { speaker } = this.here;
    const row = this.#rows.find(({ prefecture }) => prefecture === this.#chosen);
    name.textContent = speaker.prefectureName(this.#chosen);
    this.at("verdict").textContent = row ? verdict(row, speaker) : "";
    for (const column of columns) fillWith(this.at(`fact-${column}`), number(row?.[column] ?? null, column, speaker));
  }

  #showTable(speaker: Speaker): void {
    const body = this.at("rows");
    if (!body) return;
    const known = new Map(this.#rows.map((row) => [row.prefecture, row]));
    const cell = (row: Row | undefined, column: Column) => {
      const over = column === "applicants" && row?.over === true;
      return make("td", { class: over ? "over" : null }, over && row && `${verdict(row, speaker)} `, number(row?.[column] ?? null, column, speaker));
    };
    fillWith(body, prefectures.map((code) =>
      make("tr", {}, make("th", { scope: "row" }, speaker.prefectureName(code)), columns.map((column) => cell(known.get(code), column)))));
    fillWith(this.at("sums"), make("tr", {}, make("th", { scope: "row" }, speaker.say("all")),
      columns.map((column) => make("td", {}, number(total(this.#rows, column), column, speaker)))));
  }
}
reflect(FiguresElement);
