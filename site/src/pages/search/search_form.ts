// The three conditions of the search. Nothing is submitted: the results follow each key.
import type { TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import { live } from "lit-html/directives/live.js";
import { coreWords } from "../../words/core_words.ts";
import { say } from "../../words/i18n.ts";
import { searchWords as words } from "../../words/search.ts";
import { isEmpty, type Query } from "./search_state.ts";

export interface SearchForm { query: Query; change: (query: Query) => void; clear: () => void; }

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

const prefectures = (): [string, string][] =>
  Object.entries(coreWords().prefectures).sort(([a], [b]) => Number(a) - Number(b));

const text = (item: "facility" | "name", { query, change }: SearchForm): TemplateResult => html`
  <div class="search-form__item">
    <label class="item__label" for=${item}>${say(words[item])}</label>
    <input id=${item} name=${item} class="input" type="search" enterkeyhint="search" autocomplete="off" autocapitalize="off" spellcheck="false"
      aria-describedby="partial" .value=${live(query[item])} @input=${(event: Event) => change({ ...query, [item]: valueOf(event) })} />
  </div>`;

const prefecture = ({ query, change }: SearchForm): TemplateResult => html`
  <div class="search-form__item">
    <label class="item__label" for="prefecture">${say(words.prefecture)}</label>
    <select id="prefecture" name="prefecture" class="input input--select" autocomplete="off"
      @change=${(event: Event) => change({ ...query, prefecture: valueOf(event) })}>
      <option value="" ?selected=${query.prefecture === ""}>${say(words.anyPrefecture)}</option>
      ${prefectures().map(([code, name]) => html`<option value=${code} ?selected=${code === query.prefecture}>${name}</option>`)}
    </select>
  </div>`;

export const searchForm = (form: SearchForm): TemplateResult => html`
  <form role="search" aria-label=${say(words.form)} class="search-form" @submit=${(event: Event) => event.preventDefault()}>
    ${prefecture(form)} ${text("facility", form)} ${text("name", form)}
    <p id="partial" class="small search-form__partial">${say(words.partial)}</p>
    <button type="button" class="button button--quiet search-form__clear" ?hidden=${isEmpty(form.query)} @click=${form.clear}>${say(words.clear)}</button>
  </form>`;
