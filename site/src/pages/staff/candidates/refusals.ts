// What could not be entered, gathered above the list: each sentence once, with how many it concerns and what is left.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import type { DirectedProgram } from "../../../api/directing.ts";
import { banner } from "../../../parts/page/banner.ts";
import { say } from "../../../words/i18n.ts";
import { candidateWords as words } from "../../../words/staff_candidates.ts";
import type { Refusal } from "./board.ts";
import { nameOf } from "./choosing.ts";

function leftLine({ seats }: DirectedProgram): string {
  const ceiling = seats.ceiling_left === null ? say(words.leftNoCeiling) : say(words.leftPeople, { count: seats.ceiling_left });
  return say(words.leftNow, { capacity: seats.left, ceiling });
}

export function refusalsBanner(refusals: readonly Refusal[], program: DirectedProgram): TemplateResult | typeof nothing {
  const [first] = refusals;
  if (!first) return nothing;
  const counts = new Map<string, number>();
  for (const { message } of refusals) counts.set(message, (counts.get(message) ?? 0) + 1);
  const count = (many: number) => (refusals.length > 1 ? say(words.refusedCount, { count: many }) : "");
  return banner({
    kind: "error",
    title: refusals.length === 1 ? say(words.refusedTitleOne, { name: nameOf(first.candidate) }) : say(words.refusedTitle, { count: refusals.length }),
    body: html`${[...counts].map(([message, many]) => html`<p>${message}${count(many)}</p>`)}<p>${leftLine(program)}</p>`,
  });
}
