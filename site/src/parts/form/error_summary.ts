// The list of what must be corrected, above the form: it takes the focus and leads to each field; and that of warnings.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import { say } from "../../words/i18n.ts";
import { stateWords as words } from "../../words/states.ts";
import { fieldId } from "../page/drawing.ts";
import type { FormState } from "./form_state.ts";
import { errorIcon } from "../page/icons.ts";
import { banner } from "../page/banner.ts";

const id = "summary";

function goTo(target: string, event: Event): void {
  event.preventDefault();
  const input = document.getElementById(target);
  input?.closest(".item")?.scrollIntoView({ block: "center" });
  input?.focus({ preventScroll: true });
}

/** Empty while nothing is in error; `names` limits it to one step of a form. */
export function errorSummary(form: FormState, names?: readonly string[]): TemplateResult | typeof nothing {
  const errors = form.errors(names);
  if (!form.asked || errors.length === 0) return nothing;
  const line = ({ name }: { name: string }) => {
    const target = fieldId(form, name);
    return html`<li><a href=${`#${target}`} @click=${(event: Event) => goTo(target, event)}>${form.finding(name)?.text}</a></li>`;
  };
  return html`
    <section id=${id} class="summary" tabindex="-1" aria-labelledby="summary-title">
      <h2 id="summary-title" class="summary__title">${errorIcon()}<span>${say(words.summaryTitle)}</span></h2>
      <p>${say(errors.length === 1 ? words.summaryOne : words.summaryCount, { count: errors.length })}</p>
      <ul class="summary__list">${errors.map(line)}</ul>
    </section>`;
}

/** After a refused submit, once the page is redrawn. */
export function focusSummary(): void {
  const summary = document.getElementById(id);
  summary?.focus({ preventScroll: true });
  summary?.scrollIntoView({ block: "start" });
}

/** On a check page: what may stay as it is but is worth a second look (M2.3f, M2.3h). */
export function warnings(form: FormState): TemplateResult | typeof nothing {
  const items = form.warnings();
  if (items.length === 0) return nothing;
  const line = ({ name }: { name: string }) => html`<li><strong>${form.label(name)}</strong> ${form.finding(name)?.text}</li>`;
  return banner({ kind: "warning", title: say(words.warnings), body: html`<ul class="list">${items.map(line)}</ul>` });
}
