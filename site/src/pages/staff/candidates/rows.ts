// The list: a grid whose rows take the focus. A row is decided where it stands; what refused it is said in it.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";
import type { Candidate, Decided, Seats } from "../../../api/directing.ts";
import type { SeatKind } from "../../../api/types.ts";
import { errorIcon } from "../../../parts/page/icons.ts";
import { shortDateTime } from "../../../parts/season/time.ts";
import { kindName } from "../../../parts/season/kinds.ts";
import { optionName, prefectureName } from "../../../words/core_words.ts";
import { roundName } from "../../../words/rounds.ts";
import { say, type Said } from "../../../words/i18n.ts";
import { candidateWords as words } from "../../../words/staff_candidates.ts";
import type { Board } from "./board.ts";
import { nameOf } from "./choosing.ts";
import { leftFor } from "./rooms.ts";
import { decisionName } from "./toolbar.ts";

export interface Rows {
  board: Board;
  shown: readonly Candidate[];
  seats: Seats;
  /** Of the season; none where it has one kind (T1). */
  kinds: readonly SeatKind[];
  active: number;
  selected: ReadonlySet<number>;
  /** What stands open below a row; nothing for none. */
  below: (candidate: Candidate) => TemplateResult | typeof nothing;
  isOpen: (candidate: Candidate) => boolean;
  activate: (candidate: Candidate) => void;
  toggleSelect: (candidate: Candidate) => void;
  selectAll: () => void;
  toggleOpen: (candidate: Candidate) => void;
  decide: (candidate: Candidate, to: Decided) => void;
}

export const rowId = (id: number): string => `row-${id}`;
export const mayDecide = ({ may }: Candidate): boolean => [may.adopt, may.reject, may.hold].includes(null);

const choices: readonly (readonly [to: Decided, name: Said])[] = [["adopted", words.adopt], ["rejected", words.reject], ["held", words.hold]];
const columns: readonly Said[] = [words.name, words.years, words.residency, words.from, words.track, words.applied, words.decision];

/** The buttons take no place in the order of the tab key but in the row that is active: 150 rows would be 600 stops. */
const stop = (rows: Rows, candidate: Candidate) => (rows.active === candidate.application.id ? "0" : "-1");

function choice(rows: Rows, candidate: Candidate, [to, name]: (typeof choices)[number]): TemplateResult {
  const state = rows.board.stateOf(candidate);
  const left = to === "adopted" && state !== "adopted"
    ? html` <small class="decide__left">${say(words.left, { count: leftFor(rows.seats, candidate) })}</small>` : nothing;
  return html`<button type="button" class=${`decide__choice decide__choice--${to}`} tabindex=${stop(rows, candidate)}
    aria-pressed=${state === to} @click=${() => rows.decide(candidate, to)}>${say(name)}${left}</button>`;
}

/** Why it was refused, or why it is held: in a line of its own, as wide as the list. */
function said({ board }: Rows, candidate: Candidate): TemplateResult | typeof nothing {
  const refusal = board.refusalOf(candidate);
  const { held, application: { id } } = candidate;
  if (!refusal && !held) return nothing;
  const line = refusal
    ? html`<p class="row-said__refused">${errorIcon()}<span>${refusal.message}</span></p>`
    : html`<p class="small">${say(words.heldWhy, { reason: held!.reason, owner: held!.owner })}</p>`;
  return html`<tr role="row" class="row-said" id=${`said-${id}`}><td role="gridcell" colspan=${columns.length + 1}>${line}</td></tr>`;
}

/** Where there are buttons, the pressed one tells the state; on paper the word does. */
function decision(rows: Rows, candidate: Candidate): TemplateResult {
  const state = rows.board.stateOf(candidate);
  const word = (more: string) => html`<span class=${`state state--${state} ${more}`}>${decisionName(state)}</span>`;
  if (!mayDecide(candidate)) return word("");
  return html`${word("only-print")}<div class="decide" role="group" aria-label=${say(words.decision)}
    aria-busy=${rows.board.isOnItsWay(candidate)}>${choices.map((each) => choice(rows, candidate, each))}</div>`;
}

