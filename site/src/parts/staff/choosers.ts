// The small controls of the offices' pages: a choice of field, prefecture or round, and the word that an action leaves on its page.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import { coreWords } from "../../words/core_words.ts";
import { say, type Said } from "../../words/i18n.ts";
import { banner } from "../page/banner.ts";

export interface Chooser {
  id: string;
  label: Said;
  options: readonly (readonly [string, string])[];
  chosen: string;
  choose: (value: string) => void;
}

export const chooser = ({ id, label, options, chosen, choose }: Chooser): TemplateResult => html`
  <div class="item">
    <label class="item__label" for=${id}>${say(label)}</label>
    <select id=${id} class="input input--select" autocomplete="off" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${options.map(([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`)}
    </select>
  </div>`;

const byNumber = (words: Record<string, string>): [string, string][] => Object.entries(words).sort(([a], [b]) => Number(a) - Number(b));
export const fieldOptions = (): [string, string][] => byNumber(coreWords().fields);
export const prefectureOptions = (): [string, string][] => byNumber(coreWords().prefectures);

/** What was done, in words; read out as it appears, and kept until the next action. */
export const doneWord = (text: string | null): TemplateResult => html`
  <div aria-live="polite">${text ? banner({ kind: "success", title: text }) : nothing}</div>`;

export const numberOrNone = (value: number | null, none: string): string => (value === null ? none : String(value));
