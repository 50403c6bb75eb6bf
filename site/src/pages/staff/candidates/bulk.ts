// What is done to many at once, and what is asked once more before it is done (S1).
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import type { Candidate, Decided, Seats } from "../../../api/directing.ts";
import { confirmed } from "../../../parts/page/confirm.ts";
import { say, type Said } from "../../../words/i18n.ts";
import { candidateWords as words } from "../../../words/staff_candidates.ts";
import { leftOf, type Board } from "./board.ts";
import { nameOf } from "./choosing.ts";
import { decisionName } from "./toolbar.ts";

export interface Bulk {
  count: number;
  /** How many of the chosen would find no seat. */
  tooMany: number;
  seats: Seats;
  decide: (to: Decided) => void;
  clear: () => void;
}

const deeds: readonly (readonly [to: Decided, name: Said])[] = [
  ["adopted", words.adopt], ["rejected", words.reject], ["held", words.hold], ["applied", words.undo],
];

/** Adoptions that have no seat are not sent: who is left out is for the director to say (S2). */
const refusalOf = ({ count, tooMany, seats }: Bulk): TemplateResult | typeof nothing =>
  tooMany === 0 ? nothing : html`<p class="bulk__refusal" id="too-many">${say(words.tooMany, { count, left: leftOf(seats), more: tooMany })}</p>`;

function deedButton({ tooMany, seats, decide }: Bulk, to: Decided, name: Said): TemplateResult {
  const refused = to === "adopted" && tooMany > 0;
  return html`<button type="button" class="button button--outline button--small" aria-disabled=${refused} aria-describedby=${refused ? "too-many" : nothing}
    @click=${() => decide(to)}>${say(name)}${to === "adopted" ? html` <small>${say(words.left, { count: leftOf(seats) })}</small>` : nothing}</button>`;
}

export function bulkBar(bulk: Bulk): TemplateResult | typeof nothing {
  const { count, clear } = bulk;
  if (count === 0) return nothing;
  return html`
    <div class="bulk" role="group" aria-label=${say(words.selected, { count })}>
      <p class="bulk__count"><strong>${say(words.selected, { count })}</strong></p>
      ${deeds.map(([to, name]) => deedButton(bulk, to, name))}
      <button type="button" class="button button--quiet" @click=${clear}>${say(words.clearSelection)}</button>
      ${refusalOf(bulk)}
    </div>`;
}

const questions: Partial<Record<Decided, Said>> = { adopted: words.manyAdopt, rejected: words.manyReject, applied: words.manyUndo };

/** Results are out: the applicant sees it at once, and nobody takes it back (M5.1, M5.3). */
const isFinal = ({ application, may }: Candidate): boolean => (application.state === "applied" ? may.hold : may.undecide) !== null;

/** A hold that goes without being replaced by what can bring it back takes its reason along. */
export const losesHold = (candidates: readonly Candidate[], to: Decided, board: Board): boolean =>
  to === "applied" && candidates.some((each) => each.held !== null && board.stateOf(each) === "held" && !board.replacedOf(each));

/** True where there is nothing to ask, or the answer is yes. A hold has a form of its own. */
export const askFirst = async (candidates: readonly Candidate[], to: Decided, board: Board): Promise<boolean> => {
  const question = questions[to];
  const final = candidates.some(isFinal);
  if (!question || (candidates.length < 2 && !final && !losesHold(candidates, to, board))) return true;
  const [one] = candidates;
  return confirmed({
    title: candidates.length === 1 ? say(words.outcomeOne, { name: nameOf(one!), state: decisionName(to) }) : say(question, { count: candidates.length }),
    body: html`<p>${say(final ? words.finalAbout : words.manyAbout)}</p>`,
    yes: say(words.manyYes),
    leavesAtOnce: true, // the rows show what is being sent, and the work goes on
  });
};
