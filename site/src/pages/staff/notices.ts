// /staff/notices.html: notices with their publication time (S3, S4).
import "./offices/offices.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import type { StaffCore } from "@senkoi/staff";
import { changeNotice, createNotice, readOfficeNotices, removeNotice, type OfficeNotice } from "../../api/offices.ts";
import { serverNow } from "../../api/season.ts";
import { confirmed } from "../../parts/page/confirm.ts";
import { errorSummary } from "../../parts/form/error_summary.ts";
import { field } from "../../parts/form/field.ts";
import { FormState } from "../../parts/form/form_state.ts";
import { doneWord } from "../../parts/staff/choosers.ts";
import { staffCoreOfSeason } from "../../parts/staff/core.ts";
import { openStaffPage, staffMember } from "../../parts/staff/shell.ts";
import { submitButton, submitted } from "../../parts/form/submit.ts";
import { dateTime, shortDateTime } from "../../parts/season/time.ts";
import { itemsOf } from "../../words/core_items.ts";
import { fieldName } from "../../words/core_words.ts";
import { language, say } from "../../words/i18n.ts";
import { stateWords } from "../../words/states.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { officeNoticeWords as words } from "../../words/staff_programs.ts";

let rules: StaffCore;
let notices: readonly OfficeNotice[] = [];
let word: string | null = null;
let editing: { id: number | null; form: FormState } | null = null;

const isBoard = (): boolean => staffMember().staff.role === "board";
const inLanguage = ({ entry }: OfficeNotice, what: "title" | "body"): string => entry[`${what}_${language()}`] || entry[`${what}_ja`] || "";

async function load(): Promise<void> {
  rules = await staffCoreOfSeason();
  notices = (await readOfficeNotices()).notices;
}

function edit(notice: OfficeNotice | null): void {
  const values = notice?.entry ?? { published_at: shortDateTime(serverNow()) };
  editing = { id: notice?.id ?? null, form: new FormState("notice_entry", rules, { values }) };
  word = null;
  page.arrive();
}

function backToList(): void {
  editing = null;
  page.arrive();
}

async function save(): Promise<void> {
  const { id, form } = editing!;
  await (id === null ? createNotice(form.values()) : changeNotice(id, form.values()));
  notices = (await readOfficeNotices()).notices;
  word = say(words.saved);
  backToList();
}

async function remove(notice: OfficeNotice): Promise<void> {
  const sure = await confirmed({
    title: say(words.removeTitle), body: html`<p>${inLanguage(notice, "title")}</p>`, yes: say(words.removeYes), grave: true,
  });
  if (!sure) return;
  await page.run(async () => {
    await removeNotice(notice.id);
    notices = (await readOfficeNotices()).notices;
    word = say(words.removed);
  });
}

function card(notice: OfficeNotice): TemplateResult {
  const title = inLanguage(notice, "title");
  const ahead = notice.published_at > serverNow();
  return html`
    <li class="card">
      <h2>${title}</h2>
      <p class="small"><span class=${ahead ? "badge badge--warning" : "badge badge--success"}>${say(ahead ? words.ahead : words.out)}</span>
        ${dateTime(notice.published_at)} · ${notice.entry["field"] ? fieldName(notice.entry["field"]) : say(words.all)}</p>
      <p class="tall">${inLanguage(notice, "body")}</p>
      <p class="actions">
        <button type="button" class="button button--outline" aria-label=${say(words.editOf, { title })} @click=${() => edit(notice)}>${say(words.edit)}</button>
        <button type="button" class="button button--quiet" aria-label=${say(words.removeOf, { title })} @click=${() => void remove(notice)}>${say(words.remove)}</button>
      </p>
    </li>`;
}

const list = (): TemplateResult => html`
  <p class="lead">${say(words.lead)}</p>
  ${doneWord(word)}
  <p class="actions"><button type="button" class="button button--solid" @click=${() => edit(null)}>${say(words.create)}</button></p>
  ${notices.length === 0 ? html`<p>${say(words.none)}</p>` : nothing}
  <ul class="plain-list stack">${notices.map(card)}</ul>`;

function entryForm({ form }: { form: FormState }): TemplateResult {
  const items = itemsOf("notice_entry").filter(({ name }) => name !== "field" || isBoard());
  return html`
    <form class="form" novalidate @submit=${submitted({ page, form, send: save, failed: stateWords.saveFailed })}>
      ${errorSummary(form)}
      ${items.map(({ name }) => field(form, name, page.refresh))}
      <div class="actions">${submitButton(page, say(words.save))}
        <button type="button" class="button button--outline" @click=${backToList}>${say(words.back)}</button></div>
    </form>`;
}

const page = openStaffPage({
  title: () => say(!editing ? staffPageWords.notices.title : editing.id === null ? words.createTitle : words.editTitle),
  main: () => (editing ? entryForm(editing) : list()),
  load,
});
