// Above the list: program, search, filter with its counts, order, file and print.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import { live } from "lit-html/directives/live.js";
import type { ApplicationState } from "@senkoi/core";
import type { DirectedProgram } from "../../../api/directing.ts";
import { stateName } from "../../../words/core_words.ts";
import { say, type Said } from "../../../words/i18n.ts";
import { candidateWords as words } from "../../../words/staff_candidates.ts";
import type { Choice, Filter, Order } from "./choosing.ts";

export interface Toolbar {
  programs: readonly DirectedProgram[];
  choice: Choice;
  counts: ReadonlyMap<ApplicationState, number>;
  total: number;
  file: string;
  change: (choice: Choice) => void;
}

const filters: readonly ApplicationState[] = ["applied", "adopted", "rejected", "held", "declined"];
const orders: readonly (readonly [Order, Said])[] = [
  ["applied", words.sortApplied], ["name", words.sortName], ["years", words.sortYears], ["state", words.sortState],
];

export const decisionName = (state: ApplicationState): string => (state === "applied" ? say(words.undecided) : stateName(state));

const chosen = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

function programChoice({ programs, choice, change }: Toolbar): TemplateResult | typeof nothing {
  if (programs.length < 2) return nothing;
  return html`
    <div class="toolbar__item toolbar__item--whole"><label class="item__label" for="program">${say(words.program)}</label>
      <select id="program" class="input input--select" @change=${(event: Event) => change({ ...choice, program: Number(chosen(event)) })}>
        ${programs.map(({ id, facility, name }) => html`<option lang="ja" value=${id} ?selected=${id === choice.program}>${facility}　${name}</option>`)}
      </select></div>`;
}

function filterChip(bar: Toolbar, filter: Filter, name: string, count: number): TemplateResult {
  const { choice, change } = bar;
  return html`<button type="button" class="chip" aria-pressed=${choice.filter === filter}
    @click=${() => change({ ...choice, filter })}>${name} <span class="chip__count">${count}</span></button>`;
}

export function toolbar(bar: Toolbar): TemplateResult {
  const { choice, change, counts, total, file } = bar;
  const shown = filters.filter((state) => state !== "declined" || counts.has(state));
  return html`
    <div class="toolbar">
      ${programChoice(bar)}
      <div class="toolbar__item toolbar__item--search">
        <label class="item__label" for="search">${say(words.search)}</label>
        <input id="search" class="input" type="search" autocomplete="off" placeholder=${say(words.searchHelp)} .value=${live(choice.text)}
          @input=${(event: Event) => change({ ...choice, text: chosen(event) })} />
      </div>
      <div class="toolbar__item">
        <label class="item__label" for="order">${say(words.sort)}</label>
        <select id="order" class="input input--select" @change=${(event: Event) => change({ ...choice, order: chosen(event) as Order })}>
          ${orders.map(([order, name]) => html`<option value=${order} ?selected=${order === choice.order}>${say(name)}</option>`)}
        </select>
      </div>
      <div class="toolbar__chips" role="group" aria-label=${say(words.filter)}>
        ${filterChip(bar, "all", say(words.all), total)}
        ${shown.map((state) => filterChip(bar, state, decisionName(state), counts.get(state) ?? 0))}
      </div>
      <div class="toolbar__out">
        <a class="button button--outline button--small" href=${file} download>${say(words.export)}</a>
        <button type="button" class="button button--outline button--small" @click=${() => window.print()}>${say(words.print)}</button>
      </div>
    </div>`;
}