/** Of which seats, where the season has kinds. */
const kind = ({ kinds }: Rows, { application }: Candidate): TemplateResult | typeof nothing =>
  application.kind === undefined ? nothing : html`<span class="row__kind">${kindName(kinds, application.kind)}</span><br />`;

function cells(rows: Rows, candidate: Candidate): TemplateResult {
  const { account, application } = candidate;
  const data = account?.data ?? {};
  const years = account?.years_since_licence ?? null;
  return html`
    <td role="gridcell" class="row__years">${years === null ? nothing : say(words.yearsValue, { years })}</td>
    <td role="gridcell" class="row__residency">${data["residency_program"]}</td>
    <td role="gridcell" class="row__place">${data["prefecture"] ? prefectureName(data["prefecture"]) : nothing}</td>
    <td role="gridcell" class="row__track">${data["track"] ? optionName(`track.${data["track"]}`) : nothing}</td>
    <td role="gridcell" class="row__applied">${kind(rows, candidate)}${application.round > 1 ? html`${roundName(application.round)}<br />` : nothing}${shortDateTime(application.applied_at)}</td>`;
}

function row(rows: Rows, candidate: Candidate): TemplateResult {
  const { application: { id }, account } = candidate;
  const name = account ? nameOf(candidate) : say(words.deleted);
  const state = rows.board.stateOf(candidate);
  const open = rows.isOpen(candidate);
  return html`
    <tr id=${rowId(id)} role="row" class=${`row row--${state}`} tabindex=${stop(rows, candidate)} aria-selected=${rows.selected.has(id)}
      aria-describedby=${`said-${id}`} aria-keyshortcuts="a r h u x Enter" @focusin=${() => rows.activate(candidate)}>
      <td role="gridcell" class="row__select"><input type="checkbox" class="choice__box" tabindex="-1" aria-label=${say(words.select, { name })}
        .checked=${live(rows.selected.has(id))} @change=${() => rows.toggleSelect(candidate)} /></td>
      <th role="rowheader" scope="row" class="row__name">
        <button type="button" class="row__open" tabindex="-1" aria-expanded=${open} aria-controls=${`data-${id}`}
          @click=${() => rows.toggleOpen(candidate)}>${name}</button>
        <span class="row__number small" translate="no">${account?.data["registry_number"]}</span>
      </th>
      ${cells(rows, candidate)}
      <td role="gridcell" class="row__decision">${decision(rows, candidate)}</td>
    </tr>
    ${said(rows, candidate)} ${below(rows, candidate)}`;
}

function below(rows: Rows, candidate: Candidate): TemplateResult | typeof nothing {
  const content = rows.below(candidate);
  if (content === nothing) return nothing;
  return html`<tr role="row" class="row-below" id=${`data-${candidate.application.id}`}><td role="gridcell" colspan=${columns.length + 1}>${content}</td></tr>`;
}

export function list(rows: Rows): TemplateResult {
  const all = rows.shown.length > 0 && rows.shown.every(({ application }) => rows.selected.has(application.id));
  return html`
    <table class="candidates" role="grid" aria-labelledby="list" aria-multiselectable="true" aria-describedby="keys" aria-rowcount=${rows.shown.length + 1}>
      <thead role="rowgroup"><tr role="row">
        <th role="columnheader" class="row__select"><input type="checkbox" class="choice__box" aria-label=${say(words.selectAll)}
          .checked=${live(all)} @change=${rows.selectAll} /></th>
        ${columns.map((name) => html`<th role="columnheader" scope="col">${say(name)}</th>`)}
      </tr></thead>
      <tbody role="rowgroup">${repeat(rows.shown, ({ application }) => application.id, (each) => row(rows, each))}</tbody>
    </table>`;
}
