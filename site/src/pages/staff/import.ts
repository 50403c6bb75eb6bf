// /staff/import.html: programs out of a CSV table, checked first and then confirmed (S3).
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import { fileOf } from "../../api/offices.ts";
import { staffCoreOfSeason } from "../../parts/staff/core.ts";
import { ImportBox } from "../../parts/staff/import_box.ts";
import { openStaffPage, staffMember } from "../../parts/staff/shell.ts";
import { itemsOf } from "../../words/core_items.ts";
import { label } from "../../words/core_words.ts";
import { say } from "../../words/i18n.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { importWords as words, officeProgramWords } from "../../words/staff_programs.ts";

let list = "";

const box = new ImportBox("programs", () => page, async () => undefined);

/** A society need not name its field. */
const required = (name: string, asked: boolean): boolean => asked && !(name === "field" && staffMember().staff.role === "society");

const columns = (): TemplateResult => html`
  <section class="section" aria-labelledby="columns">
    <h2 id="columns">${say(words.columns)}</h2>
    <ul class="columns-list">
      ${itemsOf("program_entry").map((item) => html`<li>${label(`program_entry.${item.name}`)}
        ${required(item.name, item.required) ? html` <span class="item__required">${say(words.required)}</span>` : nothing}</li>`)}
    </ul>
    <p><a href=${list} download>${say(officeProgramWords.download)}</a></p>
  </section>`;

const main = (): TemplateResult => html`
  <p class="lead">${say(words.leadPrograms)}</p>
  ${box.draw()} ${columns()}`;

const page = openStaffPage({
  title: () => say(staffPageWords.import.title),
  main,
  load: async () => {
    await staffCoreOfSeason();
    list = await fileOf("programs");
  },
  wide: true,
});
