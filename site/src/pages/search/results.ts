// The results of a search: as many rows as are looked at, each with its applicants against its capacity (M3.3, M3.4).
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import type { CatalogueProgram } from "../../api/types.ts";
import { gaugeBar } from "../../parts/figures/gauge.ts";
import { facilityName, programName } from "../../parts/applicant/program_name.ts";
import { prefectureName } from "../../words/core_words.ts";
import { say } from "../../words/i18n.ts";
import { searchWords as words } from "../../words/search.ts";

export interface Row {
  program: CatalogueProgram;
  /** Null while they are not known; `left` is null until results are out. */
  figures: { applicants: number; seeking: number; left: number | null; over: boolean } | null;
  yours: boolean;
  recruits: boolean;
}

function figuresOf({ program: { capacity }, figures }: Row): TemplateResult {
  if (!figures) return html`<p>${say(words.applicantsUnknown, { capacity })}</p>`;
  const { applicants, seeking, left, over } = figures;
  return html`
    <p class=${over ? "program-row__over" : ""}>${say(words.applicantsOfCapacity, { applicants, capacity })}
      ${over ? html`<strong>${say(words.over)}</strong>` : nothing}</p>
    ${gaugeBar(seeking, capacity, over)}
    ${left === null ? nothing : html`<p class="small">${say(left > 0 ? words.left : words.noneLeft, { left })}</p>`}`;
}

const badges = ({ yours, recruits }: Row): TemplateResult => html`
  ${yours ? html`<span class="badge badge--accent">${say(words.yours)}</span>` : nothing}
  ${recruits ? nothing : html`<span class="badge">${say(words.notThisRound)}</span>`}`;

const row = (each: Row): TemplateResult => html`
  <li class="program-row">
    <div>
      <a class="program-row__name" href=${`program.html?id=${each.program.id}`}>${programName(each.program.name)}</a> ${badges(each)}
      <p class="program-row__place">${prefectureName(each.program.prefecture)} <span aria-hidden="true">／</span> ${facilityName(each.program.facility)}</p>
    </div>
    <div class="program-row__figures">${figuresOf(each)}</div>
  </li>`;

export const results = (rows: readonly Row[]): TemplateResult => html`<ul class="results plain-list">${rows.map(row)}</ul>`;
