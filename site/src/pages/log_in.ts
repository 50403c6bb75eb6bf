// Log-in (M3.1), and the page where log-out and deletion end (M3.2, M6.2).
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../parts/page/template.ts";
import { siteRoot } from "../api/base.ts";
import { logIn } from "../api/calls.ts";
import type { Refused } from "../api/problem.ts";
import { logInWords as words } from "../words/log_in.ts";
import { pageWords } from "../words/pages.ts";
import { say, type Said } from "../words/i18n.ts";
import { chosenField, withField } from "../parts/storage/address.ts";
import { banner, type BannerKind } from "../parts/page/banner.ts";
import { coreOfSeason } from "../parts/rules/core.ts";
import { errorSummary } from "../parts/form/error_summary.ts";
import { field as item } from "../parts/form/field.ts";
import { leaveFocus } from "../parts/page/flash.ts";
import { FormState } from "../parts/form/form_state.ts";
import { leaveFor, nextPage } from "../parts/page/navigation.ts";
import { sawLogIn } from "../parts/storage/membership.ts";
import { remember } from "../parts/storage/memory.ts";
import { tellLogIn } from "../parts/storage/other_tabs.ts";
import { openPage } from "../parts/page/page.ts";
import { submitButton, submitted } from "../parts/form/submit.ts";

const parameters = new URLSearchParams(location.search);
let form: FormState;
let failure: string | null = null;
let greeted = false;

async function load(): Promise<void> {
  form ??= new FormState("log_in", await coreOfSeason());
}

/** What led here, and what an earlier try was answered, is said no more. */
function begin(): void {
  failure = null;
  greeted = true;
}

async function send(): Promise<void> {
  const { user_id, field } = await logIn(form.values());
  form.forget();
  sawLogIn(user_id);
  tellLogIn("applicant", user_id);
  remember("field", field);
  leaveFocus();
  await leaveFor(nextPage(siteRoot, pageWords, "mypage.html"));
}

function refused(refusal: Refused): boolean {
  if (refusal.code !== "log_in_failed") return false;
  failure = refusal.problem.message;
  form.empty("password");
  page.refresh();
  document.getElementById("log_in-password")?.focus();
  return true;
}

/** What led here: a refused log-in, the end of a session, of a visit, of an account. */
function greeting(): TemplateResult | typeof nothing {
  const told = (kind: BannerKind, title: Said, text = "") =>
    banner({ kind, title: say(title), body: text ? html`<p>${text}</p>` : nothing, alert: true });
  if (failure) return told("error", words.failedTitle, failure);
  if (greeted) return nothing;
  if (parameters.has("out")) return told("success", words.loggedOut);
  if (parameters.has("deleted")) return told("success", words.deleted, say(words.deletedBody));
  return parameters.has("next") ? told("info", words.sessionOver) : nothing;
}

const page = openPage({
  title: () => say(pageWords.login.title),
  field: chosenField,
  load,
  main: () => html`
    ${errorSummary(form)} ${greeting()}
    <p class="lead">${say(words.lead)}</p>
    <form class="form" novalidate @submit=${submitted({ page, form, begin, send, refused })}>
      ${item(form, "user_id", page.refresh, { plain: true, autocomplete: "username" })}
      ${item(form, "password", page.refresh, { plain: true, autocomplete: "current-password" })}
      <div class="actions">${submitButton(page, say(words.logIn))}</div>
    </form>
    <ul class="plain-list section">
      <li><a class="tall" href="recover.html">${say(words.forgotten)}</a></li>
      <li><a class="tall" href=${chosenField() ? withField("mail.html", chosenField()) : "./"}>${say(words.newcomer)}</a></li>
    </ul>`,
});
