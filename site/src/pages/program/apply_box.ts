// What the reader may do about a program now: apply, switch to it, look at their application; or why not, and how long until.
// The core decides; the page draws this anew at the end of every period (M3.4, M3.5, D at M4.1).
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/template.ts";
import type { Application, Program } from "../../api/types.ts";
import { currentApplication, mayOf, nextRound, presentOf, roundOf, type Applicant } from "../../parts/applicant.ts";
import { applyElsewhere, readOnly } from "../../parts/read_only.ts";
import { dateTime } from "../../parts/time.ts";
import { untilRegistrationEnds, untilRegistrationOpens } from "../../parts/until.ts";
import { sentence } from "../../words/core_words.ts";
import { programWords as words } from "../../words/program.ts";
import { scheduleWords } from "../../words/schedule.ts";
import { say } from "../../words/said.ts";

export interface Doings { apply: (until: string) => void; switchFrom: (current: Application) => void; }

/** What stands in the way of the wish (the period and the applicant's state before all), and the application that a switch would leave. */
interface Wish { refusal: string | null; leaves: Application | null; }

function wishOf(applicant: Applicant, program: Program): Wish {
  const ownField = program.field === applicant.me.field;
  const recruits = program.rounds.includes(presentOf(applicant).round);
  const may = mayOf(applicant, { ownField, recruits });
  const current = currentApplication(applicant);
  const leaves = current?.state === "applied" && may.apply !== null ? current : null;
  return { refusal: may.apply === "already_applied" ? may.switch : may.apply, leaves };
}

const button = (text: string, press: () => void): TemplateResult =>
  html`<div class="actions"><button type="button" class="button button--solid" @click=${press}>${text}</button></div>`;

/** Until when: the end of the registration period that is open now. */
function openUntil(applicant: Applicant): { text: string; line: TemplateResult | typeof nothing } {
  const until = roundOf(applicant, presentOf(applicant).round)?.registration_until;
  if (until === undefined) return { text: "", line: nothing };
  const text = dateTime(until);
  return { text, line: html`<p class="small">${untilRegistrationEnds(until)} <span>(${text})</span></p>` };
}

/** Whoever stands in an application, undecided or not, waits for no other round. */
const waits = (applicant: Applicant): boolean => {
  const state = currentApplication(applicant)?.state;
  return state !== "applied" && state !== "held" && state !== "adopted";
};

function opensIn(applicant: Applicant, { rounds }: Program): TemplateResult | typeof nothing {
  const { round, period } = presentOf(applicant);
  const opening = period === "before" ? roundOf(applicant, round) : nextRound(applicant, round);
  if (!opening || period === "registration" || !waits(applicant) || !rounds.includes(opening.round)) return nothing;
  return html`<p class="small">${untilRegistrationOpens(opening)} <span>(${dateTime(opening.registration_from)})</span></p>`;
}

function refused(applicant: Applicant, program: Program, { refusal, leaves }: Wish): TemplateResult {
  return html`
    <p id="reason"><strong>${say(leaves ? words.cannotSwitch : words.cannot)}</strong><br />${sentence(refusal ?? "")}</p>
    ${opensIn(applicant, program)}
    <div class="actions"><button type="button" class="button button--solid" aria-disabled="true" aria-describedby="reason">
      ${say(leaves ? words.switch : words.apply)}</button> <a href="schedule.html">${say(scheduleWords.toSchedule)}</a></div>`;
}

const yours = (applicant: Applicant): TemplateResult => html`
  <p><strong>${say(words.yours)}</strong></p>
  <div class="actions">
    <a class="button button--solid" href="mypage.html">${say(words.toMyPage)}</a>
    ${mayOf(applicant).withdraw === null ? html`<a href="application.html">${say(words.toApplication)}</a>` : nothing}
  </div>`;

function open(applicant: Applicant, leaves: Application | null, { apply, switchFrom }: Doings): TemplateResult {
  const until = openUntil(applicant);
  if (!leaves) return html`${until.line} ${button(say(words.apply), () => apply(until.text))}`;
  return html`
    <p>${say(words.switchAbout, { program: leaves.program.name })}</p>
    ${until.line} ${button(say(words.switch), () => switchFrom(leaves))}`;
}

export function applyBox(applicant: Applicant, program: Program, doings: Doings): TemplateResult {
  if (readOnly()) return applyElsewhere();
  const wish = wishOf(applicant, program);
  const { refusal, leaves } = wish;
  if (leaves?.program.id === program.id) return yours(applicant);
  return refusal ? refused(applicant, program, wish) : open(applicant, leaves, doings);
}
