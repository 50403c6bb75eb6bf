// The applicants of a program against its capacity and, where there is one, of its prefecture against the ceiling: as a picture
// and in words (M3.4, M3.7, M3.8). What is too many, the server and the core say.
import { html, nothing, type TemplateResult } from "lit-html";
import type { Core } from "@senkoi/core";
import type { Program } from "../../api/types.ts";
import { gauge } from "../../parts/gauge.ts";
import { prefectureName } from "../../words/core_words.ts";
import { programWords as words } from "../../words/program.ts";
import { say, type Said } from "../../words/said.ts";

/** One of three sentences: below the limit, at it, above it. */
function meaning(amount: number, limit: number, over: boolean, [below, at, above]: readonly [Said, Said, Said]): string {
  if (over) return say(above, { count: amount - limit, limit });
  return amount < limit ? say(below, { count: limit - amount, limit }) : say(at);
}

const capacityGauge = ({ applicants, capacity, over_capacity: over }: Program): TemplateResult =>
  gauge({
    amount: applicants, limit: capacity, over,
    name: say(words.applicants),
    numbers: say(words.ofCapacity, { applicants, limit: capacity }),
    meaning: meaning(applicants, capacity, over, [words.withinCapacity, words.atCapacity, words.overCapacity]),
    overWord: say(words.over),
  });

function ceilingGauge({ prefecture, prefecture_applicants: applicants }: Program, ceiling: number, over: boolean): TemplateResult {
  return gauge({
    amount: applicants, limit: ceiling, over,
    name: say(words.ceilingGauge, { prefecture: prefectureName(prefecture) }),
    numbers: say(words.ofCeiling, { applicants, limit: ceiling }),
    meaning: meaning(applicants, ceiling, over, [words.withinCeiling, words.atCeiling, words.overCeiling]),
    overWord: say(words.overCeilingBadge),
  });
}

export function programGauges(program: Program, rules: Core): TemplateResult {
  const { ceiling, prefecture_applicants } = program;
  return html`
    <div class="gauges">
      ${capacityGauge(program)}
      ${ceiling === null ? nothing : ceilingGauge(program, ceiling, rules.overCapacity(prefecture_applicants, ceiling))}
    </div>`;
}
