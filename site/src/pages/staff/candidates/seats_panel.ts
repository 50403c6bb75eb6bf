// How many may still be adopted: the program's capacity and the prefecture's ceiling, live, in words and as bars.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import type { DirectedProgram } from "../../../api/directing.ts";
import type { SeatKind } from "../../../api/types.ts";
import { shareBar } from "../../../parts/figures/gauge.ts";
import { kindName } from "../../../parts/season/kinds.ts";
import { fieldName, prefectureName } from "../../../words/core_words.ts";
import { kindWords } from "../../../words/kinds.ts";
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

/** Each kind that the program offers, and each limit that an adoption of one of them meets (T3, T5). */
function byKind({ seats: { offers = [], limits = [] } }: DirectedProgram, kinds: readonly SeatKind[]): TemplateResult[] {
  const met = new Set<string>();
  const plain = limits.length === 1;
  for (const { kind } of offers) {
    let node = limits.find((each) => plain || each.node === kind);
    for (let steps = 0; node && steps < limits.length; ++steps) {
      met.add(node.node);
      node = limits.find((each) => each.node === node!.parent);
    }
  }
  return [
    ...offers.map(({ kind, adopted, seats: most, left }) => limit({ name: say(kindWords.offerSeats, { name: kindName(kinds, kind) }), adopted, limit: most, left })),
    ...limits.flatMap(({ node, limit: most, adopted, left }) => (most === null || left === null || !met.has(node) ? []
      : [limit({ name: say(kindWords.nodeSeats, { name: kindName(kinds, node) }), adopted, limit: most, left })])),
  ];
}

export function seatsPanel(program: DirectedProgram, live: boolean, kinds: readonly SeatKind[]): TemplateResult {
  const { prefecture, field, seats } = program;
  const place = { prefecture: prefectureName(prefecture), field: fieldName(field) };
  const ceiling = seats.ceiling === null || seats.ceiling_left === null
    ? html`<p class="seats__limit small">${say(words.noCeiling, place)}</p>`
    : limit({ name: say(words.ceiling, place), adopted: seats.prefecture_adopted, limit: seats.ceiling, left: seats.ceiling_left });
  return html`
    <section class=${seats.offers ? "seats seats--by-kind" : "seats"} aria-label=${say(words.seats)}>
      ${seats.offers ? byKind(program, kinds) : html`${limit({ name: say(words.capacity), adopted: seats.adopted, limit: seats.capacity, left: seats.left })}
      ${ceiling}`}
      <p class="seats__live small" role="status">${live ? nothing : html`<strong>${say(words.notLive)}</strong>`}</p>
    </section>`;
}
