// The staff whom the reader answers for, one a card: who, as what, since when, and what can be done.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import type { Person } from "../../../api/staff.ts";
import { facilityName, programName } from "../../../parts/applicant/program_name.ts";
import { fieldName, roleName } from "../../../words/core_words.ts";
import { say } from "../../../words/i18n.ts";
import { peopleWords as words } from "../../../words/staff_home.ts";
import { date, isoTime } from "../../../parts/season/time.ts";

export interface Deeds {
  change: (person: Person) => void;
  again: (person: Person) => void;
  close: (person: Person) => void;
  /** Nobody closes their own account. */
  own: number;
}

const badge = ({ joined_at: joined, invited_at: invited }: Person): TemplateResult => {
  const since = joined ?? invited;
  return html`<span class=${joined === null ? "badge badge--warning" : "badge"}>${say(joined === null ? words.waiting : words.joined)}</span>
    <time class="small" datetime=${isoTime(since)}>${say(words.since, { date: date(since) })}</time>`;
};

const programs = (person: Person): TemplateResult => html`
  <ul class="list small">${person.programs.map(({ name, facility }) => html`<li>${programName(name)} ${facilityName(facility)}</li>`)}</ul>`;

const button = (text: string, name: string, kind: string, deed: () => void): TemplateResult => html`
  <button type="button" class=${`button ${kind}`} aria-label=${`${text}: ${name}`} @click=${deed}>${text}</button>`;

export const row = (person: Person, deeds: Deeds): TemplateResult => html`
  <li class="card" id=${`person-${person.id}`} tabindex="-1">
    <h3>${person.name}</h3>
    <p>${roleName(person.role)}${person.field ? html` <span class="small">${fieldName(person.field)}</span>` : nothing}</p>
    <p class="small">${person.mail}</p>
    <p>${badge(person)}</p>
    ${person.role === "director" ? programs(person) : nothing}
    <div class="actions">
      ${person.role === "director" ? button(say(words.change), person.name, "button--outline", () => deeds.change(person)) : nothing}
      ${button(say(words.again), person.name, "button--outline", () => deeds.again(person))}
      ${person.id === deeds.own ? nothing : button(say(words.close), person.name, "button--quiet", () => deeds.close(person))}
    </div>
  </li>`;
