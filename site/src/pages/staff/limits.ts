// /staff/limits.html: the season's kinds of seats, the limits of each cell with what they are made of, and both tables in and out: limits
// with what would change, offers of the programs (T1–T3, T6, T10).
import "./offices/offices.css";
import { nothing, type TemplateResult } from "lit-html";
import { styleValues } from "../../parts/page/style_values.ts";
import { html } from "../../parts/page/template.ts";
import {
  changeKinds, fileOf, readKinds, readLimits, type CellLimits, type ClassEntry, type ImportReport, type KindEntry, type LimitChange, type LimitNode, type OfficeKinds,
} from "../../api/offices.ts";
import type { SeatKind } from "../../api/types.ts";
import { banner } from "../../parts/page/banner.ts";
import { attempt } from "../../parts/page/failure.ts";
import { kindName } from "../../parts/season/kinds.ts";
import { chooser, doneWord, fieldOptions, numberOrNone } from "../../parts/staff/choosers.ts";
import { staffCoreOfSeason } from "../../parts/staff/core.ts";
import { GrowingRows } from "../../parts/staff/growing_rows.ts";
import { ImportBox } from "../../parts/staff/import_box.ts";
import { openStaffPage } from "../../parts/staff/shell.ts";
import { fieldName, prefectureName } from "../../words/core_words.ts";
import { limitPageWords as words, lineWords } from "../../words/kinds.ts";
import { say } from "../../words/i18n.ts";
import { staffPageWords } from "../../words/staff_pages.ts";

let known: OfficeKinds | null = null;
let cells: readonly CellLimits[] = [];
let chosen = "";
let used = new Set<string>();
let quotaApart = false;
let word: string | null = null;
let files = { limits: "", offers: "" };

const rows = new GrowingRows(() => page.refresh());
const limitsBox = new ImportBox("limits", () => page, read, reportOfLimits);
const offersBox = new ImportBox("offers", () => page, async () => undefined);
const names = (): readonly SeatKind[] => [...known!.kinds, ...known!.known];
const cellName = ({ field, prefecture }: { field: string; prefecture: string }): string => `${fieldName(field)} ${prefectureName(prefecture)}`;
const numberOf = (value: number | null): string => numberOrNone(value, say(words.none));

function take(read: OfficeKinds): void {
  known = read;
  used = new Set(read.kinds.map(({ code }) => code));
  quotaApart = read.classes.some(({ from_quota: quota }) => quota);
}

async function read(): Promise<void> {
  cells = (await readLimits()).cells;
}

async function load(): Promise<void> {
  await staffCoreOfSeason();
  const [kinds] = await Promise.all([readKinds(), read()]);
  take(kinds);
  chosen = cells[0]?.field ?? "";
  files = { limits: await fileOf("limits"), offers: await fileOf("offers") };
}

/** Kinds of the season that the tables do not know stay as they are. */
const offered = (): readonly SeatKind[] => [...known!.kinds.filter(({ code }) => !known!.known.some((each) => each.code === code)), ...known!.known];
const entryOf = ({ code, group, name, sentence }: SeatKind): KindEntry =>
  ({ code, group, name_ja: name.ja, name_en: name.en, sentence_ja: sentence.ja, sentence_en: sentence.en });

function classes(): ClassEntry[] {
  const others = known!.classes.filter(({ from_quota: quota }) => !quota).map(({ name, ...rest }) => ({ ...rest, name_ja: name.ja, name_en: name.en }));
  const quota = { code: "quota", name_ja: words.quotaJa.ja, name_en: words.quotaEn.en, at_ceiling: false, at_capacity: true, from_quota: true };
  return quotaApart ? [...others, quota] : others;
}

async function save(event: Event): Promise<void> {
  event.preventDefault();
  word = null;
  const kinds = offered().filter(({ code }) => used.has(code)).map((kind) => entryOf(known!.kinds.find(({ code }) => code === kind.code) ?? kind));
  await page.run(async () => {
    take(await attempt(words.failed, () => changeKinds(kinds, classes())));
    word = say(words.saved);
  });
}

function toggle(code: string): void {
  if (!used.delete(code)) used.add(code);
}

const kindChoice = ({ code, group, name, sentence }: SeatKind): TemplateResult => html`
  <label class="choice"><input type="checkbox" class="choice__box" name="kinds" value=${code} .checked=${used.has(code)} @change=${() => toggle(code)} />
    <span>${say(name)} <span class="small">${group ? say(words.group) : code}</span>
      ${say(sentence) ? html`<br /><span class="small">${say(sentence)}</span>` : nothing}</span></label>`;

const kindsForm = (): TemplateResult => html`
  <section class="section" aria-labelledby="kinds">
    <h2 id="kinds">${say(words.kinds)}</h2>
    <p>${say(words.kindsLead)}</p>
    ${doneWord(word)}
    <form class="form" novalidate @submit=${(event: Event) => void save(event)}>
      <div class="stack">${offered().map(kindChoice)}
        <label class="choice"><input type="checkbox" class="choice__box" name="quota" .checked=${quotaApart}
          @change=${() => { quotaApart = !quotaApart; }} /><span>${say(words.quotaClass)}</span></label></div>
      <div class="actions"><button class="button button--solid" aria-disabled=${page.busy}>${say(words.save)}</button></div>
    </form>
  </section>`;

