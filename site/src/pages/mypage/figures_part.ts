// ⑤ The figures of the prefectures that matter to the reader, all of them behind one key, the map one link away.
import { html, type TemplateResult } from "lit-html";
import type { Figures, PrefectureFigures } from "../../api/types.ts";
import { currentApplication, type Applicant } from "../../parts/applicant.ts";
import { figuresTable } from "../../parts/figures_table.ts";
import { limitOf } from "../../parts/prefecture_tiles.ts";
import { figuresWords } from "../../words/figures.ts";
import { mypageWords as words } from "../../words/mypage.ts";
import { say } from "../../words/said.ts";

export function figuresPart(figures: Figures | null, applicant: Applicant): TemplateResult {
  if (!figures) return html`<p>${say(words.figuresMissing)}</p>`;
  const { me, rules } = applicant;
  const near = [me.data["prefecture"], currentApplication(applicant)?.program.prefecture];
  const some = figures.prefectures.filter(({ prefecture, ceiling }) => ceiling !== null || near.includes(prefecture));
  const over = (row: PrefectureFigures) => rules.overCapacity(row.applicants, limitOf(row));
  return html`
    <p class="small">${say(words.someFigures)} ${say(figuresWords.notifiedNote)}</p>
    ${figuresTable({ rows: some, caption: say(words.someFigures), over })}
    <details>
      <summary>${say(words.allPrefectures)}</summary>
      ${figuresTable({ rows: figures.prefectures, caption: say(words.allPrefectures), over, totals: true })}
    </details>
    <p><a href=${`figures.html?field=${me.field}`}>${say(figuresWords.toFigures)}</a></p>`;
}
