// The seats of a program by kind: what each means, how many are left, and which of them one applies for (T1–T3). Nothing in a
// season of one kind.
import "./offers.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import type { OfferFigures, Program, SeatKind } from "../../api/types.ts";
import { kindName, kindSentence } from "../../parts/season/kinds.ts";
import { kindWords as words } from "../../words/kinds.ts";
import { say } from "../../words/i18n.ts";

export interface Choosing {
  kinds: readonly SeatKind[];
  /** The kind that is chosen; empty: none yet. */
  chosen: string;
  /** Null where nobody can apply here: the offers are shown alone. */
  choose: ((kind: string) => void) | null;
  /** True once somebody wanted to apply without a choice. */
  missing: boolean;
}

/** Only where there is more to say than the capacity. */
export const hasKinds = ({ offers = [] }: Program): boolean => offers.length > 1 || offers.some(({ kind }) => kind !== "ordinary");

function about({ kinds }: Choosing, { kind, seats, applicants, seats_left: left }: OfferFigures): TemplateResult {
  const sentence = kindSentence(kinds, kind);
  return html`<strong>${kindName(kinds, kind)}</strong>
    <span class="small">${say(words.seats, { seats, applicants })}${left === null ? nothing : html` <span>${say(words.left, { left })}</span>`}</span>
    ${sentence ? html`<span class="small offers__sentence">${sentence}</span>` : nothing}`;
}

export function offersOf(program: Program, choosing: Choosing): TemplateResult | typeof nothing {
  if (!hasKinds(program)) return nothing;
  const offers = program.offers ?? [];
  const { chosen, choose, missing } = choosing;
  if (!choose || offers.length === 1) {
    return html`<section class="section" aria-labelledby="offers"><h2 id="offers">${say(words.offers)}</h2>
      <ul class="offers">${offers.map((offer) => html`<li class="offers__one">${about(choosing, offer)}</li>`)}</ul></section>`;
  }
  return html`
    <fieldset class="section offers" id="kinds" tabindex="-1">
      <legend><h2>${say(words.choose)}</h2></legend>
      ${missing && !chosen ? html`<p class="item__error" role="alert">${say(words.needed)}</p>` : nothing}
      ${offers.map((offer) => html`
        <label class="offers__one"><input type="radio" class="choice__box" name="kind" value=${offer.kind} .checked=${chosen === offer.kind}
          @change=${() => choose(offer.kind)} /><span class="offers__about">${about(choosing, offer)}</span></label>`)}
    </fieldset>`;
}

/** The limits of the cell that bind, in words. */
export function limitsOf({ limits = [] }: Program, kinds: readonly SeatKind[]): TemplateResult | typeof nothing {
  const binding = limits.filter(({ limit }) => limit !== null);
  if (binding.length < 2) return nothing;
  return html`
    <h3>${say(words.limits)}</h3>
    <ul class="offers offers--limits">${binding.map(({ node, limit, seeking, left }) => html`
      <li class="small">${say(words.limitOf, { name: kindName(kinds, node), limit: limit ?? "", seeking })}
        ${left === null ? nothing : html`<strong>${say(words.left, { left })}</strong>`}</li>`)}</ul>`;
}
