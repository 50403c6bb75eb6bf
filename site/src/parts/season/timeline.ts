// The master schedule as a time line (M3.1 ⑥): the rounds with their periods in words. "You are here" stands where the core says
// that the present is.
import "./timeline.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import type { Present, Round } from "@senkoi/core";
import { eventWords, roundName } from "../../words/rounds.ts";
import { say } from "../../words/i18n.ts";
import { scheduleWords as words } from "../../words/schedule.ts";
import { countdown, towards } from "./countdown.ts";
import { segmentsOf, type SegmentKind } from "./season_line.ts";
import { dateTime, isoTime } from "./time.ts";

export interface Timeline {
  rounds: readonly Round[];
  present: Present;
  now: number;
  /** False: the reader has nothing to wait for, and nothing is counted down. */
  waits?: boolean;
}

type Standing = "past" | "now" | "coming";
interface Step { kind: SegmentKind | "notified"; from: number; until: number | null; standing: Standing; }

function stepsOf(round: Round, { present, now }: Timeline): Step[] {
  const standing = (kind: Step["kind"], end: number): Standing => {
    if (present.round === round.round && present.period === kind) return "now";
    return end <= now ? "past" : "coming";
  };
  const periods = segmentsOf(round).map(({ kind, from, until }) => ({ kind, from, until, standing: standing(kind, until) }));
  const out = round.released === false ? "coming" : standing("notified", round.notification_at);
  const notified: Step = { kind: "notified", from: round.notification_at, until: null, standing: out };
  return [...periods, notified];
}

const time = (instant: number) => html`<time datetime=${isoTime(instant)}>${dateTime(instant)}</time>`;

function standingWord({ present, waits = true }: Timeline, { standing, kind }: Step): TemplateResult {
  if (standing !== "now") return html`<span class="step__standing">${say(standing === "past" ? words.past : words.coming)}</span>`;
  const left = waits && present.until !== null && kind !== "notified" ? countdown(present.until, towards(present.period)) : nothing;
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
