// The choice of a field, for whoever reads without being bound to one.
import "./field_select.css";
import type { TemplateResult } from "lit-html";
import { coreWords } from "../../words/core_words.ts";
import { figuresWords as words } from "../../words/figures.ts";
import { say } from "../../words/i18n.ts";
import { html } from "../page/template.ts";

export const fieldSelect = (chosen: string | null, choose: (field: string) => void): TemplateResult => html`
  <div class="item field-select">
    <label class="item__label" for="field">${say(words.chooseField)}</label>
    <select id="field" class="input input--select" autocomplete="off" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${Object.entries(coreWords().fields).sort(([a], [b]) => Number(a) - Number(b)).map(([code, name]) =>
        html`<option value=${code} ?selected=${code === chosen}>${name}</option>`)}
    </select>
  </div>`;
