// On a check page: what may stay as it is but is worth a second look (M2.3f, M2.3h).
import { nothing, type TemplateResult } from "lit-html";
import { html } from "./template.ts";
import { say } from "../words/i18n.ts";
import { stateWords } from "../words/states.ts";
import { banner } from "./banner.ts";
import type { FormState } from "./form_state.ts";

export function warnings(form: FormState): TemplateResult | typeof nothing {
  const items = form.warnings();
  if (items.length === 0) return nothing;
  const line = ({ name }: { name: string }) => html`<li><strong>${form.label(name)}</strong> ${form.finding(name)?.text}</li>`;
  return banner({ kind: "warning", title: say(stateWords.warnings), body: html`<ul class="list">${items.map(line)}</ul>` });
}
