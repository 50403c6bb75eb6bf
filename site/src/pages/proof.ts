// /proof.html: what one has applied for, on one sheet to print and keep (M3.1 ①, M3.6).
import { type TemplateResult } from "lit-html";
import { html } from "../parts/page/template.ts";
import { serverNow } from "../api/season.ts";
import type { Application } from "../api/types.ts";
import { currentApplication, keepTrue, presentOf, readApplicant, type Applicant } from "../parts/applicant/applicant.ts";
import { moment, stateBadge } from "../parts/applicant/application_facts.ts";
import { banner } from "../parts/page/banner.ts";
import { backIcon, printIcon } from "../parts/page/icons.ts";
import { openPage } from "../parts/page/page.ts";
import { facilityName, programName } from "../parts/applicant/program_name.ts";
import { dateTime } from "../parts/season/time.ts";
import { applicationWords } from "../words/application.ts";
import { fieldName, prefectureName } from "../words/core_words.ts";
import { pageWords } from "../words/pages.ts";
import { proofWords as words } from "../words/proof.ts";
import { roundName } from "../words/rounds.ts";
import { say, type Said } from "../words/i18n.ts";

let applicant: Applicant | null = null;

async function load(): Promise<void> {
  applicant = await readApplicant();
}

const fact = (name: Said, value: string | TemplateResult): TemplateResult => html`<div><dt>${say(name)}</dt><dd>${value}</dd></div>`;

function facts({ me, rules }: Applicant, application: Application): TemplateResult {
  const { family_name: family = "", given_name: given = "", registry_number: registry = "" } = me.data;
  const { program } = application;
  return html`
    <dl class="facts">
      ${fact(words.name, html`<span translate="no">${say(words.fullName, { family, given })}</span>`)}
      ${fact(words.registryNumber, registry)}
      ${fact(words.userId, html`<span translate="no">${rules.displayUserId(me.user_id)}</span>`)}
      ${fact(words.season, say(words.seasonOf, { year: me.season_start_year }))}
      ${fact(words.field, fieldName(me.field))}
      ${fact(applicationWords.round, roundName(application.round))}
      ${fact(applicationWords.program, html`<strong>${programName(program.name)}</strong>`)}
      ${fact(words.facility, html`${facilityName(program.facility)} <span class="small">${prefectureName(program.prefecture)}</span>`)}
      ${fact(words.number, String(application.id))}
      ${fact(applicationWords.appliedAt, moment(application.applied_at))}
      ${fact(applicationWords.state, stateBadge(application))}
    </dl>`;
}

const none = (): TemplateResult => banner({
  kind: "info",
  title: say(applicationWords.noneTitle),
  body: html`<p>${say(words.none)}</p>`,
  actions: html`<a class="button button--solid" href="search.html">${say(applicationWords.switchSearch)}</a>`,
});

function main(): TemplateResult {
  const application = currentApplication(applicant!);
  if (!application) return none();
  return html`
    <p class="lead">${say(words.lead)}</p>
    ${facts(applicant!, application)}
    <p class="small">${say(words.asOf, { time: dateTime(serverNow()) })}</p>
    <div class="actions"><button type="button" class="button button--solid" @click=${() => print()}>${printIcon()}${say(words.print)}</button></div>`;
}

const page = openPage({
  title: () => say(pageWords.proof.title),
  above: () => html`<a class="back" href="mypage.html">${backIcon()}${say(applicationWords.back)}</a>`,
  main,
  load,
  field: () => applicant?.me.field ?? null,
  member: true,
});

keepTrue(page, () => applicant && presentOf(applicant));
