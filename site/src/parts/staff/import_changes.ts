// What a table would change, row by row: from what to what, and what is new. Of very many rows the first.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import type { Importable, ImportChange, ImportReport } from "../../api/offices.ts";
import { importWords as words } from "../../words/staff_programs.ts";
import { say } from "../../words/i18n.ts";
import type { GrowingRows } from "./growing_rows.ts";

const shown = (value: string): string => value || say(words.empty);

const cell = ({ heading, before, after }: ImportChange["cells"][number]): TemplateResult => html`
  <li>${before === null ? say(words.cellNew, { heading, after }) : say(words.cellChanged, { heading, before: shown(before), after: shown(after) })}</li>`;

const row = ({ line, subject, added, cells }: ImportChange): TemplateResult => html`
  <tr><td class="number" data-label=${say(words.line)}>${line}</td>
    <th scope="row" data-label="">${subject}${added ? html` <span class="badge">${say(words.added)}</span>` : nothing}</th>
    <td data-label=${say(words.change)}><ul class="plain-list">${cells.map(cell)}</ul></td></tr>`;

export function changesTable({ changes, added, changed }: ImportReport, rows: GrowingRows, what: Importable): TemplateResult | typeof nothing {
  if (changes.length === 0) return nothing;
  const id = `${what}-changes`;
  return html`<section class="section" aria-labelledby=${id}>
    ${what === "programs" ? html`<h3 id=${id}>${say(words.changes)}</h3>` : html`<h4 id=${id}>${say(words.changes)}</h4>`}
    ${changes.length < added + changed ? html`<p class="small">${say(words.firstRows, { shown: changes.length })}</p>` : nothing}
    <div class="table-frame" role="group" aria-labelledby=${id} tabindex="0">
      <table class="table office-table import-changes">
        <thead><tr><th scope="col" class="number">${say(words.line)}</th><th scope="col">${say(words.subject)}</th><th scope="col">${say(words.change)}</th></tr></thead>
        <tbody>${rows.of(changes).map(row)}</tbody>
      </table>
    </div>
    ${rows.button(changes)}</section>`;
}
