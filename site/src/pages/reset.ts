// A new password from the mailed link (M1.3), for one user ID: two doctors of a household may share a mailbox, so the page shows whose it is,
// and lets choose where there are several. The link is used by sending the form, never by opening the page.
import { nothing, type TemplateResult } from "lit-html";
import type { Core } from "@senkoi/core";
import { html } from "../parts/page/template.ts";
import { openRecovery, setPassword } from "../api/calls.ts";
import { Refused } from "../api/problem.ts";
import type { RecoverableAccount } from "../api/types.ts";
import { fieldName } from "../words/core_words.ts";
import { logInWords as words } from "../words/log_in.ts";
import { mypageWords } from "../words/mypage.ts";
import { pageWords } from "../words/pages.ts";
import { registerWords } from "../words/register.ts";
import { say, type Said } from "../words/i18n.ts";
import { startAnewOnLink, takeToken } from "../parts/storage/address.ts";
import { banner } from "../parts/page/banner.ts";
import { coreOfSeason } from "../parts/rules/core.ts";
import { errorSummary } from "../parts/form/error_summary.ts";
import { field as item } from "../parts/form/field.ts";
import { FormState } from "../parts/form/form_state.ts";
import { drop } from "../parts/storage/memory.ts";
import { openPage } from "../parts/page/page.ts";
import { tellOtherTabs } from "../parts/storage/other_tabs.ts";
import { submitButton, submitted } from "../parts/form/submit.ts";

const token = takeToken("reset");
let rules: Core;
let form: FormState;
let accounts: readonly RecoverableAccount[] = [];
let chosen: RecoverableAccount | null = null;
let deadEnd: string | null = null;
let done = false;

async function load(): Promise<void> {
  rules = await coreOfSeason();
  form ??= new FormState("password_reset", rules);
  if (!token || deadEnd || done || accounts.length > 0) return;
  try {
    ({ accounts } = await openRecovery(token));
  } catch (cause) {
    if (!(cause instanceof Refused && ends(cause))) throw cause;
  }
  chosen = accounts.length === 1 ? (accounts[0] ?? null) : null;
}

function choose(account: RecoverableAccount | null): void {
  chosen = account;
  page.arrive();
}

async function send(): Promise<void> {
  if (!chosen) return;
  await setPassword(token ?? "", chosen.user_id, form.values());
  done = true;
  form.forget();
  drop("token.reset");
  tellOtherTabs(); // its sessions are over, in this browser too
  page.arrive();
}

/** True when a refusal says that this link leads nowhere any more. */
function ends(refusal: Refused): boolean {
  if (refusal.status !== 410) return false;
  deadEnd = refusal.code;
  drop("token.reset");
  return true;
}

function refused(refusal: Refused): boolean {
  if (!ends(refusal)) return false;
  page.arrive();
  return true;
}

const deadEnds: Readonly<Record<string, Said>> = { link_used: words.resetUsed, link_superseded: words.resetSuperseded };

const toRecover = (style = "solid") => html`<a class=${`button button--${style}`} href="recover.html">${say(words.toRecover)}</a>`;

const shownId = ({ user_id }: RecoverableAccount): string => rules.displayUserId(user_id);

const facts = (account: RecoverableAccount): TemplateResult => html`
  <dl class="facts">
    <div><dt>${say(mypageWords.id)}</dt><dd translate="no">${shownId(account)}</dd></div>
    <div><dt>${say(words.resetName)}</dt><dd translate="no">${account.family_name} ${account.given_name}</dd></div>
    <div><dt>${say(registerWords.fieldOf)}</dt><dd>${fieldName(account.field)}</dd></div>
  </dl>`;

const choice = (account: RecoverableAccount): TemplateResult => html`
  <li class="card">
    ${facts(account)}
    <div class="actions"><button type="button" class="button button--solid" @click=${() => choose(account)}
      >${say(words.resetThis)}<span class="for-readers"> ${shownId(account)}</span></button></div>
  </li>`;

const choosing = (): TemplateResult => html`
  <p class="lead">${say(words.resetChoose)}</p>
  <ul class="plain-list stack">${accounts.map(choice)}</ul>`;

const entry = (account: RecoverableAccount): TemplateResult => html`
  ${errorSummary(form)}
  <p class="lead">${say(words.resetLead)}</p>
  ${facts(account)}
  <form class="form section" novalidate @submit=${submitted({ page, form, send, failed: words.resetFailed, refused })}>
    ${item(form, "password", page.refresh)} ${item(form, "password_again", page.refresh)}
    <div class="actions">
      ${submitButton(page, say(words.reset))}
      ${accounts.length > 1
        ? html`<button type="button" class="button button--outline" @click=${() => choose(null)}>${say(words.resetOther)}</button>`
        : nothing}
    </div>
  </form>`;

/** The others of the mailbox, whose passwords are as they were. */
function others(): TemplateResult | typeof nothing {
  const ids = accounts.filter((each) => each !== chosen).map(shownId);
  if (ids.length === 0) return nothing;
  return html`
    <section class="section">
      <p>${say(words.resetOthers, { ids: ids.join(say(words.resetJoin)) })}</p>
      <div class="actions">${toRecover("outline")}</div>
    </section>`;
}

const success = (account: RecoverableAccount): TemplateResult => html`
  ${banner({
    kind: "success",
    title: say(words.resetDone),
    body: html`<p>${say(mypageWords.id)} <span translate="no">${shownId(account)}</span></p>`,
    actions: html`<a class="button button--solid" href="login.html">${say(words.logIn)}</a>`,
  })}
  ${others()}`;

function main(): TemplateResult {
  if (done && chosen) return success(chosen);
  if (deadEnd) return banner({ kind: "warning", title: say(deadEnds[deadEnd] ?? words.resetExpired), actions: toRecover() });
  if (!token) return banner({ kind: "info", title: say(words.noLink), actions: toRecover() });
  return chosen ? entry(chosen) : choosing();
}

const title = () => (done ? words.resetDoneTitle : token || deadEnd ? pageWords.reset.title : words.noLinkTitle);

const page = openPage({ title: () => say(title()), load, main });
startAnewOnLink();
