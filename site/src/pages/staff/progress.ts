// /staff/progress.html: how far the decisions are in each prefecture, those with fewer seats than applicants first (S3).
import "./offices/offices.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import { readProgress, type Cell, type Cells } from "../../api/offices.ts";
import { shareBar } from "../../parts/figures/gauge.ts";
import { CellsAsked } from "../../parts/staff/cells.ts";
import { numberOrNone } from "../../parts/staff/choosers.ts";
import { GrowingRows } from "../../parts/staff/growing_rows.ts";
import { openStaffPage, staffMember } from "../../parts/staff/shell.ts";
import { fieldName, prefectureName } from "../../words/core_words.ts";
import { say } from "../../words/i18n.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { officeFigureWords as words } from "../../words/staff_season.ts";

let told: Cells;

const rows = new GrowingRows(() => page.refresh());
const asked = new CellsAsked(() => page, load);

async function load(): Promise<void> {
  told = await readProgress(asked.field, asked.round);
}

const oneField = (): boolean => staffMember().staff.field !== null || asked.field !== "";
const nameOf = ({ field, prefecture }: Cell): string => (oneField() ? prefectureName(prefecture) : `${fieldName(field)} ${prefectureName(prefecture)}`);

/** Only adoptions exceed a ceiling; of those who still wait it is said that the seats will not do. */
function mark({ above_ceiling: above, seats_short: short }: Cell): TemplateResult | typeof nothing {
  if (above > 0) return html`<br /><span class="badge badge--error">${say(words.above, { count: above })}</span>`;
  return short > 0 ? html`<br /><span class="small">${say(words.short, { count: short })}</span>` : nothing;
}

function row(cell: Cell): TemplateResult {
  return html`
    <tr class=${cell.above_ceiling > 0 ? "over" : ""}>
      <th scope="row" data-label=${say(words.prefecture)}><span>${nameOf(cell)}${mark(cell)}</span></th>
      <td class="number" data-label=${say(words.capacity)}>${cell.capacity}</td>
      <td class="number" data-label=${say(words.ceiling)}>${numberOrNone(cell.ceiling, say(words.none))}</td>
      <td class="number" data-label=${say(words.applicants)}>${cell.applicants}</td>
      <td class="number" data-label=${say(words.adopted)}>${cell.adopted}</td>
      <td class="number" data-label=${say(words.undecided)}>${cell.undecided}</td>
      <td data-label=""><span>${shareBar(cell.decided, cell.applicants)}
        <span class="small">${say(words.progressBar, { decided: cell.decided, all: cell.applicants })}</span></span></td>
    </tr>`;
}

const heads = [["prefecture", ""], ["capacity", "number"], ["ceiling", "number"], ["applicants", "number"], ["adopted", "number"], ["undecided", "number"], ["decided", ""]] as const;

function summary(cells: readonly Cell[]): string {
  const sum = (of: (cell: Cell) => number) => cells.reduce((all, cell) => all + of(cell), 0);
  return say(words.summary, {
    applicants: sum((cell) => cell.applicants), decided: sum((cell) => cell.decided), undecided: sum((cell) => cell.undecided),
    short: cells.filter((cell) => cell.seats_short > cell.above_ceiling).length, over: cells.filter((cell) => cell.above_ceiling > 0).length,
  });
}

function table(cells: readonly Cell[]): TemplateResult {
  if (cells.length === 0) return html`<p>${say(words.empty)}</p>`;
  return html`
    <p role="status">${summary(cells)}</p>
    <div class="table-frame" role="group" aria-label=${say(staffPageWords.progress.title)} tabindex="0">
      <table class="table office-table">
        <thead><tr>${heads.map(([name, kind]) => html`<th scope="col" class=${kind}>${say(words[name])}</th>`)}</tr></thead>
        <tbody>${rows.of(cells).map(row)}</tbody>
      </table>
    </div>
    ${rows.button(cells)}`;
}

const page = openStaffPage({
  title: () => say(staffPageWords.progress.title),
  main: () => html`<p class="lead">${say(words.progressLead)}</p>${asked.draw(told)} ${table(told.cells.filter(({ programs, applicants }) => programs + applicants > 0))}`,
  load,
  wide: true,
});
