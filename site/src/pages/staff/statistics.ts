// /staff/statistics.html: adoptions by field and prefecture, as chart, table and file (S4).
import "./offices/offices.css";
import { nothing, type TemplateResult } from "lit-html";
import { html, svg } from "../../parts/page/template.ts";
import { fileOf, readStatistics, type Cell, type Cells } from "../../api/offices.ts";
import { CellsAsked } from "../../parts/staff/cells.ts";
import { numberOrNone } from "../../parts/staff/choosers.ts";
import { fold } from "../../parts/page/fold.ts";
import { isNarrow } from "../../parts/page/narrow.ts";
import { openStaffPage } from "../../parts/staff/shell.ts";
import { fieldName, prefectureName } from "../../words/core_words.ts";
import { say, type Said } from "../../words/i18n.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { officeFigureWords as words } from "../../words/staff_season.ts";

let told: Cells;
let file = "";

const asked = new CellsAsked(() => page, load);

async function load(): Promise<void> {
  told = await readStatistics(asked.field, asked.round);
  file = await fileOf("statistics", { field: asked.field, round: asked.round });
}

function sums(cells: readonly Cell[], by: (cell: Cell) => string): [string, number][] {
  const found = new Map<string, number>();
  for (const cell of cells) found.set(by(cell), (found.get(by(cell)) ?? 0) + cell.adopted);
  return [...found].sort(([a], [b]) => Number(a) - Number(b));
}

/** Bars with their numbers as text: nothing is told by the picture alone. */
function bars(title: Said, rows: readonly [string, number][], name: (code: string) => string): TemplateResult {
  const most = Math.max(1, ...rows.map(([, count]) => count));
  return html`
    <ul class="bars" aria-label=${say(title)}>
      ${rows.map(([code, count]) => html`<li><span>${name(code)}</span>
        <svg aria-hidden="true" focusable="false">${svg`<rect x="0" y="0" width=${`${(100 * count) / most}%`} height="100%" rx="3" />`}</svg>
        <span class="bars__number">${count}</span></li>`)}
    </ul>`;
}

const columns = ["programs", "capacity", "applicants", "adopted", "rejected", "undecided", "declined"] as const;

/** One line of the table: a field in all, or a prefecture of the field that was chosen. */
interface Line { name: string; cells: readonly Cell[]; ceiling: string; }

function lines(cells: readonly Cell[]): Line[] {
  const none = say(words.none);
  if (asked.field !== "") return cells.map((cell) => ({ name: prefectureName(cell.prefecture), cells: [cell], ceiling: numberOrNone(cell.ceiling, none) }));
  const fields = [...new Set(cells.map(({ field }) => field))];
  return fields.map((field) => ({ name: fieldName(field), cells: cells.filter((cell) => cell.field === field), ceiling: none }));
}

const row = ({ name, cells, ceiling }: Line): TemplateResult => html`
  <tr>
    <th scope="row" data-label="">${name}</th>
    ${columns.map((column) => html`<td class="number" data-label=${say(words[column])}>${cells.reduce((sum, cell) => sum + cell[column], 0)}</td>`)}
    ${asked.field === "" ? nothing : html`<td class="number" data-label=${say(words.ceiling)}>${ceiling}</td>`}
  </tr>`;

const table = (cells: readonly Cell[]): TemplateResult => html`
  ${asked.field === "" ? html`<p class="small">${say(words.chooseField)}</p>` : nothing}
  <div class="table-frame" role="group" aria-label=${say(words.table)} tabindex="0">
    <table class="table office-table">
      <thead><tr><th scope="col">${say(asked.field === "" ? words.field : words.prefecture)}</th>
        ${columns.map((name) => html`<th scope="col" class="number">${say(words[name])}</th>`)}
        ${asked.field === "" ? nothing : html`<th scope="col" class="number">${say(words.ceiling)}</th>`}</tr></thead>
      <tbody>${lines(cells).map(row)}${row({ name: say(words.total), cells, ceiling: say(words.none) })}</tbody>
    </table>
  </div>`;

/** Folded on a phone. */
const folded = (id: string, title: Said, level: 2 | 3, content: () => TemplateResult): TemplateResult =>
  fold({ id, summary: say(title), level, startsOpen: !isNarrow(), refresh: page.refresh, content });

function main(): TemplateResult {
  const cells = told.cells.filter(({ programs, applicants }) => programs + applicants > 0);
  const lead = html`<p class="lead">${say(words.statisticsLead)}</p>${asked.draw(told)}`;
  if (cells.length === 0) return html`${lead}<p>${say(words.empty)}</p>`;
  return html`
    ${lead}
    <p><a class="button button--outline" href=${file} download>${say(words.download)}</a></p>
    <section class="section" aria-labelledby="chart">
      <h2 id="chart">${say(words.chart)}</h2>
      ${asked.field === "" ? html`<h3>${say(words.chartByField)}</h3>${bars(words.chartByField, sums(cells, ({ field }) => field), fieldName)}` : nothing}
      ${folded("prefectures", words.chartByPrefecture, 3, () => bars(words.chartByPrefecture, sums(cells, ({ prefecture }) => prefecture), prefectureName))}
    </section>
    ${folded("table", words.table, 2, () => table(cells))}`;
}

const page = openStaffPage({ title: () => say(staffPageWords.statistics.title), main, load, wide: true });
