// How many may still be adopted: the program's capacity and the prefecture's ceiling, live, in words and as bars.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import type { DirectedProgram } from "../../../api/directing.ts";
import { shareBar } from "../../../parts/figures/gauge.ts";
import { fieldName, prefectureName } from "../../../words/core_words.ts";
import { say } from "../../../words/i18n.ts";
import { candidateWords as words } from "../../../words/staff_candidates.ts";

interface Limit { name: string; adopted: number; limit: number; left: number; }

const limit = ({ name, adopted, limit: most, left }: Limit): TemplateResult => html`
  <div class=${left === 0 ? "seats__limit seats__limit--full" : "seats__limit"}>
    <p class="seats__name">${name}</p>
    <p class="seats__left">${left === 0 ? say(words.noneLeft) : say(words.left, { count: left })}</p>
    ${shareBar(adopted, most)}
    <p class="seats__numbers">${say(words.adoptedOf, { adopted, limit: most })}</p>
  </div>`;

export function seatsPanel({ prefecture, field, seats }: DirectedProgram, live: boolean): TemplateResult {
  const place = { prefecture: prefectureName(prefecture), field: fieldName(field) };
  const ceiling = seats.ceiling === null || seats.ceiling_left === null
    ? html`<p class="seats__limit small">${say(words.noCeiling, place)}</p>`
    : limit({ name: say(words.ceiling, place), adopted: seats.prefecture_adopted, limit: seats.ceiling, left: seats.ceiling_left });
  return html`
    <section class="seats" aria-label=${say(words.seats)}>
      ${limit({ name: say(words.capacity), adopted: seats.adopted, limit: seats.capacity, left: seats.left })}
      ${ceiling}
      <p class="seats__live small" role="status">${live ? nothing : html`<strong>${say(words.notLive)}</strong>`}</p>
    </section>`;
}
