// /account.html: the user information, its change with a check of what changed, the password, the deletion of the user ID
// asked once more, which ends at the log-in page (M3.1 ④, M6.1, M6.2).
import "./account/account.css";
import type { TemplateResult } from "lit-html";
import { html } from "../parts/page/template.ts";
import { changeMe, changePassword, deleteMe } from "../api/calls.ts";
import { Refused } from "../api/problem.ts";
import { currentApplication, keepTrue, mayOf, presentOf, readApplicant, type Applicant } from "../parts/applicant/applicant.ts";
import { drawPart, partItems, partTitles, unaskedItems, type PartName } from "../parts/form/applicant_items.ts";
import { confirmed } from "../parts/page/confirm.ts";
import { coreOfSeason } from "../parts/rules/core.ts";
import { readContact } from "../parts/applicant/contact.ts";
import { errorSummary, focusSummary, warnings } from "../parts/form/error_summary.ts";
import { attempt } from "../parts/page/failure.ts";
import { flash, leaveFocus } from "../parts/page/flash.ts";
import { FormState } from "../parts/form/form_state.ts";
import { backIcon } from "../parts/page/icons.ts";
import { changesOfUser } from "../parts/storage/kept_form.ts";
import { leaveFor } from "../parts/page/navigation.ts";
import { sawLoggedOut } from "../parts/storage/membership.ts";
import { orNull } from "../parts/page/optional.ts";
import { tellLogIn, tellOtherTabs } from "../parts/storage/other_tabs.ts";
import { openPage } from "../parts/page/page.ts";
import { submitButton, submitted } from "../parts/form/submit.ts";
import { applicationWords } from "../words/application.ts";
import { accountWords as words } from "../words/account.ts";
import { sentence } from "../words/core_words.ts";
import { pageWords } from "../words/pages.ts";
import { say, type Said } from "../words/i18n.ts";
import { changesOf, changesTable } from "./account/changes.ts";
import { goToMode, modeInAddress, type Mode } from "./account/modes.ts";
import { drawView } from "./account/view.ts";

let applicant: Applicant | null = null;
let data: FormState;
let password: FormState;
let word: Said | null = null;

/** The mode to show: whoever may not change sees the data, with the reason there. */
const mode = (): Mode => (applicant && mayOf(applicant).change !== null ? "view" : modeInAddress());

/** An address may lead to one part of the page, which is not there before it has loaded. */
const showPart = (): void => document.getElementById(location.hash.slice(1))?.scrollIntoView();

async function load(): Promise<void> {
  const [read, rules] = await Promise.all([readApplicant(), coreOfSeason()]);
  applicant = read;
  const first = !password;
  password ??= new FormState("password_change", rules, { labels: { password: words.newPassword, password_again: words.newPasswordAgain } });
  if (!data || mode() === "view") data = formFor(mode());
  if (mayOf(read).change !== null) await readContact(currentApplication(read));
  if (first) requestAnimationFrame(showPart);
}

/** While changing, what is typed is kept for the tab; while looking, only what is registered is shown. */
function formFor(face: Mode): FormState {
  const { me, rules } = applicant!;
  const keeping = face === "view" ? {} : { keepAs: changesOfUser(me.user_id) };
  return new FormState("user_data", rules, { values: me.data, unasked: unaskedItems, ...keeping });
}

function go(next: Mode): void {
  word = null;
  goToMode(next);
  page.arrive();
}

function startChange(): void {
  data = formFor("change");
  go("change");
}

function stopChange(): void {
  data.forget();
  data = formFor("view");
  go("view");
}

const toCheck = async (): Promise<void> => go("check");

/** A refusal means that things have changed meanwhile (the adoption period began): they are read again and shown together with it. */
async function orTrueAgain<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof Refused && !cause.sessionOver) await orNull(load());
    throw cause;
  }
}

