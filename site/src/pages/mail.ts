// The mail address of a new user (M2.1), then the page that says it was sent. "Back" from there returns to the address as it was.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../parts/page/template.ts";
import { enterMail } from "../api/calls.ts";
import { fieldName } from "../words/core_words.ts";
import { mailWords as words } from "../words/mail.ts";
import { pageWords, shellWords } from "../words/pages.ts";
import { language, say } from "../words/i18n.ts";
import { stateWords } from "../words/states.ts";
import { chosenField, mailboxProof, withField } from "../parts/storage/address.ts";
import { banner } from "../parts/page/banner.ts";
import { coreOfSeason } from "../parts/rules/core.ts";
import { isDemo } from "../parts/page/demo_bar.ts";
import { errorSummary } from "../parts/form/error_summary.ts";
import { field as item } from "../parts/form/field.ts";
import { FormState } from "../parts/form/form_state.ts";
import { announce } from "../parts/page/live.ts";
import { advice, steps } from "../parts/page/next_steps.ts";
import { openPage } from "../parts/page/page.ts";
import { hasNoSeason } from "../parts/page/page_notes.ts";
import { submitButton, submitted } from "../parts/form/submit.ts";

let form: FormState | undefined;
let resent = false;

const mail = (): string => form?.value("mail") ?? "";
const sent = (): boolean => history.state === "sent" && mail() !== "";

async function load(): Promise<void> {
  form ??= new FormState("mail_entry", await coreOfSeason(), { keepAs: "mail_entry" });
}

const send = () => enterMail(mail(), chosenField() ?? "", language(), mailboxProof());

async function sendFirst(): Promise<void> {
  await send();
  history.pushState("sent", "");
  resent = false;
  page.arrive();
}

async function sendAgain(): Promise<void> {
  resent = false;
  await send();
  resent = true;
  announce(say(words.resent));
}

const noField = () => banner({
  kind: "info",
  title: say(words.noField),
  body: html`<p>${say(words.noFieldBody)}</p>`,
  actions: html`<a class="button button--solid" href="./">${say(words.toFields)}</a>`,
});

const entry = (form: FormState, of: string): TemplateResult => html`
  ${errorSummary(form)}
  <p class="lead">${say(words.lead, { field: fieldName(of) })}</p>
  <form class="form" novalidate @submit=${submitted({ page, form, send: sendFirst })}>
    ${item(form, "mail", page.refresh)}
    <div class="actions">${submitButton(page, say(words.send))}</div>
  </form>
  <p><a href=${withField("login.html", of)}>${say(words.member)}</a></p>`;

const afterSending = (): TemplateResult => html`
  ${banner({ kind: "success", title: say(words.sentTo, { mail: mail() }), alert: false })}
  ${isDemo() ? html`<p><a class="button button--solid" href="demo.html">${say(words.readDemoMail)}</a></p>` : nothing}
  ${steps(say(words.nextTitle), [say(words.nextOpen), say(words.nextRegister), say(words.nextLicence)])}
  ${advice(
    say(words.noMailTitle),
    [say(words.noMailWait), say(words.noMailSpam), say(words.noMailTypo), say(words.noMailHospital)],
    html`
      <button type="button" class="button button--outline" aria-disabled=${page.busy} @click=${() => void page.run(sendAgain)}>
        ${say(page.busy ? stateWords.sending : words.resend)}</button>
      <button type="button" class="button button--quiet" @click=${() => history.back()}>${say(words.changeAddress)}</button>`,
  )}
  ${resent ? banner({ kind: "success", title: say(words.resent) }) : nothing}`;

function main(): TemplateResult {
  const field = chosenField();
  if (hasNoSeason()) return html`<p><a class="back" href="./">${say(shellWords.entry)}</a></p>`; // the note above says why
  if (!field || !form) return noField();
  return sent() ? afterSending() : entry(form, field);
}

const page = openPage({
  title: () => say(sent() ? words.sentTitle : pageWords.mail.title),
  field: chosenField,
  load,
  main,
});
addEventListener("popstate", () => page.arrive());
