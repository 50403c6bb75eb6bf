// /staff/ceilings.html: past adoptions, the computed mean and the number in force of each cell (M3.7, S4).
import "./offices/offices.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import type { StaffCore } from "@senkoi/staff";
import { publishCeiling, publishProposals, readCeilings, type Ceiling } from "../../api/offices.ts";
import { confirmed } from "../../parts/page/confirm.ts";
import { errorSummary } from "../../parts/form/error_summary.ts";
import { field } from "../../parts/form/field.ts";
import { FormState } from "../../parts/form/form_state.ts";
import { chooser, doneWord, fieldOptions, numberOrNone } from "../../parts/staff/choosers.ts";
import { staffCoreOfSeason } from "../../parts/staff/core.ts";
import { GrowingRows } from "../../parts/staff/growing_rows.ts";
import { ImportBox } from "../../parts/staff/import_box.ts";
import { openStaffPage } from "../../parts/staff/shell.ts";
import { submitButton, submitted } from "../../parts/form/submit.ts";
import { fieldName, prefectureName } from "../../words/core_words.ts";
import { say } from "../../words/i18n.ts";
import { stateWords } from "../../words/states.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { ceilingWords as words } from "../../words/staff_season.ts";

let rules: StaffCore;
let ceilings: readonly Ceiling[] = [];
let chosen = "";
let word: string | null = null;
let editing: { cell: Ceiling; form: FormState } | null = null;

const rows = new GrowingRows(() => page.refresh());
const box = new ImportBox("ceilings", () => page, read);
const nameOf = ({ field: code, prefecture }: Ceiling): string => `${fieldName(code)} ${prefectureName(prefecture)}`;
const told = (value: number | null): string => numberOrNone(value, say(words.none));
const waiting = (): number => ceilings.filter((cell) => cell.awaits_proposal).length;

async function read(): Promise<void> {
  ceilings = (await readCeilings()).ceilings;
}

async function load(): Promise<void> {
  rules = await staffCoreOfSeason();
  await read();
}

function edit(cell: Ceiling): void {
  const values = { published: String(cell.published ?? cell.proposed ?? ""), reason: cell.reason };
  editing = { cell, form: new FormState("ceiling_entry", rules, { values }) };
  word = null;
  page.arrive();
}

function backToList(): void {
  editing = null;
  page.arrive();
}

async function publish(): Promise<void> {
  const { cell, form } = editing!;
  ceilings = (await publishCeiling(`${cell.field}-${cell.prefecture}`, form.values())).ceilings;
  word = say(words.saved, { name: nameOf(cell) });
  backToList();
}

async function publishAll(): Promise<void> {
  const sure = await confirmed({
    title: say(words.publishTitle, { count: waiting() }), body: html`<p>${say(words.publishBody)}</p>`, yes: say(words.publishYes),
  });
  if (!sure) return;
  await page.run(async () => {
    const { published } = await publishProposals();
    await read();
    word = say(words.publishedAll, { count: published });
  });
}

const row = (cell: Ceiling): TemplateResult => html`
  <tr>
    <th scope="row" data-label=${say(words.prefecture)}>${chosen === "" ? nameOf(cell) : prefectureName(cell.prefecture)}</th>
    <td class="small" data-label=${say(words.past)}>${cell.past.slice(-5).map(({ year, adopted }) => say(words.year, { year, adopted })).join(" / ") || say(words.none)}</td>
    <td class="number" data-label=${say(words.proposed)}>${told(cell.proposed)}</td>
    <td class="number" data-label=${say(words.published)}><span><strong>${told(cell.published)}</strong>
      ${cell.reason ? html`<br /><span class="small">${say(words.reasonOf, { reason: cell.reason })}</span>` : nothing}</span></td>
    <td class="number" data-label=${say(words.adopted)}>${cell.adopted}</td>
    <td data-label=""><button type="button" class="button button--outline" aria-label=${say(words.editOf, { name: nameOf(cell) })}
      @click=${() => edit(cell)}>${say(words.edit)}</button></td>
  </tr>`;

const heads = [["prefecture", ""], ["past", ""], ["proposed", "number"], ["published", "number"], ["adopted", "number"], ["edit", ""]] as const;

function table(): TemplateResult {
  const cells = ceilings.filter(({ field: code }) => chosen === "" || code === chosen);
  if (cells.length === 0) return html`<p>${say(words.empty)}</p>`;
  return html`
    <div class="table-frame" role="group" aria-labelledby="list" tabindex="0">
      <table class="table office-table">
        <thead><tr>${heads.map(([name, kind]) => html`<th scope="col" class=${kind}>${say(words[name])}</th>`)}</tr></thead>
        <tbody>${rows.of(cells).map(row)}</tbody>
      </table>
    </div>
    ${rows.button(cells)}`;
}

function choose(value: string): void {
  chosen = value;
  page.refresh();
}

const list = (): TemplateResult => html`
  <p class="lead">${say(words.lead)}</p>
  ${doneWord(word)}
  <section class="section" aria-labelledby="list">
    <h2 id="list">${say(words.list)}</h2>
    <div class="office-tools">${chooser({ id: "field", label: words.field, options: [["", say(words.allFields)], ...fieldOptions()], chosen, choose })}</div>
    ${waiting() > 0 ? html`<p class="actions"><button type="button" class="button button--solid" @click=${() => void publishAll()}>${say(words.publishAll)}</button></p>` : nothing}
    ${table()}
  </section>
  <section class="section" aria-labelledby="import">
    <h2 id="import">${say(words.importTitle)}</h2>
    <p>${say(words.importLead)}</p>
    ${box.draw()}
  </section>
  <section class="section" aria-labelledby="limits">
    <h2 id="limits"><a href="limits.html">${say(staffPageWords.limits.title)}</a></h2>
    <p>${say(staffPageWords.limits.about)}</p>
  </section>`;

const entryForm = ({ cell, form }: { cell: Ceiling; form: FormState }): TemplateResult => html`
  <p class="lead">${say(words.facts, { proposed: told(cell.proposed), adopted: cell.adopted })}</p>
  <form class="form" novalidate @submit=${submitted({ page, form, send: publish, failed: stateWords.saveFailed })}>
    ${errorSummary(form)}
    ${field(form, "published", page.refresh)} ${field(form, "reason", page.refresh)}
    <div class="actions">${submitButton(page, say(words.save))}
      <button type="button" class="button button--outline" @click=${backToList}>${say(words.back)}</button></div>
  </form>`;

const page = openStaffPage({
  title: () => (editing ? say(words.editTitle, { name: nameOf(editing.cell) }) : say(staffPageWords.ceilings.title)),
  main: () => (editing ? entryForm(editing) : list()),
  load,
  get wide() { return editing === null; },
});