async function save(): Promise<void> {
  const { data: saved } = await orTrueAgain(() => changeMe(data.values()));
  applicant = { ...applicant!, me: { ...applicant!.me, data: saved } };
  tellOtherTabs();
  stopChange();
  word = words.saved;
}

/** The server refused items: back to the form, where they stand. */
function refused({ problem }: Refused): boolean {
  data.refuse(problem.errors);
  if (data.errors().length === 0) return false;
  go("change");
  focusSummary();
  return true;
}

async function savePassword(): Promise<void> {
  await changePassword(password.values());
  password.forget();
  word = words.passwordSaved;
  page.arrive();
}

/** A new attempt: the former success is said no more. */
function begin(): void {
  word = null;
}

function whyNotErase(): string | null {
  const { delete: refusal } = mayOf(applicant!);
  return refusal && sentence(refusal);
}

async function erase(): Promise<void> {
  begin();
  page.forgive();
  page.refresh();
  const { me, rules } = applicant!;
  const yes = await confirmed({
    title: say(words.deleteTitle),
    body: html`<p>${say(words.deleteBody, { id: rules.displayUserId(me.user_id) })}</p>`,
    yes: say(words.deleteYes),
    grave: true,
    idle: whyNotErase,
  });
  if (yes) await page.run(() => attempt(words.deleteFailed, eraseAndLeave));
}

async function eraseAndLeave(): Promise<void> {
  await orTrueAgain(deleteMe);
  sawLoggedOut();
  leaveFocus();
  tellLogIn("applicant", null);
  await leaveFor(`login.html?deleted=1&field=${applicant!.me.field}`);
}

const backButton = (back: () => void): TemplateResult =>
  html`<button type="button" class="button button--outline" @click=${back}>${say(words.back)}</button>`;

function changeForm(): TemplateResult {
  const drawing = { form: data, rules: applicant!.rules, refresh: page.refresh };
  const part = (name: PartName) => html`<h2 class="section">${say(partTitles[name])}</h2>${drawPart(name, drawing)}`;
  return html`
    ${errorSummary(data)}
    <p class="lead">${say(words.changeLead)}</p>
    <form class="form" novalidate @submit=${submitted({ page, form: data, send: toCheck })}>
      ${(Object.keys(partItems) as PartName[]).map(part)}
      <div class="actions">${submitButton(page, say(words.toCheck))} ${backButton(stopChange)}</div>
    </form>`;
}

function check(): TemplateResult {
  const changes = changesOf(applicant!.me.data, data.values());
  const back = backButton(() => go("change"));
  if (changes.length === 0) return html`<p>${say(words.nothingChanged)}</p><div class="actions">${back}</div>`;
  return html`
    <p class="lead">${say(words.checkLead)}</p>
    ${warnings(data)}
    ${changesTable(changes, applicant!.rules)}
    <form novalidate @submit=${submitted({ page, form: data, begin, send: save, failed: words.saveFailed, refused })}>
      <div class="actions">${submitButton(page, say(words.save))} ${back}</div>
    </form>`;
}

function main(): TemplateResult {
  if (mode() === "change") return changeForm();
  if (mode() === "check") return check();
  const view = { page, applicant: applicant!, data, password, change: startChange, begin, changePassword: savePassword, erase: () => void erase() };
  return html`${flash(word)} ${drawView(view)}`;
}

const titles: Readonly<Record<Mode, Said>> = { view: pageWords.account.title, change: words.changeTitle, check: words.checkTitle };

const page = openPage({
  title: () => say(titles[mode()]),
  above: () => html`<a class="back" href="mypage.html">${backIcon()}${say(applicationWords.back)}</a>`,
  main,
  load,
  field: () => applicant?.me.field ?? null,
  member: true,
  get wide() { return mode() === "view"; },
});

addEventListener("popstate", () => {
  if (!applicant) return;
  data = formFor(mode());
  page.arrive();
});
keepTrue(page, () => applicant && presentOf(applicant));
