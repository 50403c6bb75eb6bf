// /application.html: the application, its withdrawal asked once more, and how to switch. Outside the registration period: the
// sentence of the period and whom to contact (M4.1).
import type { TemplateResult } from "lit-html";
import { html } from "../parts/page/template.ts";
import { withdraw } from "../api/calls.ts";
import type { Application } from "../api/types.ts";
import { currentApplication, keepTrue, mayOf, presentOf, readApplicant, roundOf, type Applicant } from "../parts/applicant/applicant.ts";
import { applicationFacts } from "../parts/applicant/application_facts.ts";
import { banner } from "../parts/page/banner.ts";
import { confirmed } from "../parts/page/confirm.ts";
import { doAndLeave } from "../parts/page/commit_and_leave.ts";
import { directorContact, readContact } from "../parts/applicant/contact.ts";
import { backIcon } from "../parts/page/icons.ts";
import { openPage } from "../parts/page/page.ts";
import { programName } from "../parts/applicant/program_name.ts";
import { dateTime } from "../parts/season/time.ts";
import { untilRegistrationEnds } from "../parts/season/until.ts";
import { applicationWords as words } from "../words/application.ts";
import { sentence } from "../words/core_words.ts";
import { mypageWords } from "../words/mypage.ts";
import { pageWords } from "../words/pages.ts";
import { say } from "../words/i18n.ts";

let applicant: Applicant | null = null;

/** The application that stands; a withdrawn one does not. */
function standing(): Application | null {
  const current = applicant && currentApplication(applicant);
  return current && current.state !== "withdrawn" ? current : null;
}

async function load(): Promise<void> {
  applicant = await readApplicant();
  await readContact(standing());
}

/** Why it can't be withdrawn any more, in a sentence; null while it can. */
function whyNot(application: Application): string | null {
  const { withdraw: refusal } = mayOf(applicant!);
  if (refusal !== null) return sentence(refusal);
  return standing()?.id === application.id ? null : say(words.goneMeanwhile);
}

async function withdrawNow(application: Application, until: number): Promise<void> {
  const yes = await confirmed({
    title: say(words.withdrawTitle),
    body: () => html`<p><strong>${programName(application.program.name)}</strong></p><p>${say(words.withdrawBody)}</p>
      <p>${untilRegistrationEnds(until)}</p>`,
    yes: say(words.withdrawYes),
    grave: true,
    idle: () => whyNot(application),
  });
  if (yes) await doAndLeave({ page, load, act: () => withdraw(application.id), word: words.withdrawn, failed: words.withdrawFailed });
}

function withdrawal(application: Application): TemplateResult {
  const until = roundOf(applicant!, application.round)!.registration_until;
  return html`
    <section class="section" aria-labelledby="withdraw">
      <h2 id="withdraw">${say(words.withdraw)}</h2>
      <p>${say(words.withdrawAbout, { time: dateTime(until) })} ${untilRegistrationEnds(until)}</p>
      <div class="actions"><button type="button" class="button button--grave" aria-disabled=${page.busy}
        @click=${() => void withdrawNow(application, until)}>${say(words.withdraw)}</button></div>
    </section>
    <section class="section" aria-labelledby="switch">
      <h2 id="switch">${say(words.switch)}</h2>
      <p>${say(words.switchAbout)}</p>
      <div class="actions"><a class="button button--outline" href="search.html">${say(words.switchSearch)}</a></div>
    </section>`;
}

function refused(application: Application, refusal: string): TemplateResult {
  return html`
    ${banner({ kind: "warning", title: say(words.cannot), body: html`<p id="reason">${sentence(refusal)}</p>` })}
    <div class="actions"><button type="button" class="button button--grave" aria-disabled="true" aria-describedby="reason">${say(words.withdraw)}</button></div>
    <section class="section" aria-labelledby="contact">
      <h2 id="contact">${say(mypageWords.contact)}</h2>
      ${directorContact(application)}
    </section>`;
}

const none = (): TemplateResult => banner({
  kind: "info",
  title: say(words.noneTitle),
  body: html`<p>${say(words.none)}</p>`,
  actions: html`<a class="button button--solid" href="search.html">${say(words.switchSearch)}</a>`,
});

function main(): TemplateResult {
  const application = standing();
  const refusal = mayOf(applicant!).withdraw;
  if (!application || refusal === "no_application") return none();
  return html`
    <section class="stack" aria-labelledby="yours">
      <h2 id="yours">${say(application.state === "applied" ? words.yours : words.decided)}</h2>
      ${applicationFacts(application)}
    </section>
    ${refusal ? refused(application, refusal) : withdrawal(application)}`;
}

const page = openPage({
  title: () => say(pageWords.application.title),
  above: () => html`<a class="back" href="mypage.html">${backIcon()}${say(words.back)}</a>`,
  main,
  load,
  field: () => applicant?.me.field ?? null,
  member: true,
});

keepTrue(page, () => applicant && presentOf(applicant));
