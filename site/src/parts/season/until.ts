// The time left, with what one waits for.
import type { TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import type { Present, Round } from "@senkoi/core";
import { roundName } from "../../words/rounds.ts";
import { say } from "../../words/i18n.ts";
import { scheduleWords as words } from "../../words/schedule.ts";
import { countdown } from "./countdown.ts";

export const untilRegistrationEnds = (until: number): TemplateResult =>
  html`<span class="until">${say(words.ends)} ${countdown(until)}</span>`;

export const untilRegistrationOpens = ({ round, registration_from: from }: Round): TemplateResult =>
  html`<span class="until">${say(words.nextOpens, { round: roundName(round) })} ${countdown(from, "opening")}</span>`;

/** The round that opens at the end of the present period. */
export const opensNext = ({ until }: Present, rounds: readonly Round[]): Round | undefined =>
  rounds.find((each) => each.registration_from === until);

/** The results of the last round are out, or the season is over: nothing is left to wait for. */
export const seasonIsDone = (present: Present, rounds: readonly Round[]): boolean =>
  present.until === null || (present.period === "notified" && !opensNext(present, rounds));
