// By the link of an invitation: authenticator and password, then the recovery codes, shown once. By the link of a recovery: a new
// password. Looking at the page uses nothing up (reliability 4): joining does.
import "./join/join.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import { Refused } from "../../api/problem.ts";
import { joinStaff, openInvitation, type OpenInvitation } from "../../api/staff.ts";
import { fieldName, roleName } from "../../words/core_words.ts";
import { say, type Said } from "../../words/i18n.ts";
import { staffAccessWords as words } from "../../words/staff_access.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { startAnewOnLink, takeToken } from "../../parts/storage/address.ts";
import { banner } from "../../parts/page/banner.ts";
import { errorSummary } from "../../parts/form/error_summary.ts";
import { field as item } from "../../parts/form/field.ts";
import { FormState } from "../../parts/form/form_state.ts";
import { drop } from "../../parts/storage/memory.ts";
import { staffCoreOfSeason } from "../../parts/staff/core.ts";
import { openStaffDoor } from "../../parts/staff/shell.ts";
import { submitButton, submitted } from "../../parts/form/submit.ts";
import { authenticator, recoveryCodes } from "./join/secrets.ts";

const token = takeToken("staff");
let form: FormState;
let invitation: OpenInvitation | null = null;
let deadEnd: string | null = null;
let codes: readonly string[] | null = null;

const ends = (refusal: Refused): boolean => refusal.code.startsWith("link_");

function end(refusal: Refused): void {
  deadEnd = refusal.code;
  drop("token.staff");
}

async function load(): Promise<void> {
  form ??= new FormState("staff_join", await staffCoreOfSeason());
  if (!token || codes || deadEnd) return;
  try {
    invitation = await openInvitation(token);
  } catch (cause) {
    if (!(cause instanceof Refused && ends(cause))) throw cause;
    end(cause);
  }
}

async function send(): Promise<void> {
  if (!token) return;
  codes = (await joinStaff(token, form.values())).recovery_codes;
  form.forget();
  drop("token.staff");
  page.arrive();
}

function refused(refusal: Refused): boolean {
  if (!ends(refusal)) return false;
  end(refusal);
  page.refresh();
  return true;
}

const toLogIn = () => html`<a class="button button--solid" href="login.html">${say(words.toLogIn)}</a>`;

/** The sentences of such links speak to applicants. */
const deadEnds: Readonly<Record<string, Said>> = { link_expired: words.expired, link_used: words.used, link_superseded: words.superseded };

const nowhere = (): TemplateResult => banner({
  kind: deadEnd ? "warning" : "info",
  title: say(deadEnd ? (deadEnds[deadEnd] ?? words.expired) : words.noLink),
  body: deadEnd && deadEnd !== "link_superseded" ? html`<p>${say(deadEnd === "link_used" ? words.usedHelp : words.deadEndHelp)}</p>` : nothing,
  actions: toLogIn(),
});

function lead({ name, role, field, kind }: OpenInvitation): string {
  if (kind === "recovery") return say(words.recoveryLead, { name });
  const told = { name, role: roleName(role) };
  return field ? say(words.joinLeadField, { ...told, field: fieldName(field) }) : say(words.joinLead, told);
}

const entry = (open: OpenInvitation): TemplateResult => html`
  ${errorSummary(form)}
  <p class="lead">${lead(open)}</p>
  <dl class="facts"><div><dt>${say(words.joinMail)}</dt><dd>${open.mail}</dd></div></dl>
  ${open.secret && open.otpauth_uri ? authenticator(open.secret, open.otpauth_uri) : nothing}
  <form class="form section" novalidate @submit=${submitted({ page, form, send, refused })}>
    ${open.kind === "invitation" ? html`<h2>${say(words.passwordTitle)}</h2>` : nothing}
    ${["password", "password_again", "confirmation_code"].map((name) => item(form, name, page.refresh, { plain: true }))}
    <div class="actions">${submitButton(page, say(open.kind === "recovery" ? words.setPassword : words.join))}</div>
  </form>`;

const passwordSet = (): TemplateResult => banner({
  kind: "success", title: say(words.passwordSet), body: html`<p>${say(words.passwordSetBody)} ${say(words.nextCode)}</p>`, actions: toLogIn(), alert: true,
});

function main(): TemplateResult {
  if (codes) return codes.length > 0 ? recoveryCodes(codes) : passwordSet();
  return invitation && !deadEnd ? entry(invitation) : nowhere();
}

const page = openStaffDoor({
  title: () => say(invitation?.kind === "recovery" ? words.recoveryTitle : codes ? words.joinedTitle : staffPageWords.join.title),
  load,
  main,
});
startAnewOnLink();
