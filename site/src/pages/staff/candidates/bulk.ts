// What is done to many at once, and what is asked once more before it is done (S1).
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../../parts/template.ts";
import type { Candidate, Decided, Seats } from "../../../api/directing.ts";
import { confirmed } from "../../../parts/confirm.ts";
import { say, type Said } from "../../../words/said.ts";
import { candidateWords as words } from "../../../words/staff_candidates.ts";
import { leftOf } from "./board.ts";
import { nameOf } from "./choosing.ts";
import { decisionName } from "./toolbar.ts";

export interface Bulk {
  count: number;
  seats: Seats;
  decide: (to: Decided) => void;
  clear: () => void;
}

const deeds: readonly (readonly [to: Decided, name: Said])[] = [
  ["adopted", words.adopt], ["rejected", words.reject], ["held", words.hold], ["applied", words.undo],
];

export function bulkBar({ count, seats, decide, clear }: Bulk): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  return html`
    <div class="bulk" role="group" aria-label=${say(words.selected, { count })}>
      <p class="bulk__count"><strong>${say(words.selected, { count })}</strong></p>
      ${deeds.map(([to, name]) => html`<button type="button" class="button button--outline button--small" @click=${() => decide(to)}>${say(name)}${
        to === "adopted" ? html` <small>${say(words.left, { count: leftOf(seats) })}</small>` : nothing}</button>`)}
      <button type="button" class="button button--quiet" @click=${clear}>${say(words.clearSelection)}</button>
    </div>`;
}

const questions: Partial<Record<Decided, Said>> = { adopted: words.manyAdopt, rejected: words.manyReject, applied: words.manyUndo };

/** Results are out: the applicant sees it at once, and nobody takes it back (M5.1, M5.3). */
const isFinal = ({ application, may }: Candidate): boolean => (application.state === "applied" ? may.hold : may.undecide) !== null;

/** True where there is nothing to ask, or the answer is yes. A hold has a form of its own. */
export const askFirst = async (candidates: readonly Candidate[], to: Decided): Promise<boolean> => {
  const question = questions[to];
  const final = candidates.some(isFinal);
  if (!question || (candidates.length < 2 && !final)) return true;
  const [one] = candidates;
  return confirmed({
    title: candidates.length === 1 ? say(words.outcomeOne, { name: nameOf(one!), state: decisionName(to) }) : say(question, { count: candidates.length }),
    body: html`<p>${say(final ? words.finalAbout : words.manyAbout)}</p>`,
    yes: say(words.manyYes),
    leavesAtOnce: true, // the rows show what is being sent, and the work goes on
  });
};
