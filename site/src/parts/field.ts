// One item of a form as core describes it: label → ※必須 → help → input → what is to say of it (the order of the Digital Agency).
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { Severity } from "@senkoi/core";
import { coreWords, help, label, optionName } from "../words/core_words.ts";
import type { ItemSpec } from "../words/core_items.ts";
import { say } from "../words/said.ts";
import { stateWords as words } from "../words/states.ts";
import type { FormState } from "./form_state.ts";
import { checkIcon, errorIcon, warningIcon } from "./icons.ts";
import { announce } from "./live.ts";

export interface FieldOptions {
  /** Instead of core's own label or help. */
  label?: string;
  help?: string;
  /** Asked without being required by core's table (it depends on another answer): show ※必須 all the same. */
  required?: boolean;
  /** Called after a choice or an input, when the page must change. */
  changed?: () => void;
  /** A unit after the input: 年, 月. */
  unit?: string;
  /** No sign for required or optional: a log-in asks for all it asks. */
  plain?: boolean;
  autocomplete?: string;
}

interface Drawing { form: FormState; item: ItemSpec; id: string; options: FieldOptions; refresh: () => void; }

export const fieldId = (form: FormState, name: string): string => `${form.name}-${name}`;
const icons: Record<Severity, (() => TemplateResult) | null> = { fine: null, note: checkIcon, warning: warningIcon, error: errorIcon };
const inputTypes: Partial<Record<ItemSpec["kind"], string>> = { mail: "email", tel: "tel", password: "password" };

function described({ form, item, id, options }: Drawing): string | typeof nothing {
  const ids = [helpOf(form, item, options) ? `${id}-help` : "", form.finding(item.name) ? `${id}-said` : ""];
  return ids.filter((each) => each !== "").join(" ") || nothing;
}

const helpOf = (form: FormState, item: ItemSpec, options: FieldOptions): string =>
  options.help ?? help(`${form.name}.${item.name}`, item);
const labelOf = (form: FormState, item: ItemSpec, options: FieldOptions): string =>
  options.label ?? label(`${form.name}.${item.name}`);

const isRequired = ({ item, options }: Drawing): boolean => options.required ?? item.required;
const invalid = ({ form, item }: Drawing): "true" | typeof nothing =>
  form.finding(item.name)?.severity === "error" ? "true" : nothing;

function onInput({ form, item, options, refresh }: Drawing) {
  return (event: Event) => {
    const changed = form.type(item.name, (event.target as HTMLInputElement).value);
    if ((event as InputEvent).isComposing) return;
    options.changed?.();
    if (changed) refresh();
  };
}

function onLeave({ form, item, refresh }: Drawing) {
  return () => {
    form.leave(item.name);
    refresh();
  };
}

function onChoice(drawing: Drawing, value: (target: HTMLInputElement) => string) {
  const { form, item, options, refresh } = drawing;
  return (event: Event) => {
    form.type(item.name, value(event.target as HTMLInputElement));
    form.leave(item.name);
    options.changed?.();
    refresh();
  };
}

function sign(drawing: Drawing): TemplateResult | typeof nothing {
  if (drawing.options.plain) return nothing;
  if (isRequired(drawing)) return html`<span class="item__required">${say(words.required)}</span>`;
  return html`<span class="item__optional">${say(words.optional)}</span>`;
}

function saidOf({ form, item, id }: Drawing): TemplateResult {
  const finding = form.finding(item.name);
  const content = finding
    ? html`<p id=${`${id}-said`} class="item__said item__said--${finding.severity}">${icons[finding.severity]?.()}<span>${finding.text}</span></p>`
    : nothing;
  return html`<div aria-live="polite">${content}</div>`;
}

function helpLine({ form, item, id, options }: Drawing): TemplateResult | typeof nothing {
  const text = helpOf(form, item, options);
  return text ? html`<p id=${`${id}-help`} class="item__help">${text}</p>` : nothing;
}

function textInput(drawing: Drawing): TemplateResult {
  const { form, item, id, options } = drawing;
  const input = html`<input id=${id} class="input input--${item.kind}" name=${item.name} type=${inputTypes[item.kind] ?? "text"}
    inputmode=${item.inputmode ?? nothing} autocomplete=${options.autocomplete ?? item.autocomplete ?? "off"} autocapitalize="off" spellcheck="false"
    aria-describedby=${described(drawing)} aria-invalid=${invalid(drawing)} aria-required=${isRequired(drawing)}
    .value=${live(form.value(item.name))} @input=${onInput(drawing)} @blur=${onLeave(drawing)} />`;
  return options.unit ? html`<span class="input-unit">${input}<span aria-hidden="true">${options.unit}</span></span>` : input;
}

