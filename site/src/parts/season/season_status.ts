// Where the season stands, in a sentence, with the time left by the server's clock.
import "./season_status.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import type { Present, Round } from "@senkoi/core";
import { periodName } from "../../words/core_words.ts";
import { roundName } from "../../words/rounds.ts";
import { say } from "../../words/i18n.ts";
import { scheduleWords as words } from "../../words/schedule.ts";
import { countdown, towards } from "./countdown.ts";
import { clockIcon } from "../page/icons.ts";
import { dateTime, isoTime } from "./time.ts";
import { opensNext, seasonIsDone } from "./until.ts";

function sentence({ round, period }: Present): string {
  if (period === "over") return say(words.nowOver);
  if (period === "before") return say(words.nowBefore);
  if (period === "notified") return say(words.nowNotified, { round: roundName(round) });
  return say(words.now, { round: roundName(round), period: periodName(period) });
}

/** The border that one waits for: the end of this period, or the opening of the next round. */
function border(present: Present, rounds: readonly Round[]): TemplateResult | typeof nothing {
  const { period, until } = present;
  if (until === null || seasonIsDone(present, rounds)) return nothing;
  const opening = opensNext(present, rounds);
  const name = opening ? say(words.nextOpens, { round: roundName(opening.round) }) : "";
  const when = say(opening ? words.on : words.until, { time: dateTime(until) });
  return html`<p class="season-now__border">${name} ${countdown(until, towards(period))}
    <time class="season-now__until" datetime=${isoTime(until)}>${when}</time></p>`;
}

/** Without `waits` the reader has nothing to wait for: it tells where the season stands, and counts nothing down. */
export const presentBanner = (present: Present, rounds: readonly Round[], waits = true): TemplateResult => html`
  <div class="season-now">
    ${clockIcon()}
    <div><p class="season-now__sentence">${sentence(present)}</p>${waits ? border(present, rounds) : nothing}</div>
  </div>`;
