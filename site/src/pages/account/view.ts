// The user information as it is registered, the way to change it, the password, the deletion: each greyed with its reason when
// it may not be done now (M6.1, M6.2).
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import { fieldName, sentence } from "../../words/core_words.ts";
import { accountWords as words } from "../../words/account.ts";
import { say } from "../../words/i18n.ts";
import { currentApplication, mayOf, type Applicant } from "../../parts/applicant/applicant.ts";
import { partFacts, partItems, partTitles, type PartName } from "../../parts/form/applicant_items.ts";
import { banner } from "../../parts/page/banner.ts";
import { directorContact } from "../../parts/applicant/contact.ts";
import { errorSummary } from "../../parts/form/error_summary.ts";
import { field } from "../../parts/form/field.ts";
import { fold } from "../../parts/page/fold.ts";
import type { FormState } from "../../parts/form/form_state.ts";
import type { Page } from "../../parts/page/page.ts";
import { submitButton, submitted } from "../../parts/form/submit.ts";

export interface View {
  page: Page;
  applicant: Applicant;
  /** The registered data. */
  data: FormState;
  password: FormState;
  change: () => void;
  /** Before each attempt: what the former one was answered goes. */
  begin: () => void;
  changePassword: () => Promise<void>;
  erase: () => void;
}

function identity({ me, rules }: Applicant): TemplateResult {
  return html`<section aria-labelledby="identity"><h2 id="identity">${say(words.identity)}</h2>
    <dl class="facts">
      <div><dt>${say(words.id)}</dt><dd translate="no">${rules.displayUserId(me.user_id)}</dd></div>
      <div><dt>${say(words.mail)}</dt><dd><span translate="no">${me.mail}</span><p class="small">${say(words.mailHow)}</p></dd></div>
      <div><dt>${say(words.field)}</dt><dd>${fieldName(me.field)}</dd></div>
    </dl></section>`;
}

const part = (name: PartName, { data, applicant }: View): TemplateResult => html`
  <section aria-labelledby=${`part-${name}`}>
    <h2 id=${`part-${name}`}>${say(partTitles[name])}</h2>
    ${partFacts(name, data, applicant.rules)}
  </section>`;

function changing({ applicant, change }: View): TemplateResult {
  const refusal = mayOf(applicant).change;
  if (refusal === null)
    return html`<div class="actions"><button type="button" class="button button--solid" @click=${change}>${say(words.change)}</button></div>`;
  return html`
    <div class="section">
      ${banner({ kind: "info", title: say(words.cannotChange), body: html`<p id="no-change">${sentence(refusal)}</p>` })}
      <button type="button" class="button button--solid" aria-disabled="true" aria-describedby="no-change">${say(words.change)}</button>
      <h3>${say(words.contactDirector)}</h3>
      ${directorContact(currentApplication(applicant))}
    </div>`;
}

const passwordItems = ["current_password", "password", "password_again"];

const passwordForm = ({ page, applicant, password, begin, changePassword }: View): TemplateResult => html`
  <p>${say(words.passwordLead)}</p>
  ${errorSummary(password)}
  <form class="form" novalidate @submit=${submitted({ page, form: password, begin, send: changePassword, failed: words.saveFailed })}>
    <input type="text" autocomplete="username" .value=${applicant.me.user_id} readonly hidden />
    ${passwordItems.map((name) => field(password, name, page.refresh, { plain: true }))}
    <div class="actions">${submitButton(page, say(words.passwordSave))}</div>
  </form>`;

function deletion({ page, applicant, erase }: View): TemplateResult {
  const refusal = mayOf(applicant).delete;
  const press = () => refusal === null && erase();
  return html`
    <p>${say(words.deleteAbout)}</p>
    ${refusal === null ? nothing : html`
      ${banner({ kind: "info", title: say(words.cannotDelete), body: html`<p id="no-delete">${sentence(refusal)}</p>` })}
      <p><a href="application.html">${say(words.toApplication)}</a></p>`}
    <div class="actions"><button type="button" class="button button--grave" aria-disabled=${refusal !== null || page.busy}
      aria-describedby=${refusal === null ? nothing : "no-delete"} @click=${press}>${say(words.deleteGo)}</button></div>`;
}

/** What is seldom done is folded; an address may lead to it. */
const seldom = (view: View): TemplateResult => html`
  <div class="section">
    ${fold({ id: "password", summary: say(words.password), level: 2, content: () => passwordForm(view), refresh: view.page.refresh })}
    ${fold({ id: "delete", summary: say(words.delete), level: 2, content: () => deletion(view), refresh: view.page.refresh })}
  </div>`;

export const drawView = (view: View): TemplateResult => html`
  <p class="lead">${say(words.lead)}</p>
  <div class="account">
    ${identity(view.applicant)}
    ${(Object.keys(partItems) as PartName[]).map((name) => part(name, view))}
  </div>
  ${changing(view)} ${seldom(view)}`;
