// One step of the form: its items, "next" and "back"; the last of them shows everything once more (M2.3, M2.4).
import { html, nothing, type TemplateResult } from "lit-html";
import type { OpenedLink } from "../../api/types.ts";
import { fieldName } from "../../words/core_words.ts";
import { registerWords as words } from "../../words/register.ts";
import { say } from "../../words/said.ts";
import { drawPart, fact, partFacts, partItems, partTitles, type PartDrawing, type PartName } from "../../parts/applicant_items.ts";
import { countdown } from "../../parts/countdown.ts";
import { errorSummary } from "../../parts/error_summary.ts";
import { field } from "../../parts/field.ts";
import type { Page } from "../../parts/page.ts";
import { submitButton, submitted } from "../../parts/submit.ts";
import { warnings } from "../../parts/warnings.ts";
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

export function drawStep(step: Step, drawing: StepDrawing): TemplateResult {
  const { page, form, next } = drawing;
  const last = stepBefore(steps.at(-1)!) === step.name;
  return html`
    ${errorSummary(form, step.items)}
    <p class="lead">${say(step.lead)}</p>
    <form class="form" novalidate @submit=${submitted({ page, form, names: step.items, send: next })}>
      ${step.name === "password" ? password(drawing) : drawPart(step.name as PartName, drawing)}
      <div class="actions">${submitButton(page, say(last ? words.toCheck : words.next))} ${backButton(step, drawing)}</div>
    </form>
    ${timeLeft(drawing)}`;
}

function part(name: PartName, drawing: StepDrawing): TemplateResult {
  const title = say(partTitles[name]);
  return html`
    <section class="section" aria-labelledby=${`part-${name}`}>
      <div class="part-head">
        <h2 id=${`part-${name}`}>${title}</h2>
        <button type="button" class="button button--quiet" aria-label=${say(words.changeOf, { part: title })}
          @click=${() => drawing.go(name)}>${say(words.change)}</button>
      </div>
      ${partFacts(name, drawing.form, drawing.rules)}
    </section>`;
}

/** M2.4: everything as it will be registered, 戻る and 登録. */
export function drawCheck(step: Step, drawing: StepDrawing): TemplateResult {
  const { page, link, register } = drawing;
  return html`
    <p class="lead">${say(step.lead)}</p>
    ${warnings(drawing.form)}
    <dl class="facts">${fact(say(words.fieldOf), fieldName(link.field))} ${fact(say(words.mail), link.mail)}</dl>
    ${(Object.keys(partItems) as PartName[]).map((name) => part(name, drawing))}
    <dl class="facts section">${fact(say(words.stepPassword), say(words.hiddenPassword))}</dl>
    <form novalidate @submit=${register}>
      <div class="actions">${submitButton(page, say(words.register))} ${backButton(step, drawing)}</div>
    </form>
    ${timeLeft(drawing)}`;
}
