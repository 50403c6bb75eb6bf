// The list of what must be corrected, above the form: it takes the focus and leads to each field.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "./template.ts";
import { say } from "../words/i18n.ts";
import { stateWords as words } from "../words/states.ts";
import { fieldId } from "./drawing.ts";
import type { FormState } from "./form_state.ts";
import { errorIcon } from "./icons.ts";

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