/** How deep a node stands: children are drawn to the right of what stands above them. */
function depthOf(nodes: readonly LimitNode[], node: LimitNode): number {
  let depth = 0;
  for (let above = nodes.find((each) => each.node === node.parent); above && depth < nodes.length; ++depth) {
    const { parent } = above;
    above = nodes.find((each) => each.node === parent);
  }
  return depth;
}

const labelOf = (label: string): string => (label in lineWords ? say(lineWords[label as keyof typeof lineWords]) : label);

const nodeRow = (cell: CellLimits, node: LimitNode, first: boolean): TemplateResult => html`
  <tr>
    ${first ? html`<th scope="rowgroup" rowspan=${cell.nodes.length} data-label=${say(words.prefecture)}>${cellName(cell)}</th>` : nothing}
    <td class="limit-node" data-label=${say(words.node)} ${styleValues({ "--depth": depthOf(cell.nodes, node) })}>${kindName(names(), node.node)}</td>
    <td class="number" data-label=${say(words.limit)}><strong>${numberOf(node.limit)}</strong></td>
    <td class="small" data-label=${say(words.why)}>${cell.lines.filter(({ node: of }) => of === node.node).map(({ label, value }) => `${labelOf(label)} ${value}`).join(" + ")}</td>
  </tr>`;

function table(): TemplateResult {
  const shown = cells.filter(({ field }) => chosen === "" || field === chosen);
  if (shown.length === 0) return html`<p>${say(words.empty)}</p>`;
  return html`
    <div class="table-frame" role="group" aria-labelledby="limits" tabindex="0">
      <table class="table office-table">
        <thead><tr><th scope="col">${say(words.prefecture)}</th><th scope="col">${say(words.node)}</th>
          <th scope="col" class="number">${say(words.limit)}</th><th scope="col">${say(words.why)}</th></tr></thead>
        ${rows.of(shown).map((cell) => html`<tbody>${cell.nodes.map((node, place) => nodeRow(cell, node, place === 0))}</tbody>`)}
      </table>
    </div>
    ${rows.button(shown)}`;
}

const changeRow = (change: LimitChange): TemplateResult => html`
  <tr><th scope="row" data-label=${say(words.prefecture)}>${cellName(change)}</th>
    <td data-label=${say(words.node)}>${kindName(names(), change.node)}</td>
    <td class="number" data-label=${say(words.before)}>${numberOf(change.before)}</td>
    <td class="number" data-label=${say(words.after)}><strong>${numberOf(change.after)}</strong></td>
    <td class="number" data-label=${say(words.adopted)}>${change.adopted}</td>
    <td class="number" data-label=${say(words.seeking)}>${change.seeking}</td></tr>`;

/** What publishing would change, before it is confirmed: old and new of each node, and who stands against it (T10). */
function reportOfLimits({ warnings = [], limits = [], done }: ImportReport): TemplateResult | typeof nothing {
  const changed = limits.filter(({ before, after }) => before !== after);
  if (done) return nothing;
  return html`
    ${warnings.length === 0 ? nothing : banner({ kind: "warning", title: say(words.warnings), body: html`<ul>${warnings.map((each) => html`<li>${say(words.atLine, each)}</li>`)}</ul>` })}
    <h4 id="changes">${say(words.changes)}</h4>
    ${changed.length === 0 ? html`<p>${say(words.same)}</p>` : html`
      <div class="table-frame" role="group" aria-labelledby="changes" tabindex="0">
        <table class="table office-table">
          <thead><tr><th scope="col">${say(words.prefecture)}</th><th scope="col">${say(words.node)}</th>
            ${(["before", "after", "adopted", "seeking"] as const).map((name) => html`<th scope="col" class="number">${say(words[name])}</th>`)}</tr></thead>
          <tbody>${changed.slice(0, 300).map(changeRow)}</tbody>
        </table>
      </div>`}`;
}

function choose(value: string): void {
  chosen = value;
  page.refresh();
}

const main = (): TemplateResult => html`
  <p class="lead">${say(words.lead)}</p>
  ${kindsForm()}
  <section class="section" aria-labelledby="limits">
    <h2 id="limits">${say(words.limits)}</h2>
    <div class="office-tools">${chooser({ id: "field", label: words.field, options: [["", say(words.allFields)], ...fieldOptions()], chosen, choose })}</div>
    ${table()}
    <p><a href=${files.limits} download>${say(words.download)}</a></p>
  </section>
  ${known!.kinds.length === 0 ? nothing : html`
    <section class="section" aria-labelledby="import-limits">
      <h2 id="import-limits">${say(words.importLimits)}</h2>
      <p>${say(words.importLimitsLead)}</p>
      ${limitsBox.draw()}
    </section>
    <section class="section" aria-labelledby="import-offers">
      <h2 id="import-offers">${say(words.importOffers)}</h2>
      <p>${say(words.importOffersLead)}</p>
      <p><a href=${files.offers} download>${say(words.download)}</a></p>
      ${offersBox.draw()}
    </section>`}`;

const page = openStaffPage({ title: () => say(staffPageWords.limits.title), main, load, wide: true });
