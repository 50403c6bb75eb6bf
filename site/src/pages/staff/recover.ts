// A forgotten password of staff: one answer for every address, known or not (reliability 7, 15).
import type { TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import { staffRecover } from "../../api/staff.ts";
import { say } from "../../words/i18n.ts";
import { staffAccessWords as words } from "../../words/staff_access.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { mailboxProof } from "../../parts/storage/address.ts";
import { banner } from "../../parts/page/banner.ts";
import { errorSummary } from "../../parts/form/error_summary.ts";
import { field as item } from "../../parts/form/field.ts";
import { FormState } from "../../parts/form/form_state.ts";
import { staffCoreOfSeason } from "../../parts/staff/core.ts";
import { openStaffDoor } from "../../parts/staff/shell.ts";
import { submitButton, submitted } from "../../parts/form/submit.ts";

let form: FormState;
let sentTo: string | null = null;

async function load(): Promise<void> {
  form ??= new FormState("staff_recovery", await staffCoreOfSeason());
}

async function send(): Promise<void> {
  await staffRecover(form.value("mail"), mailboxProof());
  sentTo = form.value("mail");
  page.arrive();
}

const back = () => html`<p><a class="tall" href="login.html">${say(words.toLogIn)}</a></p>`;

const sent = (mail: string): TemplateResult => html`
  ${banner({ kind: "success", title: say(words.sentTitle), body: html`<p>${say(words.sent, { mail })}</p>`, alert: true })}
  <p>${say(words.sentHelp)}</p>
  ${back()}`;

const entry = (): TemplateResult => html`
  ${errorSummary(form)}
  <p class="lead">${say(words.recoverLead)}</p>
  <form class="form" novalidate @submit=${submitted({ page, form, send })}>
    ${item(form, "mail", page.refresh, { plain: true })}
    <div class="actions">${submitButton(page, say(words.send))}</div>
  </form>
  ${back()}`;

const page = openStaffDoor({
  title: () => say(staffPageWords.recover.title),
  load,
  main: () => (sentTo === null ? entry() : sent(sentTo)),
});
