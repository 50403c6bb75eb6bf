// One item of a form as core describes it, in the order of the Digital Agency: label, whether it is required, help, control, and what is
// to say of the value.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import type { Severity } from "@senkoi/core";
import { say } from "../../words/i18n.ts";
import { stateWords as words } from "../../words/states.ts";
import { checkbox, labelled, radios } from "./controls.ts";
import { described, fieldId, helpOf, invalid, isRequired, labelOf, type Drawing, type FieldOptions } from "../page/drawing.ts";
import type { FormState } from "./form_state.ts";
import { checkIcon, errorIcon, warningIcon } from "../page/icons.ts";

export type { FieldOptions } from "../page/drawing.ts";

const icons: Partial<Record<Severity, () => TemplateResult>> = { note: checkIcon, warning: warningIcon, error: errorIcon };

function sign(drawing: Drawing): TemplateResult | typeof nothing {
  if (drawing.options.plain) return nothing;
  if (isRequired(drawing)) return html`<span class="item__required">${say(words.required)}</span>`;
  return html`<span class="item__optional">${say(words.optional)}</span>`;
}

const heading = (drawing: Drawing) => html`${labelOf(drawing)}${sign(drawing)}`;

function helpLine(drawing: Drawing): TemplateResult | typeof nothing {
  const text = helpOf(drawing);
  return text ? html`<p id=${`${drawing.id}-help`} class="item__help">${text}</p>` : nothing;
}

/** The frame stays on the page while it is empty: only then is what enters it read out. */
function said({ form, item, id }: Drawing): TemplateResult {
  const finding = form.finding(item.name);
  const line = finding && html`
    <p id=${`${id}-said`} class="item__said item__said--${finding.severity}">${icons[finding.severity]?.()}<span>${finding.text}</span></p>`;
  return html`<div aria-live="polite">${line ?? nothing}</div>`;
}

const choiceOfOne = (drawing: Drawing): TemplateResult => html`
  <fieldset class="item" role="radiogroup" aria-describedby=${described(drawing)} aria-invalid=${invalid(drawing)}
    aria-required=${isRequired(drawing)}>
    <legend class="item__label">${heading(drawing)}</legend>
    ${helpLine(drawing)} ${radios(drawing)} ${said(drawing)}
  </fieldset>`;

const consent = (drawing: Drawing): TemplateResult => html`
  <div class="item">
    <p class="item__label">${heading(drawing)}</p>
    ${helpLine(drawing)} ${checkbox(drawing)} ${said(drawing)}
  </div>`;

/** Draws one item; `refresh` redraws the page after the item has something new to say. */
export function field(form: FormState, name: string, refresh: () => void, options: FieldOptions = {}): TemplateResult {
  const drawing: Drawing = { form, item: form.item(name), id: fieldId(form, name), options, refresh };
  if (drawing.item.kind === "radio") return choiceOfOne(drawing);
  if (drawing.item.kind === "checkbox") return consent(drawing);
  return html`
    <div class="item">
      <label class="item__label" for=${drawing.id}>${heading(drawing)}</label>
      ${helpLine(drawing)} ${labelled(drawing)} ${said(drawing)}
    </div>`;
}
