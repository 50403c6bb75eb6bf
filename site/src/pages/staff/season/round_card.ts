// One round of the season: its dates to read, or as a form, and the cells that do not recruit in it.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import { serverNow } from "../../../api/season.ts";
import { field } from "../../../parts/form/field.ts";
import { chooser, fieldOptions, prefectureOptions } from "../../../parts/staff/choosers.ts";
import { itemsOf } from "../../../words/core_items.ts";
import { fieldName, label, prefectureName } from "../../../words/core_words.ts";
import { roundName } from "../../../words/rounds.ts";
import { say } from "../../../words/i18n.ts";
import { officeSeasonWords as words } from "../../../words/staff_season.ts";
import type { RoundDraft } from "./draft.ts";

interface RoundCard {
  round: RoundDraft;
  number: number;
  open: boolean;
  last: boolean;
  fault: string;
  refresh: () => void;
  /** After an entry has changed. */
  touched: () => void;
  toggle: () => void;
  drop: () => void;
}

/** What is chosen to be closed next. */
const next = { field: "", prefecture: "13" };

function close({ round, touched }: RoundCard): void {
  const fields = next.field === "" ? fieldOptions().map(([code]) => code) : [next.field];
  for (const each of fields) round.closed.add(`${each}-${next.prefecture}`);
  touched();
}

function reopen({ round, touched }: RoundCard, prefecture: string): void {
  for (const cell of [...round.closed]) if (cell.endsWith(`-${prefecture}`)) round.closed.delete(cell);
  touched();
}

const fieldsClosed = (round: RoundDraft, prefecture: string): string[] =>
  [...round.closed].filter((cell) => cell.endsWith(`-${prefecture}`)).map((cell) => cell.split("-")[0]!).sort();

function closedLine(card: RoundCard, prefecture: string): TemplateResult {
  const fields = fieldsClosed(card.round, prefecture);
  const name = prefectureName(prefecture);
  const text = fields.length === fieldOptions().length
    ? say(words.closedAll, { prefecture: name }) : say(words.closedSome, { prefecture: name, fields: fields.map(fieldName).join(say(words.join)) });
  return html`<li>${text}${card.open && !card.round.begun
    ? html` <button type="button" class="button button--quiet" aria-label=${say(words.reopenOf, { name })} @click=${() => reopen(card, prefecture)}>${say(words.reopen)}</button>` : nothing}</li>`;
}

function chooseClosed(card: RoundCard): TemplateResult {
  const choose = (what: "field" | "prefecture") => (value: string) => { next[what] = value; card.refresh(); };
  return html`
    <div class="office-tools">
      ${chooser({ id: "closed-prefecture", label: words.prefecture, options: prefectureOptions(), chosen: next.prefecture, choose: choose("prefecture") })}
      ${chooser({ id: "closed-field", label: words.field, options: [["", say(words.allFields)], ...fieldOptions()], chosen: next.field, choose: choose("field") })}
      <button type="button" class="button button--outline" @click=${() => close(card)}>${say(words.addClosed)}</button>
    </div>`;
}

function closed(card: RoundCard): TemplateResult {
  const prefectures = [...new Set([...card.round.closed].map((cell) => cell.split("-")[1]!))].sort();
  return html`
    <h3>${say(words.closed)}</h3>
    ${prefectures.length === 0 ? html`<p>${say(words.closedNone)}</p>` : html`<ul class="list">${prefectures.map((each) => closedLine(card, each))}</ul>`}
    ${card.open && !card.round.begun ? chooseClosed(card) : nothing}`;
}

const reading = ({ form }: RoundDraft): TemplateResult => html`
  <dl class="facts">${itemsOf("round_entry").map(({ name }) => html`<div><dt>${label(`round_entry.${name}`)}</dt><dd>${form.value(name)}</dd></div>`)}</dl>`;

const past = ({ form }: RoundDraft, name: string): TemplateResult => html`
  <div class="item"><p class="item__label">${label(`round_entry.${name}`)}</p><p>${form.value(name)}</p></div>`;

const writing = ({ round, refresh, touched }: RoundCard): TemplateResult => html`
  ${round.begun ? html`<p class="item__help">${say(words.past)}</p>` : nothing}
  <div class="round-grid" @input=${touched}>${itemsOf("round_entry").map(({ name }) =>
    round.isPast(name, serverNow()) ? past(round, name) : field(round.form, name, refresh))}</div>`;

function deeds({ round, number, open, last, toggle, drop }: RoundCard): TemplateResult | typeof nothing {
  if (round.over) return nothing;
  return html`<p class="actions">
    <button type="button" class="button button--outline" aria-expanded=${open} aria-label=${open ? say(words.doneEditing) : say(words.editOf, { round: roundName(number) })} @click=${toggle}>
      ${say(open ? words.doneEditing : words.edit)}</button>
    ${last && !round.begun ? html`<button type="button" class="button button--quiet" @click=${drop}>${say(words.drop)}</button>` : nothing}
  </p>`;
}

export function roundCard(card: RoundCard): TemplateResult {
  const { round, number, open, fault } = card;
  const mark = round.over ? words.over : round.begun ? words.begun : null;
  return html`
    <section class="card section" aria-labelledby=${`round-${number}`}>
      <h2 id=${`round-${number}`}>${roundName(number)}${mark ? html` <span class="badge">${say(mark)}</span>` : nothing}</h2>
      ${fault ? html`<p class="item__said item__said--error">${fault}</p>` : nothing}
      ${open ? writing(card) : reading(round)} ${closed(card)} ${deeds(card)}
    </section>`;
}
