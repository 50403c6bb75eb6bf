// /staff/quota.html: the ministry's list of regional quotas, compared and not kept (M2.3e, S4). Each look is in the audit log.
import "./offices/offices.css";
import type { TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import { readQuotaMatches, type QuotaMatch } from "../../api/offices.ts";
import type { StaffCore } from "@senkoi/staff";
import { banner } from "../../parts/page/banner.ts";
import { staffCoreOfSeason } from "../../parts/staff/core.ts";
import { ImportBox } from "../../parts/staff/import_box.ts";
import { openStaffPage } from "../../parts/staff/shell.ts";
import { fieldName, prefectureName } from "../../words/core_words.ts";
import { say } from "../../words/i18n.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { quotaWords as words } from "../../words/staff_season.ts";

let rules: StaffCore;
let matches: readonly QuotaMatch[] = [];

const box = new ImportBox("regional-quota", () => page, read);

async function read(): Promise<void> {
  matches = (await readQuotaMatches()).matches;
}

const row = (match: QuotaMatch): TemplateResult => html`
  <tr>
    <th scope="row" data-label=${say(words.name)}>${match.family_name} ${match.given_name}</th>
    <td data-label=${say(words.userId)}>${rules.displayUserId(match.user_id)}</td>
    <td data-label=${say(words.registryNumber)}>${match.registry_number}</td>
    <td data-label=${say(words.field)}>${fieldName(match.field)}</td>
    <td data-label=${say(words.prefecture)}>${prefectureName(match.prefecture)}</td>
  </tr>`;

const heads = ["name", "userId", "registryNumber", "field", "prefecture"] as const;

const table = (): TemplateResult => html`
  <div class="table-frame" role="group" aria-labelledby="matches" tabindex="0">
    <table class="table office-table">
      <thead><tr>${heads.map((name) => html`<th scope="col">${say(words[name])}</th>`)}</tr></thead>
      <tbody>${matches.map(row)}</tbody>
    </table>
  </div>`;

const main = (): TemplateResult => html`
  <p class="lead">${say(words.lead)}</p>
  ${banner({ kind: "info", title: say(words.privacy) })}
  <section class="section" aria-labelledby="import">
    <h2 id="import">${say(words.importTitle)}</h2>
    <p>${say(words.importLead)}</p>
    ${box.draw()}
  </section>
  <section class="section" aria-labelledby="matches">
    <h2 id="matches">${say(words.matches)}</h2>
    ${matches.length === 0 ? html`<p>${say(words.none)}</p>` : table()}
  </section>`;

const page = openStaffPage({
  title: () => say(staffPageWords.quota.title),
  main,
  load: async () => {
    rules = await staffCoreOfSeason();
    await read();
  },
  wide: true,
});
