// The button of a form and the way of every submit: check here, send once, show the server's answer like our own.
import type { TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import { Refused } from "../../api/problem.ts";
import { say, type Said } from "../../words/i18n.ts";
import { stateWords } from "../../words/states.ts";
import { focusSummary } from "./error_summary.ts";
import { attempt } from "../page/failure.ts";
import { takeFilled } from "./form_state.ts";
import type { FormState } from "./form_state.ts";
import type { Page } from "../page/page.ts";

/** Looks and is announced as busy while the page runs an action, but keeps the focus. */
export const submitButton = (page: Page, text: string): TemplateResult => html`
  <button type="submit" class="button button--solid" aria-disabled=${page.busy}>${page.busy ? say(stateWords.sending) : text}</button>`;

export interface Submit {
  page: Page;
  form: FormState;
  /** The items of this step; all without. */
  names?: readonly string[];
  send: () => Promise<void>;
  /** The title of a refusal that no item explains. */
  failed?: Said;
  /** Forgets what an earlier submit was answered. */
  begin?: () => void;
  /** Refusals with an answer of their own on this page; true when it took care of it. */
  refused?: (refusal: Refused) => boolean;
}

async function sendOrShow({ form, names, send, failed, refused }: Submit): Promise<void> {
  try {
    await attempt(failed ?? stateWords.sendFailed, send);
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    if (refused?.(cause)) return;
    form.refuse(cause.problem.errors);
    if (form.errors(names).length === 0) throw cause;
  }
}

/** For @submit. */
export const submitted = (submit: Submit) => async (event: Event): Promise<void> => {
  event.preventDefault();
  if (submit.page.busy) return;
  takeFilled(submit.form, event.target);
  submit.page.forgive();
  submit.begin?.();
  if (submit.form.check(submit.names)) await submit.page.run(() => sendOrShow(submit));
  submit.page.refresh();
  if (submit.form.errors(submit.names).length > 0) focusSummary();
};
