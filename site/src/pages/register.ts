// The registration (M2.2–M2.5): the mailed link, four short steps, the check page, the user ID.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../parts/page/template.ts";
import type { Core } from "@senkoi/core";
import { checkRegistration, register } from "../api/calls.ts";
import { Away, Refused } from "../api/problem.ts";
import { registerWords as words } from "../words/register.ts";
import { say } from "../words/i18n.ts";
import { unaskedItems } from "../parts/form/applicant_items.ts";
import { arrivedByLink, startAnewOnLink } from "../parts/storage/address.ts";
import { coreOfSeason } from "../parts/rules/core.ts";
import { attempt } from "../parts/page/failure.ts";
import { FormState } from "../parts/form/form_state.ts";
import { focusSummary } from "../parts/form/error_summary.ts";
import { drop, keep, kept } from "../parts/storage/memory.ts";
import { openPage } from "../parts/page/page.ts";
import { goToStep, Standing, stepAfter, stepOf, type Step, type StepName } from "./register/course.ts";
import { drawDone, type Done } from "./register/done.ts";
import { Link } from "./register/link.ts";
import { drawCheck, drawStep, progress, type StepDrawing } from "./register/steps.ts";

const doneBefore = arrivedByLink() ? null : kept<Done>("registered");
const link = new Link();
const standing = new Standing();
let rules: Core;
let form: FormState;
let done: Done | null = doneBefore;

async function load(): Promise<void> {
  rules = await coreOfSeason();
  form ??= new FormState("registration", rules, { keepAs: "registration", unasked: unaskedItems });
  settle();
}

function go(step: StepName): void {
  goToStep(step);
  settle();
  page.arrive();
}

const complete = ({ items }: Step): boolean =>
  items.every((name) => !form.asks(name) || !form.item(name).required || form.value(name) !== "");

/** To the step that the address names now. */
function settle(): void {
  if (filling()) standing.settle(complete);
}

/** What is kept in this tab belongs to one mail address; with a link of another, it goes. */
function knowApplicant(mail: string): void {
  if (kept<string>("applicant") !== mail) form.forget();
  keep("applicant", mail);
}

async function start(): Promise<void> {
  try {
    await link.open();
    knowApplicant(link.opened?.mail ?? "");
  } catch (cause) {
    if (!(cause instanceof Refused && link.ends(cause))) throw cause;
  }
  settle();
  page.arrive();
}

const next = async (): Promise<void> => {
  if (standing.step.items.includes("registry_number")) await lookUp();
  if (form.errors(standing.step.items).length === 0) go(stepAfter(standing.step));
};

/** M1.2: a registry number that is taken is told here, as the mail address is proven. Who cannot be asked now is asked at the end. */
async function lookUp(): Promise<void> {
  const { password: _, password_again: __, ...values } = form.values();
  try {
    const { findings } = await checkRegistration(link.token ?? "", values);
    const taken = findings.filter(({ code }) => code === "registry_number_taken");
    if (taken.length > 0) form.refuse(taken);
  } catch (cause) {
    if (!(cause instanceof Refused || cause instanceof Away)) throw cause;
  }
}

/** To the step of the first item in error. */
function showFirstError(): void {
  const first = form.errors()[0];
  if (!first) return;
  go(stepOf(first.name));
  focusSummary();
}

function registerNow(event: Event): void {
  event.preventDefault();
  if (form.check()) void page.run(() => attempt(words.registerFailed, send));
  else showFirstError();
}

async function send(): Promise<void> {
  const { opened, token } = link;
  if (!opened || !token) return;
  try {
    const answer = await register(token, form.values());
    done = { user_id: answer.user_id, mail: answer.mail, field: opened.field };
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    return refused(cause);
  }
  keep("registered", done);
  form.forget();
  link.done();
  drop("form.mail_entry");
  history.pushState(null, "", location.pathname);
  page.arrive();
}

function refused(refusal: Refused): void {
  if (link.ends(refusal)) return page.arrive();
  const elsewhere = form.refuse(refusal.problem.errors);
  if (form.errors().length === 0 || elsewhere.length > 0) throw refusal;
  showFirstError();
}

function timeIsUp(): void {
  link.end("link_time_over");
  page.arrive();
}

const hasEntries = (): boolean => form.value("family_name") !== "";

function main(): TemplateResult {
  if (done) return drawDone(done, rules);
  if (!link.usable || !link.opened) return link.draw(page, () => void page.run(start), hasEntries());
  const { step } = standing;
  const drawing: StepDrawing = { page, form, rules, refresh: page.refresh, link: link.opened, go, next, register: registerNow, timeIsUp };
  return step.name === "check" ? drawCheck(step, drawing) : drawStep(step, drawing);
}

const filling = (): boolean => form !== undefined && !done && link.usable;

const page = openPage({
  title: () => say(done ? words.doneTitle : filling() ? standing.step.title : link.title),
  above: () => (filling() ? html`${progress(standing.step)}` : nothing),
  field: () => done?.field ?? link.field,
  load,
  main,
});
addEventListener("popstate", () => {
  settle();
  page.arrive();
});
startAnewOnLink();
