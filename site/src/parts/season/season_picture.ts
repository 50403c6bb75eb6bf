// The season on one line (M3.1 ⑥): periods as bars, results as rings, the months, the rounds, and a pin where the present is.
// A picture only, hidden from screen readers: the time line beside it says the same in words.
import "./season_picture.css";
import type { TemplateResult } from "lit-html";
import { html, svg } from "../page/template.ts";
import type { Round } from "@senkoi/core";
import { eventWords, roundName } from "../../words/rounds.ts";
import { say } from "../../words/i18n.ts";
import { scheduleWords as words } from "../../words/schedule.ts";
import { monthStarts, positionOn, seasonLine, segmentsOf, type Segment } from "./season_line.ts";
import { monthName } from "./time.ts";

/** Where an instant stands, in percent of the width. */
type Ruler = (instant: number) => number;
const percent = (share: number): string => `${share.toFixed(2)}%`;

const kinds = ["registration", "adoption", "waiting"] as const;
const isDrawn = ({ kind }: Segment): boolean => kinds.some((each) => each === kind);

const bar = (at: Ruler) => ({ kind, from, until }: Segment) => svg`
  <rect class=${`season__period season__period--${kind}`} x=${percent(at(from))} y="34" width=${percent(at(until) - at(from))} height="14" />`;

const month = (at: Ruler) => (start: number) => svg`
  <line class="season__month" x1=${percent(at(start))} x2=${percent(at(start))} y1="30" y2="60" />
  <text class="season__month-name" x=${percent(at(start))} dx="4" y="66">${monthName(start)}</text>`;

const result = (at: Ruler) => ({ notification_at }: Round) =>
  svg`<circle class="season__result" cx=${percent(at(notification_at))} cy="41" r="7" />`;

/** From the opening to the result; a late round is named at its end, so that its name stays on the picture. */
const span = (at: Ruler) => ({ round, registration_from, notification_at }: Round) => {
  const [start, end] = [at(registration_from), at(notification_at)];
  const late = start > 60;
  return svg`
    <line class="season__round" x1=${percent(start)} x2=${percent(end)} y1="76" y2="76" />
    <text class="season__round-name" x=${percent(late ? end : start)} text-anchor=${late ? "end" : "start"} y="95">${roundName(round)}</text>`;
};

const pin = (x: number) => svg`
  <svg x=${percent(x)} overflow="visible">
    <path class="season__here" d="M0 32 L-9 16 A10.5 10.5 0 1 1 9 16 Z" />
    <circle class="season__here-eye" cy="10" r="4" /><line class="season__here-line" y1="32" y2="50" />
  </svg>`;

export function seasonPicture(rounds: readonly Round[], now: number): TemplateResult {
  const line = seasonLine(rounds);
  const at: Ruler = (instant) => positionOn(line, instant);
  return html`
    <svg class="season" width="100%" height="102" aria-hidden="true" focusable="false">
      <line class="season__ground" x1="0" x2="100%" y1="41" y2="41" />
      ${monthStarts(line).map(month(at))} ${rounds.flatMap(segmentsOf).filter(isDrawn).map(bar(at))}
      ${rounds.map(result(at))} ${rounds.map(span(at))} ${pin(at(now))}
    </svg>`;
}

/** What each colour of the picture means. */
export const seasonLegend = (): TemplateResult => html`
  <ul class="season-legend">
    ${kinds.map((kind) => html`<li><span class=${`season-legend__sign season-legend__sign--${kind}`}></span>${say(eventWords[kind])}</li>`)}
    <li><span class="season-legend__sign season-legend__sign--result"></span>${say(eventWords.notified)}</li>
    <li><span class="season-legend__sign season-legend__sign--here"></span>${say(words.here)}</li>
  </ul>`;
