// /staff/letters.html: whether mails go out, those that have not, and sending them again (L4).
import "./offices/offices.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import type { StaffCore } from "@senkoi/staff";
import { readLetters, retryLetter, retryLetters, type Letter, type Letters } from "../../api/offices.ts";
import { confirmed } from "../../parts/page/confirm.ts";
import { doneWord } from "../../parts/staff/choosers.ts";
import { staffCoreOfSeason } from "../../parts/staff/core.ts";
import { mailQueueBanner } from "../../parts/staff/mail_queue.ts";
import { openStaffPage } from "../../parts/staff/shell.ts";
import { isoTime, shortDateTime } from "../../parts/season/time.ts";
import { say } from "../../words/i18n.ts";
import { letterKindWords, lettersWords as words } from "../../words/staff_letters.ts";
import { staffPageWords } from "../../words/staff_pages.ts";

let rules: StaffCore;
let told: Letters;
let done: string | null = null;

async function read(): Promise<void> {
  told = await readLetters();
}

const kindOf = ({ kind }: Letter): string => say(letterKindWords[kind]);
const mayGoAgain = ({ given_up_at: givenUp, may_retry: may }: Letter): boolean => givenUp !== null && may;

function update(): void {
  done = null;
  void page.run(read);
}

const retry = (letter: Letter): Promise<void> => page.run(async () => {
  told = await retryLetter(letter.id);
  done = say(words.retried, { kind: kindOf(letter), to: letter.to });
});

async function retryAll(count: number): Promise<void> {
  const sure = await confirmed({ title: say(words.retryAllTitle, { count }), body: html`<p>${say(words.retryAllBody)}</p>`, yes: say(words.retryAllYes) });
  if (!sure) return;
  await page.run(async () => {
    const { retried } = await retryLetters();
    await read();
    done = say(words.retriedAll, { count: retried });
  });
}

function state({ given_up_at: givenUp, next_attempt_at: next }: Letter): TemplateResult {
  const at = givenUp ?? next ?? 0;
  return html`<span class=${givenUp === null ? "badge" : "badge badge--warning"}>${say(givenUp === null ? words.next : words.givenUp)}</span>
    <time class="small" datetime=${isoTime(at)}>${givenUp === null ? say(words.nextAt, { time: shortDateTime(at) }) : shortDateTime(at)}</time>`;
}

const button = (letter: Letter): TemplateResult => html`
  <button type="button" class="button button--outline" aria-disabled=${page.busy} aria-label=${say(words.retryOf, { to: letter.to, kind: kindOf(letter) })}
    @click=${() => void retry(letter)}>${say(words.retry)}</button>`;

const row = (letter: Letter): TemplateResult => html`
  <tr>
    <th scope="row" data-label=${say(words.kind)}>${kindOf(letter)}</th>
    <td class="letter-to" data-label=${say(words.to)}>${letter.to}${letter.user_id === null ? nothing
      : html`<br /><span class="small">${say(words.userId, { id: rules.displayUserId(letter.user_id) })}</span>`}</td>
    <td data-label=${say(words.queuedAt)}>${shortDateTime(letter.queued_at)}</td>
    <td data-label=${say(words.state)}>${state(letter)}</td>
    <td class="audit-detail small" data-label=${say(words.reason)} lang="en">${letter.why}</td>
    <td data-label="">${letter.may_retry ? button(letter) : say(words.expired)}</td>
  </tr>`;

const heads = ["kind", "to", "queuedAt", "state", "reason", "action"] as const;

const table = (letters: readonly Letter[]): TemplateResult => html`
  <div class="table-frame" role="group" aria-labelledby="letters" tabindex="0">
    <table class="table office-table">
      <thead><tr>${heads.map((name) => html`<th scope="col">${say(words[name])}</th>`)}</tr></thead>
      <tbody>${letters.map(row)}</tbody>
    </table>
  </div>`;

const allButton = (count: number): TemplateResult => html`
  <button type="button" class="button button--solid" aria-disabled=${page.busy} @click=${() => void retryAll(count)}>${say(words.retryAll)}</button>`;

function main(): TemplateResult {
  const again = told.letters.filter(mayGoAgain).length;
  return html`
    <p class="lead">${say(words.lead)}</p>
    ${doneWord(done)}
    ${mailQueueBanner(told.queue)}
    <p class="actions"><button type="button" class="button button--outline" aria-disabled=${page.busy} @click=${update}>${say(words.update)}</button></p>
    <section class="section" aria-labelledby="letters">
      <h2 id="letters">${say(words.list)}</h2>
      <p>${say(words.listLead)}</p>
      ${told.letters.length === 0 ? html`<p role="status">${say(words.none)}</p>` : table(told.letters)}
      ${again > 1 ? html`<p class="actions">${allButton(again)}</p>` : nothing}
    </section>`;
}

const page = openStaffPage({
  title: () => say(staffPageWords.letters.title),
  wide: true,
  load: async () => {
    rules = await staffCoreOfSeason();
    await read();
  },
  main,
});
