// /figures.html?field=: the prefectures of a field as a map of tiles, and the sortable table behind it (M3.1 ⑤, M3.7). Public.
import "./figures/figures.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../parts/page/template.ts";
import { readFigures } from "../api/calls.ts";
import type { Figures, PrefectureFigures } from "../api/types.ts";
import { chosenField } from "../parts/storage/address.ts";
import { fieldSelect } from "../parts/form/field_select.ts";
import { figuresTable, nextOrder, number, orderSaid, overWord, type Column, type Order } from "../parts/figures/figures_table.ts";
import { gaugeBar } from "../parts/figures/gauge.ts";
import { loadWords } from "../parts/storage/language.ts";
import { announce } from "../parts/page/live.ts";
import { seenLoggedIn } from "../parts/storage/membership.ts";
import type { Part } from "../parts/page/gradual.ts";
import { openPage } from "../parts/page/page.ts";
import { limitOf, tilesOf } from "../parts/figures/prefecture_tiles.ts";
import { tileLegend, tileMap } from "../parts/figures/tile_map.ts";
import { fieldName, prefectureName } from "../words/core_words.ts";
import { figureNames, figuresWords as words } from "../words/figures.ts";
import { pageWords } from "../words/pages.ts";
import { say, type Said } from "../words/i18n.ts";

const firstField = "01";
const tilesAtOnce = 16;
const rowsAtOnce = 12;
/** The map is whole before the table begins. */
const tableFrom = 3;

let field: string | null = null;
let figures: Figures | null = null;
let chosen = "13";
let order: Order = { by: "prefecture", descending: false };

async function load(): Promise<void> {
  await loadWords();
  field ??= chosenField() ?? firstField;
  figures = await readFigures(field);
}

function chooseField(asked: string): void {
  void page.run(async () => {
    figures = await readFigures(asked);
    field = asked;
    const url = new URL(location.href);
    url.searchParams.set("field", asked);
    history.replaceState(history.state, "", url);
    announce(fieldName(asked));
  });
}

function choose(prefecture: string): void {
  if (prefecture === chosen) return;
  chosen = prefecture;
  page.refresh();
}

function sort(by: Column): void {
  order = nextOrder(order, by);
  page.refresh();
  announce(orderSaid(order));
}

const facts = ["capacity", "applicants", "adopted", "rejected", "undecided", "ceiling"] as const;

const fact = (name: Said, value: TemplateResult | string | number): TemplateResult => html`<div><dt>${say(name)}</dt><dd>${value}</dd></div>`;

/** What no adoption has taken yet, once results are out. */
const leftFacts = ({ seats_left: seats, ceiling_left: ceiling }: PrefectureFigures): TemplateResult => html`
  ${seats === null ? nothing : fact(words.seatsLeft, seats)} ${ceiling === null ? nothing : fact(words.ceilingLeft, ceiling)}`;

function verdict(row: PrefectureFigures): TemplateResult | typeof nothing {
  if (!row.over) return nothing;
  return html`<span class="badge badge--error">${overWord(row)}</span>`;
}

function comparison(row: PrefectureFigures): TemplateResult {
  if (row.capacity === 0) return html`<p>${say(words.noPrograms)}</p>`;
  return html`
    <p class="small">${say(row.ceiling === null ? words.againstCapacity : words.againstCeiling)}</p>
    ${gaugeBar(row.seeking, limitOf(row), row.over)}`;
}

/** The numbers of the chosen tile. */
function details(row: PrefectureFigures): TemplateResult {
  return html`
    <section class="map-details card" aria-labelledby="chosen">
      <h3 id="chosen">${prefectureName(row.prefecture)} ${verdict(row)}</h3>
      ${comparison(row)}
      <dl class="map-details__facts">
        ${facts.map((each) => fact(figureNames[each], number(row[each], each)))} ${leftFacts(row)}
      </dl>
      <a class="tall" href=${`search.html?prefecture=${row.prefecture}${seenLoggedIn() ? "" : `&field=${field}`}`}>${say(words.searchHere, { prefecture: prefectureName(row.prefecture) })}</a>
    </section>`;
}

function map(rows: readonly PrefectureFigures[]): TemplateResult {
  const drawn = page.drawn * tilesAtOnce;
  const row = rows.find(({ prefecture }) => prefecture === chosen); // from the first part on: coming later it would move the tiles
  return html`
    <section class="section" aria-labelledby="map">
      <h2 id="map">${say(words.map)}</h2>
      <p class="small">${say(words.mapHelp)}</p>
      <div class="map">
        <div class="map__legend">${tileLegend()}</div>
        ${tileMap({ tiles: tilesOf(rows), chosen, choose, drawn })}
        ${row ? details(row) : nothing}
      </div>
    </section>`;
}

const table = (rows: readonly PrefectureFigures[]): TemplateResult => html`
  <section class="section" aria-labelledby="table">
    <h2 id="table">${say(words.table)}</h2>
    <p class="small">${say(words.tableHelp)}</p>
    ${figuresTable({ rows, caption: `${say(pageWords.figures.title)} ${fieldName(field ?? "")}`, order, sort, totals: true,
      drawn: (page.drawn - tableFrom) * rowsAtOnce })}
  </section>`;

/** The map and then the table grow until both are whole. */
function main(): Part[] {
  const rows = figures!.prefectures;
  const growing = (times: number): Part[] => Array.from({ length: times }, () => () => nothing);
  return [
    () => html`<p class="lead">${say(words.lead)}</p>${fieldSelect(field, chooseField)} ${map(rows)}`,
    ...growing(tableFrom - 1),
    () => table(rows),
    ...growing(Math.ceil(rows.length / rowsAtOnce) - 1),
  ];
}

const page = openPage({
  title: () => say(pageWords.figures.title),
  main,
  load,
  field: () => field,
  get member() { return seenLoggedIn(); },
  wide: true,
});
