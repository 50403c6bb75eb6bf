// /program.html?id=: a program with its applicants against capacity and ceiling, its contact, and the way to apply or to switch,
// asked once more (M3.4 to M3.8). Going back finds the results as they were.
import "./program/program.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../parts/page/template.ts";
import { apply, readProgram, switchTo } from "../api/calls.ts";
import { Refused } from "../api/problem.ts";
import { season } from "../api/season.ts";
import type { Application, Program, SeatKind } from "../api/types.ts";
import { keepTrue, presentOf, type Applicant } from "../parts/applicant/applicant.ts";
import { banner } from "../parts/page/banner.ts";
import { confirmed } from "../parts/page/confirm.ts";
import { contactFacts } from "../parts/applicant/contact.ts";
import { doAndLeave } from "../parts/page/commit_and_leave.ts";
import { backIcon } from "../parts/page/icons.ts";
import { seenLoggedIn } from "../parts/storage/membership.ts";
import { openPage } from "../parts/page/page.ts";
import { kindName, kindSentence } from "../parts/season/kinds.ts";
import { facilityName, programName } from "../parts/applicant/program_name.ts";
import { isVisitor, readReader } from "../parts/applicant/applicant_or_guest.ts";
import { dateTime } from "../parts/season/time.ts";
import { untilRegistrationEnds } from "../parts/season/until.ts";
import { prefectureName } from "../words/core_words.ts";
import { pageWords } from "../words/pages.ts";
import { programWords as words } from "../words/program.ts";
import { roundName } from "../words/rounds.ts";
import { say, type Said } from "../words/i18n.ts";
import { applyBox, whyNotApply, whyNotSwitch, type Doings } from "./program/apply_box.ts";
import { applyWarnings } from "./program/apply_warnings.ts";
import { hasKinds, limitsOf, offersOf } from "./program/offers.ts";
import { programGauges } from "./program/program_gauges.ts";
import { addressOfResults, signReturn } from "./search/returning.ts";

const id = new URLSearchParams(location.search).get("id") ?? "";
let applicant: Applicant | null = null;
let program: Program | null = null;
let kinds: readonly SeatKind[] = [];
let kind = "";
let kindMissing = false;

async function programOrNone(): Promise<Program | null> {
  try {
    return await readProgram(id);
  } catch (cause) {
    if (cause instanceof Refused && cause.status === 404) return null;
    throw cause;
  }
}

async function load(): Promise<void> {
  let read;
  [applicant, program, read] = await Promise.all([readReader(), programOrNone(), season()]);
  kinds = read.kinds ?? [];
  if (program?.offers?.length === 1) kind = program.offers[0]!.kind;
}

const warnings = (): TemplateResult[] => applyWarnings(program!).map((each) => html`<p>${each}</p>`);

/** Whether it is said which seats are meant; else the question is shown. */
function kindIsChosen(): boolean {
  if (!hasKinds(program!) || kind) return true;
  kindMissing = true;
  page.refresh();
  document.getElementById("kinds")?.focus();
  return false;
}

const chosenKind = (): TemplateResult | typeof nothing => hasKinds(program!)
  ? html`<p><strong>${kindName(kinds, kind)}</strong><br />${kindSentence(kinds, kind)}</p>` : nothing;

async function applyHere(until: number): Promise<void> {
  if (!kindIsChosen()) return;
  const { id: wanted, name } = program!;
  const key = crypto.randomUUID();
  const yes = await confirmed({
    title: say(words.applyTitle),
    body: () => html`<p><strong>${programName(name)}</strong></p>${chosenKind()}${warnings()}
      <p>${say(words.applyBody, { time: dateTime(until) })} ${untilRegistrationEnds(until)}</p>`,
    yes: say(words.applyYes),
    idle: () => whyNotApply(applicant!, program!),
  });
  if (yes) await doAndLeave({ page, load, act: () => apply(wanted, key, kind), word: words.applied, failed: words.applyFailed });
}

async function switchHere(current: Application, until: number): Promise<void> {
  if (!kindIsChosen()) return;
  const { id: wanted, name } = program!;
  const key = crypto.randomUUID();
  const yes = await confirmed({
    title: say(words.switchTitle),
    body: () => html`<dl class="change-of-program">
      <div><dt class="small">${say(words.switchFrom)}</dt><dd>${programName(current.program.name)}</dd></div>
      <div><dt class="small">${say(words.switchTo)}</dt><dd><strong>${programName(name)}</strong></dd></div></dl>${chosenKind()}${warnings()}
      <p>${untilRegistrationEnds(until)}</p>`,
    yes: say(words.switchYes),
    idle: () => whyNotSwitch(applicant!, program!, current),
  });
  if (yes) await doAndLeave({ page, load, act: () => switchTo(current.id, wanted, key, kind), word: words.switched, failed: words.switchFailed });
}

const fact = (name: Said, value: string | TemplateResult): TemplateResult => html`<div><dt>${say(name)}</dt><dd>${value}</dd></div>`;

function about({ facility, prefecture, rounds, url }: Program): TemplateResult {
  const link = url && html`<a href=${url} target="_blank" rel="noopener noreferrer">${url}</a>${say(words.siteOpens)}`;
  return html`
    <section class="section" aria-labelledby="about">
      <h2 id="about">${say(words.about)}</h2>
      <dl class="facts">
        ${fact(words.facility, facilityName(facility))} ${fact(words.prefecture, prefectureName(prefecture))}
        ${fact(words.rounds, rounds.map(roundName).join(say(words.roundsJoin)))} ${link ? fact(words.site, link) : nothing}
      </dl>
    </section>`;
}

const unknown = (): TemplateResult => banner({
  kind: "info",
  title: say(words.unknownTitle),
  body: html`<p>${say(words.unknown)}</p>`,
  actions: html`<a class="button button--solid" href="search.html">${say(words.toSearch)}</a>`,
});

function choose(wanted: string): void {
  kind = wanted;
  page.refresh();
}

function main(): TemplateResult {
  if (!program) return unknown();
  const doings: Doings = { apply: (until) => void applyHere(until), switchFrom: (current, until) => void switchHere(current, until) };
  return html`
    <p class="lead">${prefectureName(program.prefecture)} <span aria-hidden="true">／</span> ${facilityName(program.facility)}</p>
    <section class="card stack" aria-labelledby="figures">
      <h2 id="figures">${say(words.figures)}</h2>
      ${programGauges(program)} ${limitsOf(program, kinds)}
    </section>
    ${offersOf(program, { kinds, chosen: kind, missing: kindMissing, choose: isVisitor(applicant!) ? null : choose })}
    <section class="card card--wash apply-box" aria-labelledby="apply" aria-busy=${page.busy}>
      <h2 id="apply" class="for-readers">${say(words.apply)}</h2>
      ${applyBox(applicant!, program, doings)}
    </section>
    ${about(program)}
    <section class="section" aria-labelledby="contact">
      <h2 id="contact">${say(words.contact)}</h2>
      ${contactFacts(program)}
    </section>
    ${back()}`;
}

const back = (): TemplateResult => html`
  <a class="back" href=${addressOfResults()} @click=${signReturn}>${backIcon()}${say(words.back)}</a>`;

const page = openPage({
  title: () => program?.name ?? say(pageWords.program.title),
  heading: () => program && programName(program.name),
  above: back,
  main,
  load,
  field: () => (applicant && (isVisitor(applicant) ? program?.field : applicant.me.field)) ?? null,
  get member() { return seenLoggedIn(); },
});

keepTrue(page, () => applicant && presentOf(applicant));
