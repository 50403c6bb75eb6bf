// The controls of forms, one a kind of item; what stands around them is field.ts.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import { live } from "lit-html/directives/live.js";
import { coreWords, optionName } from "../../words/core_words.ts";
import type { ItemSpec, Kind } from "../../words/core_items.ts";
import { say } from "../../words/i18n.ts";
import { stateWords as words } from "../../words/states.ts";
import { described, invalid, isRequired, onChoice, onInput, onLeave, type Drawing } from "../page/drawing.ts";
import { announce } from "../page/live.ts";

const inputTypes: Partial<Record<Kind, string>> = { mail: "email", tel: "tel", password: "password" };
/** Password fields whose text is shown now, by id. */
const shown = new Set<string>();

function text(drawing: Drawing): TemplateResult {
  const { form, item, id, options } = drawing;
  const type = shown.has(id) ? "text" : (inputTypes[item.kind] ?? "text");
  return html`<input id=${id} class="input input--${item.kind}" name=${item.name} type=${type}
    inputmode=${item.inputmode ?? nothing} autocomplete=${options.autocomplete ?? item.autocomplete ?? "off"}
    autocapitalize="off" spellcheck="false"
    aria-describedby=${described(drawing)} aria-invalid=${invalid(drawing)} aria-required=${isRequired(drawing)}
    .value=${live(form.value(item.name))} @input=${onInput(drawing)} @blur=${onLeave(drawing)} />`;
}

function showOrHide({ id, refresh }: Drawing): void {
  const show = !shown.delete(id);
  if (show) shown.add(id);
  refresh();
  announce(say(show ? words.passwordShown : words.passwordHidden));
}

const password = (drawing: Drawing): TemplateResult => html`
  <div class="password">
    ${text(drawing)}
    <button type="button" class="button button--quiet" aria-controls=${drawing.id} @click=${() => showOrHide(drawing)}>
      ${say(shown.has(drawing.id) ? words.hidePassword : words.showPassword)}</button>
  </div>`;

const textarea = (drawing: Drawing): TemplateResult => html`
  <textarea id=${drawing.id} class="input input--textarea" name=${drawing.item.name} rows="5"
    aria-describedby=${described(drawing)} aria-invalid=${invalid(drawing)} aria-required=${isRequired(drawing)}
    .value=${live(drawing.form.value(drawing.item.name))} @input=${onInput(drawing)} @blur=${onLeave(drawing)}></textarea>`;

function optionsOf(item: ItemSpec): readonly (readonly [string, string])[] {
  if (item.name === "prefecture") return Object.entries(coreWords().prefectures).sort(([a], [b]) => Number(a) - Number(b));
  return (item.options ?? []).map((option) => [option, optionName(`${item.name}.${option}`)] as const);
}

function select(drawing: Drawing): TemplateResult {
  const { form, item, id, options } = drawing;
  const chosen = form.value(item.name);
  const offered = optionsOf(item).filter(([value]) => options.only?.includes(value) ?? true);
  return html`<select id=${id} class="input input--select" name=${item.name} autocomplete=${item.autocomplete ?? "off"}
    aria-describedby=${described(drawing)} aria-invalid=${invalid(drawing)} aria-required=${isRequired(drawing)}
    @change=${onChoice(drawing, (target) => target.value)}>
    <option value="" ?selected=${chosen === ""}>${say(words.choose)}</option>
    ${offered.map(([value, name]) => html`<option value=${value} ?selected=${chosen === value}>${name}</option>`)}
  </select>`;
}

/** The first radio button has the item's own id, so that a summary's link leads to it. */
export function radios(drawing: Drawing): TemplateResult {
  const { form, item, id } = drawing;
  const radio = ([value, name]: readonly [string, string], index: number) => html`
    <label class="choice">
      <input type="radio" class="choice__box" id=${index === 0 ? id : `${id}-${value}`} name=${id} value=${value}
        .checked=${live(form.value(item.name) === value)} @change=${onChoice(drawing, (target) => target.value)} />
      <span>${name}</span>
    </label>`;
  return html`<div class="choices">${optionsOf(item).map(radio)}</div>`;
}

export const checkbox = (drawing: Drawing): TemplateResult => html`
  <label class="choice">
    <input type="checkbox" class="choice__box" id=${drawing.id} name=${drawing.item.name} aria-describedby=${described(drawing)}
      aria-invalid=${invalid(drawing)} aria-required=${isRequired(drawing)}
      .checked=${live(drawing.form.value(drawing.item.name) === "yes")}
      @change=${onChoice(drawing, (target) => (target.checked ? "yes" : ""))} />
    <span>${optionName(`${drawing.item.name}.yes`)}</span>
  </label>`;

/** The control of an item that has a label of its own. */
export function labelled(drawing: Drawing): TemplateResult {
  if (drawing.item.kind === "select") return select(drawing);
  if (drawing.item.kind === "textarea") return textarea(drawing);
  return drawing.item.kind === "password" ? password(drawing) : text(drawing);
}
