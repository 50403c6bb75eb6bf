// Forgotten user ID or password (M1.3): one answer for every address, known or not.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../parts/page/template.ts";
import { recover } from "../api/calls.ts";
import { logInWords as words } from "../words/log_in.ts";
import { mailWords } from "../words/mail.ts";
import { pageWords } from "../words/pages.ts";
import { language, pieces, say } from "../words/i18n.ts";
import { stateWords } from "../words/states.ts";
import { chosenField, mailboxProof, withField } from "../parts/storage/address.ts";
import { banner } from "../parts/page/banner.ts";
import { coreOfSeason } from "../parts/rules/core.ts";
import { isDemo } from "../parts/page/demo_bar.ts";
import { errorSummary } from "../parts/form/error_summary.ts";
import { field as item } from "../parts/form/field.ts";
import { FormState } from "../parts/form/form_state.ts";
import { dropForm } from "../parts/storage/kept_form.ts";
import { announce } from "../parts/page/live.ts";
import { advice } from "../parts/page/next_steps.ts";
import { openPage } from "../parts/page/page.ts";
import { submitButton, submitted } from "../parts/form/submit.ts";
import { isNewVisit } from "../parts/page/navigation.ts";

if (isNewVisit()) {
  dropForm("recovery");
  history.replaceState(null, "");
}

let form: FormState | undefined;
let resent = false;
const mail = (): string => form?.value("mail") ?? "";
const sent = (): boolean => history.state === "sent" && mail() !== "";

async function load(): Promise<void> {
  form ??= new FormState("recovery", await coreOfSeason(), { keepAs: "recovery" });
}

async function sendFirst(): Promise<void> {
  await recover(mail(), language(), mailboxProof());
  history.pushState("sent", "");
  resent = false;
  page.arrive();
}

async function sendAgain(): Promise<void> {
  resent = false;
  await recover(mail(), language(), mailboxProof());
  resent = true;
  announce(say(words.recoverResent));
}

const entry = (form: FormState): TemplateResult => html`
  ${errorSummary(form)}
  <p class="lead">${say(words.recoverLead)}</p>
  <form class="form" novalidate @submit=${submitted({ page, form, send: sendFirst })}>
    ${item(form, "mail", page.refresh)}
    <div class="actions">${submitButton(page, say(words.send))}</div>
  </form>
  <p><a href=${withField("login.html", chosenField())}>${say(words.back)}</a></p>`;

const registration = (): TemplateResult => {
  const target = chosenField() ? withField("mail.html", chosenField()) : "./";
  return html`${pieces(say(words.noMailNone)).map(({ text, slot }) =>
    slot ? html`<a href=${target}>${say(words.noMailRegister)}</a>` : text)}`;
};

const afterSending = (): TemplateResult => html`
  ${banner({ kind: "success", title: say(words.recoverSent, { mail: mail() }) })}
  ${isDemo() ? html`<p><a class="button button--solid" href="demo.html">${say(mailWords.readDemoMail)}</a></p>` : nothing}
  ${advice(say(words.noMailTitle), [say(words.noMailOther), say(words.noMailSpam), registration()], html`
    <button type="button" class="button button--outline" aria-disabled=${page.busy} @click=${() => void page.run(sendAgain)}>
      ${say(page.busy ? stateWords.sending : mailWords.resend)}</button>
    <button type="button" class="button button--quiet" @click=${() => history.back()}>${say(mailWords.changeAddress)}</button>`)}
  ${resent ? banner({ kind: "success", title: say(words.recoverResent) }) : nothing}
  <p><a href=${withField("login.html", chosenField())}>${say(words.back)}</a></p>`;

const page = openPage({
  title: () => say(sent() ? words.recoverSentTitle : pageWords.recover.title),
  load,
  main: () => (sent() || !form ? afterSending() : entry(form)),
});
addEventListener("popstate", () => page.arrive());
