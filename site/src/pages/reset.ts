// A new password from the mailed link (M1.3). The link is used by sending the form, never by opening the page.
import type { TemplateResult } from "lit-html";
import { html } from "../parts/template.ts";
import { setPassword } from "../api/calls.ts";
import type { Refused } from "../api/problem.ts";
import { logInWords as words } from "../words/log_in.ts";
import { pageWords } from "../words/pages.ts";
import { say, type Said } from "../words/said.ts";
import { startAnewOnLink, takeToken } from "../parts/address.ts";
import { banner } from "../parts/banner.ts";
import { coreOfSeason } from "../parts/core.ts";
import { errorSummary } from "../parts/error_summary.ts";
import { field as item } from "../parts/field.ts";
import { FormState } from "../parts/form_state.ts";
import { drop } from "../parts/memory.ts";
import { openPage } from "../parts/page.ts";
import { submitButton, submitted } from "../parts/submit.ts";

const token = takeToken("reset");
let form: FormState;
let deadEnd: string | null = null;
let done = false;

async function load(): Promise<void> {
  form ??= new FormState("password_reset", await coreOfSeason());
}

async function send(): Promise<void> {
  await setPassword(token ?? "", form.values());
  done = true;
  form.forget();
  drop("token.reset");
  page.arrive();
}

function refused(refusal: Refused): boolean {
  if (refusal.status !== 410) return false;
  deadEnd = refusal.code;
  drop("token.reset");
  page.arrive();
  return true;
}

const deadEnds: Readonly<Record<string, Said>> = { link_used: words.resetUsed, link_superseded: words.resetSuperseded };

const toRecover = () => html`<a class="button button--solid" href="recover.html">${say(words.toRecover)}</a>`;

const entry = (): TemplateResult => html`
  ${errorSummary(form)}
  <p class="lead">${say(words.resetLead)}</p>
  <form class="form" novalidate @submit=${submitted({ page, form, send, refused })}>
    ${item(form, "password", page.refresh)} ${item(form, "password_again", page.refresh)}
    <div class="actions">${submitButton(page, say(words.reset))}</div>
  </form>`;

function main(): TemplateResult {
  if (done)
    return banner({
      kind: "success",
      title: say(words.resetDone),
      actions: html`<a class="button button--solid" href="login.html">${say(words.logIn)}</a>`,
    });
  if (deadEnd) return banner({ kind: "warning", title: say(deadEnds[deadEnd] ?? words.resetExpired), actions: toRecover() });
  return token ? entry() : banner({ kind: "info", title: say(words.noLink), actions: toRecover() });
}

const title = () => (done ? words.resetDoneTitle : token || deadEnd ? pageWords.reset.title : words.noLinkTitle);

const page = openPage({ title: () => say(title()), load, main });
startAnewOnLink();
