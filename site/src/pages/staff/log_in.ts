// Log-in of staff: mail address, password and confirmation code (S1, S3, S4), and the page where log-out ends.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import { siteRoot } from "../../api/base.ts";
import { staffName } from "../../api/acting.ts";
import type { Refused } from "../../api/problem.ts";
import { staffLogIn } from "../../api/staff.ts";
import { say, type Said } from "../../words/i18n.ts";
import { staffAccessWords as words } from "../../words/staff_access.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { banner, type BannerKind } from "../../parts/page/banner.ts";
import { errorSummary } from "../../parts/form/error_summary.ts";
import { field as item } from "../../parts/form/field.ts";
import { leaveFocus } from "../../parts/page/flash.ts";
import { FormState } from "../../parts/form/form_state.ts";
import { leaveFor, nextPage } from "../../parts/page/navigation.ts";
import { dropPersonal } from "../../parts/storage/memory.ts";
import { tellLogIn } from "../../parts/storage/other_tabs.ts";
import { staffCoreOfSeason } from "../../parts/staff/core.ts";
import { openStaffDoor } from "../../parts/staff/shell.ts";
import { submitButton, submitted } from "../../parts/form/submit.ts";

const parameters = new URLSearchParams(location.search);
let form: FormState;
let failure: string | null = null;
let greeted = false;

async function load(): Promise<void> {
  form ??= new FormState("staff_log_in", await staffCoreOfSeason());
}

function begin(): void {
  failure = null;
  greeted = true;
}

async function send(): Promise<void> {
  const { staff } = await staffLogIn(form.values());
  tellLogIn("staff", staffName(staff.id));
  form.forget();
  dropPersonal();
  leaveFocus();
  await leaveFor(nextPage(new URL("staff/", siteRoot), staffPageWords, "home.html"));
}

function refused(refusal: Refused): boolean {
  const clock = refusal.code === "confirmation_code_clock"; // the password was right
  if (!clock && refusal.code !== "staff_log_in_failed") return false;
  failure = refusal.problem.message;
  if (!clock) form.empty("password");
  form.empty("confirmation_code");
  page.refresh();
  document.getElementById(clock ? "staff_log_in-confirmation_code" : "staff_log_in-password")?.focus();
  return true;
}

function greeting(): TemplateResult | typeof nothing {
  const told = (kind: BannerKind, title: Said, text = "") =>
    banner({ kind, title: say(title), body: text ? html`<p>${text}</p>` : nothing, alert: true });
  if (failure) return told("error", words.failedTitle, failure);
  if (greeted) return nothing;
  if (parameters.has("out")) return told("success", words.loggedOut);
  return parameters.has("next") ? told("info", words.sessionOver) : nothing;
}

const page = openStaffDoor({
  title: () => say(staffPageWords.login.title),
  load,
  main: () => html`
    ${errorSummary(form)} ${greeting()}
    <p class="lead">${say(words.lead)}</p>
    <form class="form" novalidate @submit=${submitted({ page, form, begin, send, refused })}>
      ${item(form, "mail", page.refresh, { plain: true })}
      ${item(form, "password", page.refresh, { plain: true })}
      ${item(form, "confirmation_code", page.refresh, { plain: true })}
      <div class="actions">${submitButton(page, say(words.logIn))}</div>
    </form>
    <p class="small section">${say(words.noApp)}</p>
    <ul class="plain-list">
      <li><a class="tall" href="recover.html">${say(words.forgotten)}</a></li>
      <li><a class="tall" href="../login.html">${say(words.applicant)}</a></li>
    </ul>`,
});
