// What goes out of a round: whom it reaches by result and language, the letters as they will be sent, and the programs that have not
// decided about everybody. Once the results are out nothing of it is warned of any more.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import type { Release } from "../../../api/offices.ts";
import { serverNow } from "../../../api/season.ts";
import { banner } from "../../../parts/page/banner.ts";
import { fold } from "../../../parts/page/fold.ts";
import { facilityName, programName } from "../../../parts/applicant/program_name.ts";
import type { GrowingRows } from "../../../parts/staff/growing_rows.ts";
import { fieldName, prefectureName } from "../../../words/core_words.ts";
import { say } from "../../../words/i18n.ts";
import { releaseWords as words } from "../../../words/staff_season.ts";

interface Contents {
  release: Release;
  /** Where the recipients are fetched. */
  file: string;
  undecided: GrowingRows;
  refresh: () => void;
}

const states = [["adopted", words.adopted], ["rejected", words.rejected], ["held", words.held], ["applied", words.undecided], ["declined", words.declined]] as const;
const languages = [["ja", words.japanese], ["en", words.english], [null, words.withoutMail]] as const;

const isOut = ({ announced_at: announced }: Release): boolean => announced !== null;

function recipients({ recipients: all }: Release): TemplateResult {
  const count = (state: string, language: string | null) => all.find((some) => some.state === state && some.language === language)?.count ?? 0;
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const row = (name: string, numbers: readonly number[]) => html`
    <tr><th scope="row" data-label="">${name}</th>
      ${numbers.map((number, at) => html`<td class="number" data-label=${say(languages[at]![1])}>${number}</td>`)}
      <td class="number" data-label=${say(words.total)}>${sum(numbers)}</td></tr>`;
  return html`
    <div class="table-frame" role="group" aria-labelledby="recipients" tabindex="0">
      <table class="table office-table recipients-table">
        <thead><tr><th scope="col">${say(words.result)}</th>${languages.map(([, name]) => html`<th scope="col" class="number">${say(name)}</th>`)}
          <th scope="col" class="number">${say(words.total)}</th></tr></thead>
        <tbody>
          ${states.map(([state, name]) => row(say(name), languages.map(([language]) => count(state, language))))}
          ${row(say(words.total), languages.map(([language]) => sum(states.map(([state]) => count(state, language)))))}
        </tbody>
      </table>
    </div>`;
}

const letter = ({ language, count, subject, text }: Release["letters"][number], refresh: () => void): TemplateResult => fold({
  id: `letter-${language}`, refresh, summary: say(language === "ja" ? words.letterJapanese : words.letterEnglish, { count }),
  content: () => html`<p lang=${language}><strong>${subject}</strong></p><pre class="letter-text" lang=${language}>${text}</pre>`,
});

type Undecided = Release["undecided_programs"][number];

const program = ({ name, facility, field, prefecture, undecided, held }: Undecided): TemplateResult => html`
  <tr><th scope="row" data-label="">${programName(name)}<br /><span class="small">${facilityName(facility)}</span></th>
    <td data-label=${say(words.place)}>${fieldName(field)} ${prefectureName(prefecture)}</td>
    <td class="number" data-label=${say(words.undecidedShort)}>${undecided}</td>
    <td class="number" data-label=${say(words.held)}>${held}</td></tr>`;

const programsTable = (programs: readonly Undecided[], rows: GrowingRows): TemplateResult => html`
  <div class="table-frame" role="group" aria-labelledby="undecided" tabindex="0">
    <table class="table office-table">
      <thead><tr><th scope="col">${say(words.program)}</th><th scope="col">${say(words.place)}</th>
        <th scope="col" class="number">${say(words.undecidedShort)}</th><th scope="col" class="number">${say(words.held)}</th></tr></thead>
      <tbody>${rows.of(programs).map(program)}</tbody>
    </table>
  </div>
  ${rows.button(programs)}`;

function undecidedPrograms({ release, undecided: rows, refresh }: Contents): TemplateResult | typeof nothing {
  const { undecided_programs: programs, applications, adoption_until: decidedBy } = release;
  if (isOut(release) || programs.length === 0) return nothing;
  const late = serverNow() >= decidedBy;
  return html`
    <section class="section" aria-labelledby="undecided">
      <h2 id="undecided">${say(words.undecidedPrograms)}</h2>
      ${late && !(release.needed && release.released) ? banner({ kind: "warning", title: say(words.undecidedWarning, { count: applications.undecided }) })
        : html`<p>${say(words.undecidedCount, { programs: programs.length, count: applications.undecided })}</p>`}
      ${fold({ id: "undecided-list", refresh, summary: say(words.undecidedList, { count: programs.length }), content: () => programsTable(programs, rows) })}
    </section>`;
}

export function releaseContents(contents: Contents): TemplateResult {
  const { release, file, refresh } = contents;
  return html`
    <section class="section" aria-labelledby="recipients">
      <h2 id="recipients">${say(isOut(release) ? words.recipientsOut : words.recipients)}</h2>
      ${recipients(release)}
      <p><a href=${file} download>${say(words.download)}</a></p>
      <p class="small">${say(words.downloadNote)}</p>
    </section>
    <section class="section" aria-labelledby="letters">
      <h2 id="letters">${say(words.letters)}</h2>
      <p>${say(words.lettersLead)}</p>
      ${release.letters.map((one) => letter(one, refresh))}
    </section>
    ${undecidedPrograms(contents)}`;
}
