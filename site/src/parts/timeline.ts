// The master schedule as a time line (M3.1 ⑥): the season on one line with the months, and below it the rounds with their
// periods in words. "You are here" stands where the core says that the present is.
import "./timeline.css";
import { html, nothing, svg, type TemplateResult } from "lit-html";
import type { Present, Round } from "@senkoi/core";
import { eventWords, roundName } from "../words/rounds.ts";
import { say } from "../words/said.ts";
import { scheduleWords as words } from "../words/schedule.ts";
import { countdown } from "./countdown.ts";
import { monthStarts, positionOn, seasonLine, segmentsOf, type Segment, type SegmentKind } from "./season_line.ts";
import { dateTime, isoTime, monthName } from "./time.ts";

export interface Timeline {
  rounds: readonly Round[];
  present: Present;
  now: number;
  /** When the present period has ended. */
  ended?: () => void;
}

const percent = (share: number): string => `${share.toFixed(2)}%`;

export function timelinePicture({ rounds, now }: Timeline): TemplateResult {
  const line = seasonLine(rounds);
  const at = (instant: number) => positionOn(line, instant);
  const bar = ({ kind, from, until }: Segment) =>
    svg`<rect class=${`season__period season__period--${kind}`} x=${percent(at(from))} y="34" width=${percent(at(until) - at(from))} height="14" />`;
  const month = (start: number) => svg`
    <line class="season__month" x1=${percent(at(start))} x2=${percent(at(start))} y1="30" y2="60" />
    <text class="season__month-name" x=${percent(at(start))} dx="4" y="66">${monthName(start)}</text>`;
  const span = ({ round, registration_from, notification_at }: Round) => {
    const [start, end] = [at(registration_from), at(notification_at)];
    const late = start > 60;
    return svg`
      <line class="season__round" x1=${percent(start)} x2=${percent(end)} y1="76" y2="76" />
      <text class="season__round-name" x=${percent(late ? end : start)} text-anchor=${late ? "end" : "start"} y="95">${roundName(round)}</text>`;
  };
  const result = ({ notification_at }: Round) => svg`<circle class="season__result" cx=${percent(at(notification_at))} cy="41" r="7" />`;
  return html`
    <svg class="season" width="100%" height="102" aria-hidden="true" focusable="false">
      <line class="season__ground" x1="0" x2="100%" y1="41" y2="41" />
      ${monthStarts(line).map(month)} ${rounds.flatMap(segmentsOf).map(bar)} ${rounds.map(result)} ${rounds.map(span)}
      <svg x=${percent(at(now))} overflow="visible"><path class="season__here" d="M0 32 L-9 16 A10.5 10.5 0 1 1 9 16 Z" /><circle class="season__here-eye" cy="10" r="4" /><line class="season__here-line" y1="32" y2="50" /></svg>
    </svg>`;
}

const kinds = ["registration", "adoption", "waiting"] as const satisfies readonly SegmentKind[];

/** What each colour of the picture means. */
export const timelineLegend = (): TemplateResult => html`
  <ul class="season-legend">
    ${kinds.map((kind) => html`<li><span class=${`season-legend__sign season-legend__sign--${kind}`}></span>${say(eventWords[kind])}</li>`)}
    <li><span class="season-legend__sign season-legend__sign--result"></span>${say(eventWords.notified)}</li>
    <li><span class="season-legend__sign season-legend__sign--here"></span>${say(words.here)}</li>
  </ul>`;

type Standing = "past" | "now" | "coming";
interface Step { kind: SegmentKind | "notified"; from: number; until: number | null; standing: Standing; }

function stepsOf(round: Round, { present, now }: Timeline): Step[] {
  const standing = (kind: Step["kind"], end: number): Standing => {
    if (present.round === round.round && present.period === kind) return "now";
    return end <= now ? "past" : "coming";
  };
  const periods = segmentsOf(round).map(({ kind, from, until }) => ({ kind, from, until, standing: standing(kind, until) }));
  const notified: Step = { kind: "notified", from: round.notification_at, until: null, standing: standing("notified", round.notification_at) };
  return [...periods, notified];
}

const time = (instant: number) => html`<time datetime=${isoTime(instant)}>${dateTime(instant)}</time>`;

function standingWord({ present, ended }: Timeline, { standing, kind }: Step): TemplateResult {
  if (standing !== "now") return html`<span class="step__standing">${say(standing === "past" ? words.past : words.coming)}</span>`;
  const left = present.until !== null && kind !== "notified" ? countdown(present.until, ended) : nothing;
  return html`<span class="step__here">${say(words.here)}</span> ${left}`;
}

function step(timeline: Timeline, each: Step): TemplateResult {
  const { kind, from, until, standing } = each;
  return html`
    <li class=${`step step--${kind} step--${standing}`} aria-current=${standing === "now" ? "step" : nothing}>
      <p class="step__name">${say(eventWords[kind])} ${standingWord(timeline, each)}</p>
      <p class="step__time">${time(from)}${until === null ? nothing : html`<span class="step__to"> – </span>${time(until)}`}</p>
      <p class="step__help">${say(eventWords[`${kind}Help`])}</p>
    </li>`;
}

export const timelineRounds = (timeline: Timeline): TemplateResult => html`
  <div class="rounds">
    ${timeline.rounds.map((round) => html`
      <section class="round" aria-labelledby=${`round-${round.round}`}>
        <h3 id=${`round-${round.round}`}>${roundName(round.round)}</h3>
        <ol class="steps-of-round">${stepsOf(round, timeline).map((each) => step(timeline, each))}</ol>
      </section>`)}
  </div>`;
