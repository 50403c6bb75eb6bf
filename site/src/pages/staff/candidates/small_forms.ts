// What a director writes beside a deed: why and by whom an application is held; an applicant’s data and the note on its
// change. Both stand below their row (S1).
import type { TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import type { StaffCore } from "@senkoi/staff";
import { drawPart, partItems, partTitles, type PartName } from "../../../parts/form/applicant_items.ts";
import { errorSummary } from "../../../parts/form/error_summary.ts";
import { field } from "../../../parts/form/field.ts";
import type { FormState } from "../../../parts/form/form_state.ts";
import type { Page } from "../../../parts/page/page.ts";
import { submitButton } from "../../../parts/form/submit.ts";
import { say } from "../../../words/i18n.ts";
import { candidateWords as words } from "../../../words/staff_candidates.ts";

export interface SmallForm { page: Page; save: () => void; cancel: () => void; }

const sent = (save: () => void) => (event: Event): void => {
  event.preventDefault();
  save();
};
const escaped = (cancel: () => void) => (event: KeyboardEvent): void => {
  if (event.key === "Escape" && !event.isComposing) cancel();
};
const cancelButton = (cancel: () => void) =>
  html`<button type="button" class="button button--outline button--small" @click=${cancel}>${say(words.cancel)}</button>`;

export interface Holding extends SmallForm { form: FormState; count: number; }

export const holding = ({ page, form, count, save, cancel }: Holding): TemplateResult => html`
  <form class="holding" novalidate aria-label=${say(words.holdTitle)} @submit=${sent(save)} @keydown=${escaped(cancel)}>
    <h3>${count > 1 ? say(words.holdTitleMany, { count }) : say(words.holdTitle)}</h3>
    <div class="holding__items">
      ${field(form, "reason", page.refresh, { required: true })} ${field(form, "owner", page.refresh)}
    </div>
    <div class="actions">
      <button type="submit" class="button button--solid button--small">${say(words.holdSave)}</button> ${cancelButton(cancel)}
    </div>
  </form>`;

export interface Changing extends SmallForm { data: FormState; note: FormState; rules: StaffCore; }

export const changing = ({ page, data, note, rules, save, cancel }: Changing): TemplateResult => html`
  <form class="form changing" novalidate aria-label=${say(words.change)} @submit=${sent(save)} @keydown=${escaped(cancel)}>
    <p>${say(words.changeAbout)}</p>
    ${errorSummary(data)}
    ${(Object.keys(partItems) as PartName[]).map((name) => html`
      <fieldset class="changing__part form"><legend><h3>${say(partTitles[name])}</h3></legend>${drawPart(name, { form: data, rules, refresh: page.refresh })}</fieldset>`)}
    ${field(note, "note", page.refresh, { required: true })}
    <div class="actions">${submitButton(page, say(words.changeSave))} ${cancelButton(cancel)}</div>
  </form>`;
