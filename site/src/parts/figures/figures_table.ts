// The figures of the prefectures as a table (M3.1 ⑤): none is 「―」, never 0. Sortable where the page keeps an order.
import "./figures_table.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import type { PrefectureFigures } from "../../api/types.ts";
import { prefectureName } from "../../words/core_words.ts";
import { figureNames, figuresWords as words, shortNames } from "../../words/figures.ts";
import { say } from "../../words/i18n.ts";
import { waitsForResults } from "./figures_of_results.ts";

const columns = ["capacity", "applicants", "adopted", "rejected", "undecided", "ceiling"] as const;
export type Column = "prefecture" | (typeof columns)[number];
export interface Order { readonly by: Column; readonly descending: boolean; }

export interface FiguresTable {
  rows: readonly PrefectureFigures[];
  caption: string;
  order?: Order;
  sort?: (by: Column) => void;
  /** A row of sums at the end. */
  totals?: boolean;
  /** Of the rows, how many are drawn by now; all without. The sums stand below the last. */
  drawn?: number;
}

const value = (row: PrefectureFigures, by: Column): number | null => (by === "prefecture" ? Number(row.prefecture) : row[by]);

/** A sorted copy; what has no number stands last either way, equals from north to south. */
export function inOrder(rows: readonly PrefectureFigures[], { by, descending }: Order): PrefectureFigures[] {
  const sign = descending ? -1 : 1;
  const compare = (a: number | null, b: number | null): number =>
    a === null || b === null ? Number(a === null) - Number(b === null) : sign * (a - b);
  return [...rows].sort((a, b) => compare(value(a, by), value(b, by)) || Number(a.prefecture) - Number(b.prefecture));
}

/** Numbers begin with the largest, prefectures in the north; the same column again turns the order round. */
export const nextOrder = (order: Order, by: Column): Order =>
  order.by === by ? { by, descending: !order.descending } : { by, descending: by !== "prefecture" };

/** The order in words, for the announcement. */
export const orderSaid = ({ by, descending }: Order): string => {
  const [up, down] = by === "prefecture" ? [words.northFirst, words.southFirst] : [words.ascending, words.descending];
  return say(words.sorted, { name: say(figureNames[by]), order: say(descending ? down : up) });
};

/** 1,234. Not left to the browser's formatter: it costs more than the whole table. */
const grouped = (amount: number): string =>
  amount < 1000 ? String(amount) : `${grouped(Math.floor(amount / 1000))},${String(amount % 1000).padStart(3, "0")}`;

/** What is missing is read aloud as what it means: a result is not published yet, of anything else there is none. */
export const number = (amount: number | null, of: keyof typeof figureNames): TemplateResult | string =>
  amount === null
    ? html`<span aria-hidden="true">${say(words.none)}</span><span class="for-readers">${say(waitsForResults(of) ? words.notPublished : words.noneSaid)}</span>`
    : grouped(amount);

/** Above which limit. */
export const overWord = ({ ceiling }: PrefectureFigures): string => say(ceiling === null ? words.overCapacity : words.overCeiling);

/** On a phone the heading is short to see, and whole to hear. */
const columnName = (by: Column): TemplateResult => html`
  <span class="figures__long">${say(figureNames[by])}</span><span class="figures__short" aria-hidden="true">${say(shortNames[by])}</span>`;

function heading(by: Column, { order, sort }: FiguresTable): TemplateResult {
  const name = columnName(by);
  const classes = by === "prefecture" ? "figures__prefecture" : "number";
  if (!order || !sort) return html`<th scope="col" class=${classes}>${name}</th>`;
  const sorted = order.by !== by ? nothing : order.descending ? "descending" : "ascending";
  const sign = order.by !== by ? "" : order.descending ? "▼" : "▲";
  return html`
    <th scope="col" class=${classes} aria-sort=${sorted}>
      <button type="button" class="figures__sort" @click=${() => sort(by)}>${name}<span class="figures__sign" aria-hidden="true">${sign}</span></button>
    </th>`;
}

function bodyRow(row: PrefectureFigures): TemplateResult {
  const cell = (by: (typeof columns)[number]) => number(row[by], by);
  const word = row.over ? html`<span class="figures__over-word">${overWord(row)}</span>` : nothing;
  return html`<tr><th scope="row" class="figures__prefecture">${prefectureName(row.prefecture)}</th>
    <td class="number">${cell("capacity")}</td><td class=${row.over ? "number figures__over" : "number"}>${word}${cell("applicants")}</td>
    <td class="number">${cell("adopted")}</td><td class="number">${cell("rejected")}</td>
    <td class="number">${cell("undecided")}</td><td class="number">${cell("ceiling")}</td></tr>`;
}

function totalRow(rows: readonly PrefectureFigures[]): TemplateResult {
  const sum = (by: (typeof columns)[number]) => {
    const numbers = rows.map((row) => row[by]).filter((each) => each !== null);
    return numbers.length === 0 || by === "ceiling" ? null : numbers.reduce((total, each) => total + each, 0);
  };
  return html`
    <tfoot><tr><th scope="row" class="figures__prefecture">${say(words.all)}</th>
      ${columns.map((by) => html`<td class="number">${number(sum(by), by)}</td>`)}</tr></tfoot>`;
}

export function figuresTable(table: FiguresTable): TemplateResult {
  const { rows, caption, order, totals, drawn = rows.length } = table;
  const shown = (order ? inOrder(rows, order) : rows).slice(0, drawn);
  return html`
    <div class="table-frame figures-frame" role="region" tabindex="0" aria-label=${caption}>
      <table class="table figures">
        <caption class="for-readers">${caption}</caption>
        <thead><tr>${heading("prefecture", table)}${columns.map((by) => heading(by, table))}</tr></thead>
        <tbody>${shown.map(bodyRow)}</tbody>
        ${totals && drawn >= rows.length ? totalRow(rows) : nothing}
      </table>
    </div>`;
}
