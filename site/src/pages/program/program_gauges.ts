// The applicants of a program against its capacity and, where there is one, of its prefecture against the ceiling: as a picture
// and in words (M3.4, M3.7, M3.8). What is too many, the server and the core say.
import { html, nothing, type TemplateResult } from "lit-html";
import type { Core } from "@senkoi/core";
import type { Program } from "../../api/types.ts";
import { gauge } from "../../parts/gauge.ts";
import { prefectureName } from "../../words/core_words.ts";
import { programWords as words } from "../../words/program.ts";
import { say, type Said } from "../../words/said.ts";

interface Meanings { below: Said; at: Said; above: Said; }

/** More than the limit and yet not too many: those whose rejection is out want no seat any more (M3.4). */
function meaning(amount: number, limit: number, over: boolean, { below, at, above }: Meanings): string {
  if (over) return say(above, { count: amount - limit, limit });
  if (amount > limit) return say(words.withoutRejected);
  return amount < limit ? say(below, { count: limit - amount }) : say(at);
}

const capacityGauge = ({ applicants, capacity, over_capacity: over }: Program): TemplateResult =>
  gauge({
    amount: applicants, limit: capacity, over,
    name: say(words.applicants),
    numbers: say(words.ofCapacity, { applicants, limit: capacity }),
    meaning: meaning(applicants, capacity, over, { below: words.withinCapacity, at: words.atCapacity, above: words.overCapacity }),
    overWord: say(words.over),
  });

function ceilingGauge({ prefecture, prefecture_applicants: applicants }: Program, ceiling: number, over: boolean): TemplateResult {
  return gauge({
    amount: applicants, limit: ceiling, over,
    name: say(words.ceilingGauge, { prefecture: prefectureName(prefecture) }),
    numbers: say(words.ofCeiling, { applicants, limit: ceiling }),
    meaning: meaning(applicants, ceiling, over, { below: words.withinCeiling, at: words.atCeiling, above: words.overCeiling }),
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
