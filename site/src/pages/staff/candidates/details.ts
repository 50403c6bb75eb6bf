// All that the registration holds of one applicant, and what else may be done at their word: change, decline (S1, M5.2).
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import type { StaffCore } from "@senkoi/staff";
import type { Candidate } from "../../../api/directing.ts";
import { fact, partItems, partTitles, shownValue, unaskedItems, type PartName } from "../../../parts/form/applicant_items.ts";
import { successIcon } from "../../../parts/page/icons.ts";
import { dateTime } from "../../../parts/season/time.ts";
import { label } from "../../../words/core_words.ts";
import { roundName } from "../../../words/rounds.ts";
import { say } from "../../../words/i18n.ts";
import { candidateWords as words } from "../../../words/staff_candidates.ts";

export interface Details {
  candidate: Candidate;
  rules: StaffCore;
  busy: boolean;
  /** The data was just changed. */
  saved: boolean;
  change: () => void;
  decline: () => void;
}

function part(name: PartName, data: Record<string, string>, rules: StaffCore): TemplateResult {
  const unasked = unaskedItems((item) => data[item] ?? "");
  const items = partItems[name].filter((item) => !unasked.includes(item));
  return html`
    <section class="data__part">
      <h3>${say(partTitles[name])}</h3>
      <dl class="facts">${items.map((item) => fact(label(`user_data.${item}`), shownValue(item, data[item] ?? "", rules)))}</dl>
    </section>`;
}

function application({ candidate: { application, account }, rules }: Details): TemplateResult {
  return html`
    <section class="data__part">
      <h3>${say(words.identity)}</h3>
      <dl class="facts">
        ${fact(say(words.number), String(application.id))}
        ${fact(say(words.round), roundName(application.round))}
        ${fact(say(words.appliedAt), dateTime(application.applied_at))}
        ${account ? html`${fact(say(words.userId), rules.displayUserId(account.user_id))}${fact(say(words.mail), account.mail)}` : nothing}
      </dl>
    </section>`;
}

function deeds({ candidate: { may, account }, busy, change, decline }: Details): TemplateResult | typeof nothing {
  const mayChange = may.change === null && account !== null;
  if (!mayChange && may.decline !== null) return nothing;
  return html`
    <div class="actions data__deeds">
      ${mayChange ? html`<button type="button" class="button button--outline button--small" aria-disabled=${busy} @click=${change}>${say(words.change)}</button>` : nothing}
      ${may.decline === null ? html`<button type="button" class="button button--outline button--small" aria-disabled=${busy} @click=${decline}>${say(words.decline)}</button>` : nothing}
    </div>`;
}

/** The note that a change of data asks for (S1). */
const notes = ({ candidate }: Details): TemplateResult | typeof nothing => candidate.notes.length === 0 ? nothing : html`
  <section class="data__part data__notes">
    <h3>${say(words.notes)}</h3>
    <ul class="list">${candidate.notes.map(({ at, by, note }) => html`<li><span class="small">${dateTime(at)}　${by}</span><br />${note}</li>`)}</ul>
  </section>`;

export const details = (of: Details): TemplateResult => html`
  <div class="data">
    ${of.saved ? html`<p class="data__saved" role="status">${successIcon()}<span>${say(words.changed)}</span></p>` : nothing}
    <div class="data__parts">
      ${application(of)}
      ${of.candidate.account ? (Object.keys(partItems) as PartName[]).map((name) => part(name, of.candidate.account!.data, of.rules)) : nothing}
      ${notes(of)}
    </div>
    ${deeds(of)}
  </div>`;
