// ① The present state: where the reader stands, in words and colour, and what to do next in each case (M3.1, M4.1, M5.1 to M5.3).
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import type { Allowed, Present, Round } from "@senkoi/core";
import type { Application } from "../../api/types.ts";
import { currentApplication, mayOf, nextRound, presentOf, roundOf, type Applicant } from "../../parts/applicant/applicant.ts";
import { moment, programLine, stateBadge } from "../../parts/applicant/application_facts.ts";
import { directorContact } from "../../parts/applicant/contact.ts";
import { dateTime } from "../../parts/season/time.ts";
import { sentence } from "../../words/core_words.ts";
import { mypageWords as words } from "../../words/mypage.ts";
import { proofWords } from "../../words/proof.ts";
import { roundName } from "../../words/rounds.ts";
import { pieces, say } from "../../words/i18n.ts";

interface Standing { applicant: Applicant; current: Application | null; may: Allowed; present: Present; }

const searchButton = (): TemplateResult =>
  html`<div class="actions"><a class="button button--solid" href="search.html">${say(words.searchGo)}</a></div>`;

function notApplied(standing: Standing): TemplateResult {
  const { current, may } = standing;
  if (may.apply !== null) return missed(standing);
  const [title, text] = current ? [words.openAgainTitle, words.openAgain] : [words.openTitle, words.open];
  return html`
    <p class="state__title">${say(title)}</p>
    <p>${say(text)}</p>
    ${searchButton()}`;
}

function missed({ applicant, present }: Standing): TemplateResult {
  const round = roundName(present.round);
  const first = roundOf(applicant, present.round);
  if (present.period === "before" && first) return html`
    <p class="state__title">${say(words.beforeTitle)}</p>
    <p>${say(words.before)}</p>`;
  const next = nextRound(applicant, present.round);
  return html`
    <p class="state__title">${say(words.missedTitle, { round })}</p>
    <p>${next ? say(words.missed, { round, next: roundName(next.round), time: dateTime(next.registration_from) }) : say(words.missedLast)}</p>`;
}

/** 「…場合はこちらをクリックしてください。」 with its link inside the sentence (M4.1). */
const withdrawSentence = (): TemplateResult => html`
  <p>${pieces(say(words.withdrawSentence)).map(({ text, slot }) =>
    slot ? html`<a href="application.html">${say(words.withdrawLink)}</a>` : text)}</p>`;

/** When the result shows; the time may be over while the office has yet to release it. */
const resultWords = ({ present }: Standing, round: Round): string =>
  present.round === round.round && present.period === "waiting" && present.until === null
    ? say(words.resultLate)
    : say(words.resultAt, { time: dateTime(round.notification_at) });

function applied(standing: Standing, application: Application): TemplateResult {
  const { applicant, may } = standing;
  const round = roundOf(applicant, application.round);
  const resultLine = round ? html`<p>${resultWords(standing, round)}</p>` : nothing;
  if (may.withdraw === null) {
    return html`${withdrawSentence()}${resultLine}`;
  }
  const why = sentence(may.withdraw);
  // How to decline is no news for whoever does not know their result yet.
  return html`<p>${may.withdraw === "withdrawal_after_adoption" ? why : html`<strong>${why}</strong>`}</p>${resultLine}${contact(application)}`;
}

const contact = (application: Application): TemplateResult => html`
  <details><summary>${say(words.contact)}</summary>${directorContact(application)}</details>`;

const nextSteps = (steps: readonly (TemplateResult | string)[]): TemplateResult => html`
  <h3>${say(words.nextSteps)}</h3>
  <ul class="list">${steps.map((each) => html`<li>${each}</li>`)}</ul>`;

/** M5.3: whoever was not taken, or declined, may apply again. */
function again(standing: Standing): TemplateResult {
  const { applicant, present, may } = standing;
  if (may.apply === null) {
    return html`${nextSteps([say(words.rejectedOpen, { round: roundName(present.round) })])}${searchButton()}`;
  }
  const next = nextRound(applicant, present.round);
  if (!next) return nextSteps([say(words.rejectedLast)]);
  const from = next.registration_from;
  return nextSteps([say(words.rejectedNext, { round: roundName(next.round), time: dateTime(from) })]);
}

const results: Readonly<Record<Application["state"], (standing: Standing, application: Application) => TemplateResult>> = {
  withdrawn: notApplied,
  applied,
  adopted: (_standing, application) => html`${nextSteps([say(words.adoptedNext), say(words.adoptedDecline)])}${contact(application)}`,
  rejected: again,
  held: (_standing, application) => html`${nextSteps([say(words.heldNext)])}${contact(application)}`,
  declined: again,
};

/** A decision or a decline that was entered once the results were out (L1). */
function changedLine(applicant: Applicant, { state, round, changed_at }: Application): TemplateResult | typeof nothing {
  const out = roundOf(applicant, round)?.notification_at ?? Infinity;
  const decided = state !== "applied" && state !== "withdrawn";
  return decided && changed_at > out ? html`<p class="small">${say(words.changedAfter, { time: dateTime(changed_at) })}</p>` : nothing;
}

function applicationHead(applicant: Applicant, application: Application): TemplateResult {
  const { state, round } = application;
  const said = state === "withdrawn" ? "" : say(words[state], { round: roundName(round) });
  return html`
    <p class="state__title">${stateBadge(application)} <span>${said}</span></p>
    <p>${programLine(application)}</p>
    <p class="small">${say(words.appliedAt)} ${moment(application.applied_at)} <a class="state__proof" href="proof.html">${say(proofWords.open)}</a></p>
    ${changedLine(applicant, application)}`;
}

export function stateCard(applicant: Applicant): TemplateResult {
  const current = currentApplication(applicant);
  const standing: Standing = { applicant, current, may: mayOf(applicant), present: presentOf(applicant) };
  const state = current?.state ?? "none";
  const head = current && current.state !== "withdrawn" ? applicationHead(applicant, current) : nothing;
  return html`<div class=${`card state state--${state}`}>${head}${current ? results[current.state](standing, current) : notApplied(standing)}</div>`;
}
