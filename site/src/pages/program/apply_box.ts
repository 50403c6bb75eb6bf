// What the reader may do about a program now: apply, switch to it, look at their application; or why not, and how long until.
// The core decides; the page draws this anew at the end of every period (M3.4, M3.5, D at M4.1).
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import type { Allowed } from "@senkoi/core";
import type { Application, Program } from "../../api/types.ts";
import { currentApplication, mayOf, nextRound, presentOf, roundOf, type Applicant } from "../../parts/applicant/applicant.ts";
import { withField } from "../../parts/storage/address.ts";
import { programName } from "../../parts/applicant/program_name.ts";
import { applyElsewhere, readOnly } from "../../parts/page/read_only.ts";
import { isVisitor } from "../../parts/applicant/applicant_or_guest.ts";
import { dateTime } from "../../parts/season/time.ts";
import { untilRegistrationEnds, untilRegistrationOpens } from "../../parts/season/until.ts";
import { sentence } from "../../words/core_words.ts";
import { entryWords } from "../../words/entry.ts";
import { programWords as words } from "../../words/program.ts";
import { scheduleWords } from "../../words/schedule.ts";
import { pieces, say } from "../../words/i18n.ts";

/** Each with the end of the registration period that is open now. */
export interface Doings { apply: (until: number) => void; switchFrom: (current: Application, until: number) => void; }

/** What stands in the way of the wish (the period and the applicant's state before all), and the application that a switch would leave. */
interface Wish { refusal: string | null; leaves: Application | null; }

function mayHere(applicant: Applicant, program: Program): Allowed {
  const ownField = program.field === applicant.me.field;
  const recruits = program.rounds.includes(presentOf(applicant).round);
  return mayOf(applicant, { ownField, recruits });
}

function wishOf(applicant: Applicant, program: Program): Wish {
  const may = mayHere(applicant, program);
  const current = currentApplication(applicant);
  const leaves = current?.state === "applied" && may.apply !== null ? current : null;
  return { refusal: may.apply === "already_applied" ? may.switch : may.apply, leaves };
}

/** While the reader is asked: why there is nothing to apply for any more, in a sentence; null while there is. */
export function whyNotApply(applicant: Applicant, program: Program): string | null {
  const { apply } = mayHere(applicant, program);
  return apply && sentence(apply);
}

/** The same of a switch, which an act in another tab may have overtaken. */
export function whyNotSwitch(applicant: Applicant, program: Program, leaves: Application): string | null {
  const refusal = mayHere(applicant, program).switch;
  if (refusal !== null) return sentence(refusal);
  return currentApplication(applicant)?.id === leaves.id ? null : say(words.leftMeanwhile);
}

const button = (text: string, press: () => void): TemplateResult =>
  html`<div class="actions"><button type="button" class="button button--solid" @click=${press}>${text}</button></div>`;

/** Until when: the end of the registration period that is open now. */
const openUntil = (applicant: Applicant): number => roundOf(applicant, presentOf(applicant).round)!.registration_until;

const untilLine = (until: number): TemplateResult => html`<p class="small">${untilRegistrationEnds(until)} <span>(${dateTime(until)})</span></p>`;

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
  if (!leaves) return html`${untilLine(until)} ${button(say(words.apply), () => apply(until))}`;
  return html`
    <p>${pieces(say(words.switchAbout)).map(({ text, slot }) => (slot ? programName(leaves.program.name) : text))}</p>
    ${untilLine(until)} ${button(say(words.switch), () => switchFrom(leaves, until))}`;
}

/** For a visitor: the ways to an application; the period is nobody's secret. */
function afterLogIn(applicant: Applicant, program: Program): TemplateResult {
  const refusal = mayHere({ ...applicant, me: { ...applicant.me, field: program.field } }, program).apply;
  const next = encodeURIComponent(`program.html?id=${program.id}`);
  return html`
    <p><strong>${say(words.logInToApply)}</strong>${refusal ? html`<br />${sentence(refusal)}` : nothing}</p>
    ${opensIn(applicant, program)}
    <div class="actions">
      <a class="button button--solid" href=${`login.html?next=${next}&field=${program.field}`}>${say(entryWords.logIn)}</a>
      <a href=${withField("mail.html", program.field)}>${say(entryWords.register)}</a>
    </div>`;
}

export function applyBox(applicant: Applicant, program: Program, doings: Doings): TemplateResult {
  if (readOnly()) return applyElsewhere();
  if (isVisitor(applicant)) return afterLogIn(applicant, program);
  const wish = wishOf(applicant, program);
  const { refusal, leaves } = wish;
  if (leaves?.program.id === program.id) return yours(applicant);
  return refusal ? refused(applicant, program, wish) : open(applicant, leaves, doings);
}
