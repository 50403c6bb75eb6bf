// What the reader may do about a program now: apply, switch to it, look at their application; or why not, and how long until.
// The core's calendar decides; the page draws this anew at the end of every period (M3.4, M3.5, D at M4.1).
import { html, nothing, type TemplateResult } from "lit-html";
import type { Application, Program } from "../../api/types.ts";
import { currentApplication, mayOf, nextRound, presentOf, roundOf, type Applicant } from "../../parts/applicant.ts";
import { countdown } from "../../parts/countdown.ts";
import { dateTime } from "../../parts/time.ts";
import { sentence } from "../../words/core_words.ts";
import { programWords as words } from "../../words/program.ts";
import { roundName } from "../../words/rounds.ts";
import { scheduleWords } from "../../words/schedule.ts";
import { say } from "../../words/said.ts";

export interface Doings { apply: (until: string) => void; switchFrom: (current: Application) => void; }

/** What stands in the way of the wish, and the application that a switch would leave. */
interface Wish { refusal: string | null; leaves: Application | null; }

function wishOf(applicant: Applicant, program: Program): Wish {
  const may = mayOf(applicant);
  const current = currentApplication(applicant);
  const leaves = current?.state === "applied" && may.apply !== null ? current : null;
  const refusal = leaves ? may.switch : may.apply;
  return { refusal: refusal ?? refusalBy(program, applicant), leaves };
}

/** What the program itself says; the server refuses with the same codes. */
function refusalBy({ field, rounds }: Program, applicant: Applicant): string | null {
  if (field !== applicant.me.field) return "program_of_other_field";
  return rounds.includes(presentOf(applicant).round) ? null : "program_not_recruiting";
}

const button = (text: string, press: () => void): TemplateResult =>
  html`<div class="actions"><button type="button" class="button button--solid" @click=${press}>${text}</button></div>`;

/** Until when: the end of the registration period that is open now. */
function openUntil(applicant: Applicant): { text: string; line: TemplateResult | typeof nothing } {
  const until = roundOf(applicant, presentOf(applicant).round)?.registration_until;
  if (until === undefined) return { text: "", line: nothing };
  const text = dateTime(until);
  return { text, line: html`<p class="small">${say(words.openFor)} ${countdown(until)} <span>(${text})</span></p>` };
}

function opensIn(applicant: Applicant): TemplateResult | typeof nothing {
  const { round, period } = presentOf(applicant);
  const opening = period === "before" ? roundOf(applicant, round) : nextRound(applicant, round);
  if (!opening || period === "registration") return nothing;
  const from = opening.registration_from;
  return html`<p class="small">${say(words.opensIn, { round: roundName(opening.round) })} ${countdown(from, "opening")} <span>(${dateTime(from)})</span></p>`;
}

function refused(applicant: Applicant, refusal: string, leaves: Application | null): TemplateResult {
  return html`
    <p id="reason"><strong>${say(words.cannot)}</strong><br />${sentence(refusal)}</p>
    ${opensIn(applicant)}
    <div class="actions"><button type="button" class="button button--solid" aria-disabled="true" aria-describedby="reason">
      ${say(leaves ? words.switch : words.apply)}</button> <a href="/schedule.html">${say(scheduleWords.toSchedule)}</a></div>`;
}

const yours = (): TemplateResult => html`
  <p><strong>${say(words.yours)}</strong></p>
  <div class="actions">
    <a class="button button--solid" href="/mypage.html">${say(words.toMyPage)}</a>
    <a href="/application.html">${say(words.toApplication)}</a>
  </div>`;

function open(applicant: Applicant, leaves: Application | null, { apply, switchFrom }: Doings): TemplateResult {
  const until = openUntil(applicant);
  if (!leaves) return html`${until.line} ${button(say(words.apply), () => apply(until.text))}`;
  return html`
    <p>${say(words.switchAbout, { program: leaves.program.name })}</p>
    ${until.line} ${button(say(words.switch), () => switchFrom(leaves))}`;
}

export function applyBox(applicant: Applicant, program: Program, doings: Doings): TemplateResult {
  const { refusal, leaves } = wishOf(applicant, program);
  if (leaves?.program.id === program.id) return yours();
  return refusal ? refused(applicant, refusal, leaves) : open(applicant, leaves, doings);
}
