// The applicants of a program against its capacity and, where there is one, of its prefecture against the ceiling: as a picture
// and in words, and what is left once results are out (M3.4, M3.7, M3.8). What is too many, and what is left, the server says.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import type { Program } from "../../api/types.ts";
import { gauge } from "../../parts/figures/gauge.ts";
import { prefectureName } from "../../words/core_words.ts";
import { programWords as words } from "../../words/program.ts";
import { say, together, type Said } from "../../words/i18n.ts";

/** `seeking` leaves out those whose rejection is out; `left` is null until the first results are. */
interface Measure { applicants: number; seeking: number; limit: number; left: number | null; over: boolean; }
interface Meanings { below: Said; at: Said; above: Said; }

function meaning({ applicants, seeking, limit, over }: Measure, { below, at, above }: Meanings): string {
  const parting = applicants > seeking ? say(words.withoutRejected, { count: applicants - seeking, seeking }) : "";
  const standing = over ? say(above, { count: seeking - limit, limit }) : seeking < limit ? say(below, { count: limit - seeking }) : say(at);
  return parting ? together(parting, standing) : standing;
}

const leftLine = ({ left }: Measure): TemplateResult | typeof nothing => left === null ? nothing : html`
  <p class="gauge__left"><strong>${say(left > 0 ? words.left : words.noneLeft, { left })}</strong>
    <span class="small">${say(words.leftAbout)}</span></p>`;

function capacityGauge({ applicants, seeking, capacity: limit, seats_left: left, over_capacity: over }: Program): TemplateResult {
  const measure = { applicants, seeking, limit, left, over };
  return gauge({
    amount: seeking, limit, over,
    name: say(words.applicants),
    numbers: say(words.ofCapacity, { applicants, limit }),
    meaning: meaning(measure, { below: words.withinCapacity, at: words.atCapacity, above: words.overCapacity }),
    overWord: say(words.over),
    more: leftLine(measure),
  });
}

function ceilingGauge(program: Program, limit: number): TemplateResult {
  const { prefecture_applicants: applicants, prefecture_seeking: seeking, ceiling_left: left, over_ceiling: over } = program;
  const measure = { applicants, seeking, limit, left, over };
  return gauge({
    amount: seeking, limit, over,
    name: say(words.ceilingGauge, { prefecture: prefectureName(program.prefecture) }),
    numbers: say(words.ofCeiling, { applicants, limit }),
    meaning: meaning(measure, { below: words.withinCeiling, at: words.atCeiling, above: words.overCeiling }),
    overWord: say(words.overCeilingBadge),
    more: leftLine(measure),
  });
}

export const programGauges = (program: Program): TemplateResult => html`
  <div class="gauges">
    ${capacityGauge(program)} ${program.ceiling === null ? nothing : ceilingGauge(program, program.ceiling)}
  </div>`;