function togglePassword(id: string, event: Event): void {
  const input = document.getElementById(id) as HTMLInputElement;
  const button = event.currentTarget as HTMLButtonElement;
  const show = input.type === "password";
  input.type = show ? "text" : "password";
  button.textContent = say(show ? words.hidePassword : words.showPassword);
  announce(say(show ? words.passwordShown : words.passwordHidden));
}

const passwordInput = (drawing: Drawing): TemplateResult => html`
  <div class="password">
    ${textInput(drawing)}
    <button type="button" class="button button--quiet" aria-controls=${drawing.id}
      @click=${(event: Event) => togglePassword(drawing.id, event)}>${say(words.showPassword)}</button>
  </div>`;

const textarea = (drawing: Drawing): TemplateResult => {
  const { form, item, id } = drawing;
  return html`<textarea id=${id} class="input input--textarea" name=${item.name} rows="5" aria-describedby=${described(drawing)}
    aria-invalid=${invalid(drawing)} aria-required=${isRequired(drawing)} .value=${live(form.value(item.name))}
    @input=${onInput(drawing)} @blur=${onLeave(drawing)}></textarea>`;
};

function optionsOf(item: ItemSpec): readonly (readonly [string, string])[] {
  if (item.name === "prefecture") return Object.entries(coreWords().prefectures).sort(([a], [b]) => Number(a) - Number(b));
  return (item.options ?? []).map((option) => [option, optionName(`${item.name}.${option}`)] as const);
}

function select(drawing: Drawing): TemplateResult {
  const { form, item, id } = drawing;
  const chosen = form.value(item.name);
  return html`<select id=${id} class="input input--select" name=${item.name} autocomplete=${item.autocomplete ?? "off"}
    aria-describedby=${described(drawing)} aria-invalid=${invalid(drawing)} aria-required=${isRequired(drawing)}
    @change=${onChoice(drawing, (target) => target.value)}>
    <option value="" ?selected=${chosen === ""}>${say(words.choose)}</option>
    ${optionsOf(item).map(([value, text]) => html`<option value=${value} ?selected=${chosen === value}>${text}</option>`)}
  </select>`;
}

function radios(drawing: Drawing): TemplateResult {
  const { form, item, id } = drawing;
  const radio = ([value, text]: readonly [string, string], index: number) => html`
    <label class="choice">
      <input type="radio" class="choice__box" id=${index === 0 ? id : `${id}-${value}`} name=${id} value=${value}
        .checked=${live(form.value(item.name) === value)} @change=${onChoice(drawing, (target) => target.value)} />
      <span>${text}</span>
    </label>`;
  return html`<div class="choices">${optionsOf(item).map(radio)}</div>`;
}

function group(drawing: Drawing): TemplateResult {
  const { form, item, options } = drawing;
  return html`
    <fieldset class="item" aria-describedby=${described(drawing)} aria-invalid=${invalid(drawing)} role="radiogroup"
      aria-required=${isRequired(drawing)}>
      <legend class="item__label">${labelOf(form, item, options)}${sign(drawing)}</legend>
      ${helpLine(drawing)} ${radios(drawing)} ${saidOf(drawing)}
    </fieldset>`;
}

function checkbox(drawing: Drawing): TemplateResult {
  const { form, item, id, options } = drawing;
  return html`
    <div class="item">
      <p class="item__label">${labelOf(form, item, options)}${sign(drawing)}</p>
      ${helpLine(drawing)}
      <label class="choice">
        <input type="checkbox" class="choice__box" id=${id} name=${item.name} aria-describedby=${described(drawing)}
          aria-invalid=${invalid(drawing)} aria-required=${isRequired(drawing)} .checked=${live(form.value(item.name) === "yes")}
          @change=${onChoice(drawing, (target) => (target.checked ? "yes" : ""))} />
        <span>${optionName(`${item.name}.yes`)}</span>
      </label>
      ${saidOf(drawing)}
    </div>`;
}

function control(drawing: Drawing): TemplateResult {
  if (drawing.item.kind === "select") return select(drawing);
  if (drawing.item.kind === "textarea") return textarea(drawing);
  return drawing.item.kind === "password" ? passwordInput(drawing) : textInput(drawing);
}

/** Draws one item; `refresh` redraws the page after the item said something new. */
export function field(form: FormState, name: string, refresh: () => void, options: FieldOptions = {}): TemplateResult {
  const drawing: Drawing = { form, item: form.item(name), id: fieldId(form, name), options, refresh };
  if (drawing.item.kind === "radio") return group(drawing);
  if (drawing.item.kind === "checkbox") return checkbox(drawing);
  return html`
    <div class="item">
      <label class="item__label" for=${drawing.id}>${labelOf(form, drawing.item, options)}${sign(drawing)}</label>
      ${helpLine(drawing)} ${control(drawing)} ${saidOf(drawing)}
    </div>`;
}
