// /staff/audit.html: who did what and when, newest first, by action, actor, subject and day (S5).
import "./offices/offices.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import { readAudit, type AuditEntry } from "../../api/offices.ts";
import { openStaffPage } from "../../parts/staff/shell.ts";
import { shortDateTime } from "../../parts/season/time.ts";
import { say, type Said } from "../../words/i18n.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { chooser } from "../../parts/staff/choosers.ts";
import { GrowingRows } from "../../parts/staff/growing_rows.ts";
import { auditActions } from "../../words/staff_audit.ts";
import { auditWords as words } from "../../words/staff_season.ts";
import { actorMeant, readableDetail, readableSubject, subjectMeant } from "./audit/readable.ts";

const nothingAsked = { action: "", actor: "", subject: "", since: "", until: "" };
const asked = { ...nothingAsked };

let entries: readonly AuditEntry[] = [];
let growing = new GrowingRows(() => page.refresh());
let before: number | null = null;

/** When a day begins in Japan; 0 for none. */
const dayStart = (day: string): number => (day === "" ? 0 : Date.parse(`${day}T00:00+09:00`));

const meant = () => ({
  action: asked.action,
  actor: actorMeant(asked.actor),
  subject: subjectMeant(asked.subject),
  from: dayStart(asked.since),
  until: asked.until === "" ? 0 : dayStart(asked.until) + 24 * 3_600_000,
});

async function load(): Promise<void> {
  ({ entries, before } = await readAudit(meant()));
  growing = new GrowingRows(() => page.refresh());
}

async function older(): Promise<void> {
  const more = await readAudit({ ...meant(), before: before ?? 0 });
  entries = [...entries, ...more.entries];
  before = more.before;
  growing.grow();
}

function find(event: Event): void {
  event.preventDefault();
  void page.run(load);
}

function clear(): void {
  Object.assign(asked, nothingAsked);
  void page.run(load);
}

const input = (name: Exclude<keyof typeof asked, "action">, type: "text" | "date"): TemplateResult => html`
  <div class="item"><label class="item__label" for=${name}>${say(words[name])}</label>
    <input id=${name} class="input" name=${name} type=${type} autocomplete="off" .value=${asked[name]}
      @input=${(event: Event) => { asked[name] = (event.target as HTMLInputElement).value; }} /></div>`;

const roles: Readonly<Record<string, Said>> = { applicant: words.applicant, director: words.director, office: words.office };

/** A stranger has no ID; the log calls one an applicant, who is about to become one. */
function actor({ who, actor: id, name }: AuditEntry): string {
  const role = who === "applicant" && id === "" ? words.stranger : roles[who] ?? words.system;
  return [say(role), name ?? "", id].filter((part) => part !== "").join(" ");
}

const actions: Readonly<Record<string, Said>> = auditActions;
const actionName = (action: string): string => (actions[action] ? say(actions[action]) : action);

function choose(action: string): void {
  asked.action = action;
  void page.run(load);
}

const row = (entry: AuditEntry): TemplateResult => html`
  <tr>
    <th scope="row" data-label=${say(words.number)}>${entry.number}</th>
    <td data-label=${say(words.at)}>${shortDateTime(entry.at)}</td>
    <td data-label=${say(words.who)}>${actor(entry)}</td>
    <td data-label=${say(words.what)}>${actionName(entry.action)}</td>
    <td data-label=${say(words.on)}>${readableSubject(entry.subject)}</td>
    <td class="audit-detail" data-label=${say(words.detail)}>${readableDetail(entry.detail)}</td>
    <td data-label=${say(words.address)}>${entry.address}</td>
  </tr>`;

const heads = ["number", "at", "who", "what", "on", "detail", "address"] as const;

const table = (): TemplateResult => html`
  <div class="table-frame" role="group" aria-label=${say(staffPageWords.audit.title)} tabindex="0">
    <table class="table office-table">
      <thead><tr>${heads.map((name) => html`<th scope="col">${say(words[name])}</th>`)}</tr></thead>
      <tbody>${growing.of(entries).map(row)}</tbody>
    </table>
  </div>
  ${growing.button(entries)}
  ${before === null || !growing.showsAll(entries) ? nothing : html`<p class="actions"><button type="button" class="button button--outline" @click=${() => void page.run(older)}>${say(words.older)}</button></p>`}`;

const main = (): TemplateResult => html`
  <p class="lead">${say(words.lead)}</p>
  <form class="form" role="search" novalidate @submit=${find}>
    <div class="office-tools">
      ${chooser({ id: "action", label: words.action, options: [["", say(words.all)], ...Object.keys(actions).map((action) => [action, actionName(action)] as const)], chosen: asked.action, choose })}
      ${(["actor", "subject"] as const).map((name) => input(name, "text"))}
      ${(["since", "until"] as const).map((name) => input(name, "date"))}
    </div>
    <div class="actions"><button type="submit" class="button button--solid" aria-disabled=${page.busy}>${say(words.find)}</button>
      <button type="button" class="button button--outline" @click=${clear}>${say(words.clear)}</button></div>
  </form>
  ${entries.length === 0 ? html`<p role="status">${say(words.none)}</p>` : table()}`;

const page = openStaffPage({ title: () => say(staffPageWords.audit.title), main, load, wide: true });
