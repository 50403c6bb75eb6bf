// One step of the form: its items, "next" and "back"; the last of them shows everything once more (M2.3, M2.4).
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import type { OpenedLink } from "../../api/types.ts";
import { fieldName } from "../../words/core_words.ts";
import { registerWords as words } from "../../words/register.ts";
import { say } from "../../words/i18n.ts";
import { drawPart, fact, partFacts, partItems, partTitles, type PartDrawing, type PartName } from "../../parts/form/applicant_items.ts";
import { banner } from "../../parts/page/banner.ts";
import { countdown } from "../../parts/season/countdown.ts";
import { errorSummary, warnings } from "../../parts/form/error_summary.ts";
import { field } from "../../parts/form/field.ts";
import type { Page } from "../../parts/page/page.ts";
import { submitButton, submitted } from "../../parts/form/submit.ts";
import { numberOf, stepBefore, steps, type Step, type StepName } from "./course.ts";

export interface StepDrawing extends PartDrawing {
  page: Page;
  link: OpenedLink;
  go: (step: StepName) => void;
  next: () => Promise<void>;
  register: (event: Event) => void;
  timeIsUp: () => void;
}

export function progress(current: Step): TemplateResult {
  const entry = (step: Step) => {
    const done = numberOf(step) < numberOf(current);
    return html`<li class=${done ? "steps__step steps__step--done" : "steps__step"} aria-current=${step === current ? "step" : nothing}>
      <span aria-hidden="true">${numberOf(step)}</span> <span class="steps__name">${say(step.short)}</span></li>`;
  };
  return html`<ol class="steps" aria-label=${say(words.progress)}>${steps.map(entry)}</ol>`;
}

const timeLeft = ({ link, timeIsUp }: StepDrawing) =>
  html`<p class="small">${say(words.timeLeft)} ${countdown(link.until_at, "closing", timeIsUp)}</p>`;

const backButton = (step: Step, { go }: StepDrawing): TemplateResult | typeof nothing => {
  const before = stepBefore(step);
  if (!before) return nothing;
  return html`<button type="button" class="button button--outline" @click=${() => go(before)}>${say(words.back)}</button>`;
};

const password = ({ form, refresh }: StepDrawing) =>
  html`${field(form, "password", refresh)} ${field(form, "password_again", refresh)}`;

/** M1.2: the ID that has this registry number goes first. In a tab of its own, so that nothing entered here is lost. */
const takenNumber = (): TemplateResult => banner({
  kind: "info",
  title: say(words.takenTitle),
  body: html`<ol class="list"><li>${say(words.takenDelete)}</li><li>${say(words.takenReturn)}</li></ol><p>${say(words.takenForgotten)}</p>`,
  actions: html`
    <a class="button button--outline" href="login.html?next=account.html%23delete" target="_blank" rel="noopener">${say(words.takenToDelete)}</a>
    <a href="recover.html" target="_blank" rel="noopener">${say(words.takenToRecover)}</a>`,
});

export function drawStep(step: Step, drawing: StepDrawing): TemplateResult {
  const { page, form, next } = drawing;
  const last = stepBefore(steps.at(-1)!) === step.name;
  return html`
    ${errorSummary(form, step.items)}
    ${step.name === "person" && form.finding("registry_number")?.code === "registry_number_taken" ? takenNumber() : nothing}
    <p class="lead">${say(step.lead)}</p>
    <form class="form" novalidate @submit=${submitted({ page, form, names: step.items, send: next })}>
      ${step.name === "password" ? password(drawing) : drawPart(step.name as PartName, drawing)}
      <div class="actions">${submitButton(page, say(last ? words.toCheck : words.next))} ${backButton(step, drawing)}</div>
    </form>
    ${timeLeft(drawing)}`;
}

function part(name: StepName, title: string, facts: TemplateResult, { go }: StepDrawing): TemplateResult {
  return html`
    <section class="section" aria-labelledby=${`part-${name}`}>
      <div class="part-head">
        <h2 id=${`part-${name}`}>${title}</h2>
        <button type="button" class="button button--quiet" aria-label=${say(words.changeOf, { part: title })}
          @click=${() => go(name)}>${say(words.change)}</button>
      </div>
      ${facts}
    </section>`;
}

const dataPart = (name: PartName, drawing: StepDrawing): TemplateResult =>
  part(name, say(partTitles[name]), partFacts(name, drawing.form, drawing.rules), drawing);
const passwordPart = (drawing: StepDrawing): TemplateResult =>
  part("password", say(words.titlePassword), html`<dl class="facts">${fact(say(words.stepPassword), say(words.hiddenPassword))}</dl>`, drawing);

/** M2.4: everything as it will be registered, 戻る and 登録. */
export function drawCheck(step: Step, drawing: StepDrawing): TemplateResult {
  const { page, link, register } = drawing;
  return html`
    <p class="lead">${say(step.lead)}</p>
    ${warnings(drawing.form)}
    <dl class="facts">${fact(say(words.fieldOf), fieldName(link.field))} ${fact(say(words.mail), link.mail)}</dl>
    ${(Object.keys(partItems) as PartName[]).map((name) => dataPart(name, drawing))}
    ${passwordPart(drawing)}
    <form novalidate @submit=${register}>
      <div class="actions">${submitButton(page, say(words.register))} ${backButton(step, drawing)}</div>
    </form>
    ${timeLeft(drawing)}`;
}
