// /staff/programs.html: the programs of a field, to create, change and close (S3).
import "./offices/offices.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import type { StaffCore } from "@senkoi/staff";
import { changeProgram, closeProgram, createProgram, fileOf, readOfficePrograms, type OfficeProgram } from "../../api/offices.ts";
import { confirmed } from "../../parts/page/confirm.ts";
import { errorSummary } from "../../parts/form/error_summary.ts";
import { field } from "../../parts/form/field.ts";
import { FormState } from "../../parts/form/form_state.ts";
import { chooser, doneWord, fieldOptions } from "../../parts/staff/choosers.ts";
import { staffCoreOfSeason } from "../../parts/staff/core.ts";
import { facilityName, programName } from "../../parts/applicant/program_name.ts";
import { GrowingRows } from "../../parts/staff/growing_rows.ts";
import { openStaffPage, staffMember } from "../../parts/staff/shell.ts";
import { submitButton, submitted } from "../../parts/form/submit.ts";
import { itemsOf } from "../../words/core_items.ts";
import { prefectureName } from "../../words/core_words.ts";
import { say } from "../../words/i18n.ts";
import { stateWords } from "../../words/states.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { officeProgramWords as words } from "../../words/staff_programs.ts";

const growing = new GrowingRows(() => page.refresh());

let rules: StaffCore;
let programs: readonly OfficeProgram[] = [];
let chosen = "";
let narrow = "";
let file = "";
let word: string | null = null;
let editing: { id: number | null; form: FormState } | null = null;

const ownField = (): string | null => staffMember().staff.field;

async function read(): Promise<void> {
  chosen ||= ownField() ?? "01";
  programs = (await readOfficePrograms(chosen)).programs;
  file = await fileOf("programs", { field: chosen });
}

async function load(): Promise<void> {
  rules = await staffCoreOfSeason();
  await read();
}

function edit(program: OfficeProgram | null): void {
  const values = program?.entry ?? { field: chosen, rounds: "1" };
  editing = { id: program?.id ?? null, form: new FormState("program_entry", rules, { values }) };
  word = null;
  page.arrive();
}

function backToList(): void {
  editing = null;
  page.arrive();
}

async function save(): Promise<void> {
  const { id, form } = editing!;
  const { program } = await (id === null ? createProgram(form.values()) : changeProgram(id, form.values()));
  chosen = program.entry["field"] ?? chosen;
  await read();
  word = say(words.saved, { name: program.entry["name"] ?? "" });
  backToList();
}

async function close({ id, entry: { name = "" } }: OfficeProgram): Promise<void> {
  const sure = await confirmed({
    title: say(words.closeTitle), body: html`<p>${say(words.closeBody, { name })}</p>`, yes: say(words.closeYes), grave: true,
  });
  if (!sure) return;
  await page.run(async () => {
    await closeProgram(id);
    await read();
    word = say(words.closedWord, { name });
  });
}

function choose(value: string): void {
  void page.run(async () => {
    chosen = value;
    word = null;
    await read();
  });
}

/** As the public search finds them: blind to width, kana and case. */
function found(): readonly OfficeProgram[] {
  if (narrow.trim() === "") return programs;
  const wanted = rules.fold(narrow);
  return programs.filter(({ entry }) => rules.fold(`${entry["facility"]} ${entry["name"]}`).includes(wanted));
}

function deeds(program: OfficeProgram): TemplateResult {
  const name = program.entry["name"] ?? "";
  if (program.closed_at !== null) return html`<span class="badge">${say(words.closed)}</span>`;
  return html`<div class="actions">
    <button type="button" class="button button--outline" aria-label=${say(words.editOf, { name })} @click=${() => edit(program)}>${say(words.edit)}</button>
    <button type="button" class="button button--quiet" aria-label=${say(words.closeOf, { name })} @click=${() => void close(program)}>${say(words.close)}</button>
  </div>`;
}

const row = (program: OfficeProgram): TemplateResult => html`
  <tr>
    <th scope="row" data-label=${say(words.program)}><span>${programName(program.entry["name"] ?? "")}<br /><span class="small">${facilityName(program.entry["facility"] ?? "")}</span></span></th>
    <td data-label=${say(words.prefecture)}>${prefectureName(program.entry["prefecture"] ?? "")}</td>
    <td class="number" data-label=${say(words.capacity)}>${program.capacity}</td>
    <td class="number" data-label=${say(words.applicants)}>${program.applicants}</td>
    <td class="number" data-label=${say(words.adopted)}>${program.adopted}</td>
    <td data-label="">${deeds(program)}</td>
  </tr>`;

const head = (["program", "prefecture", "capacity", "applicants", "adopted", "deeds"] as const).map((name) => [name, ["capacity", "applicants", "adopted"].includes(name)] as const);

function table(rows: readonly OfficeProgram[]): TemplateResult {
  if (rows.length === 0) return html`<p>${say(words.none)}</p>`;
  return html`
    <p class="small" role="status">${say(words.count, { count: rows.length })}</p>
    <div class="table-frame" role="group" aria-label=${say(staffPageWords.programs.title)} tabindex="0">
      <table class="table office-table">
        <thead><tr>${head.map(([name, number]) => html`<th scope="col" class=${number ? "number" : ""}>${say(words[name])}</th>`)}</tr></thead>
        <tbody>${growing.of(rows).map(row)}</tbody>
      </table>
    </div>
    ${growing.button(rows)}`;
}

function narrowBy(event: Event): void {
  narrow = (event.target as HTMLInputElement).value;
  page.refresh();
}

const list = (): TemplateResult => html`
  <p class="lead">${say(words.lead)}</p>
  ${doneWord(word)}
  <p class="actions">
    <button type="button" class="button button--solid" @click=${() => edit(null)}>${say(words.create)}</button>
    <a class="button button--outline" href="import.html">${say(words.importTable)}</a>
    <a href=${file} download>${say(words.download)}</a>
  </p>
  <div class="office-tools">
    ${ownField() === null ? chooser({ id: "field", label: words.field, options: fieldOptions(), chosen, choose }) : nothing}
    <div class="item"><label class="item__label" for="narrow">${say(words.narrow)}</label>
      <input id="narrow" class="input" type="search" autocomplete="off" .value=${narrow} @input=${narrowBy} /></div>
  </div>
  ${table(found())}`;

function entryForm({ form }: { form: FormState }): TemplateResult {
  const items = itemsOf("program_entry").filter(({ name }) => name !== "field" || ownField() === null);
  return html`
    <form class="form" novalidate @submit=${submitted({ page, form, send: save, failed: stateWords.saveFailed })}>
      ${errorSummary(form)}
      ${items.map(({ name }) => field(form, name, page.refresh))}
      <div class="actions">${submitButton(page, say(words.save))}
        <button type="button" class="button button--outline" @click=${backToList}>${say(words.back)}</button></div>
    </form>`;
}

const title = () => say(!editing ? staffPageWords.programs.title : editing.id === null ? words.createTitle : words.editTitle);

const page = openStaffPage({
  title,
  main: () => (editing ? entryForm(editing) : list()),
  load,
  get wide() { return editing === null; },
});
