// ⑤ The figures of the prefectures that matter to the reader, all of them behind one key, the map one link away.
import type { TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import type { Figures } from "../../api/types.ts";
import { currentApplication, type Applicant } from "../../parts/applicant/applicant.ts";
import { fold } from "../../parts/page/fold.ts";
import { figuresTable } from "../../parts/figures/figures_table.ts";
import { figuresWords } from "../../words/figures.ts";
import { mypageWords as words } from "../../words/mypage.ts";
import { say, together } from "../../words/i18n.ts";

export function figuresPart(figures: Figures | null, applicant: Applicant, refresh: () => void): TemplateResult {
  if (!figures) return html`<p>${say(words.figuresMissing)}</p>`;
  const { me } = applicant;
  const near = [me.data["prefecture"], currentApplication(applicant)?.program.prefecture];
  const some = figures.prefectures.filter(({ prefecture, ceiling }) => ceiling !== null || near.includes(prefecture));
  return html`
    <p class="small">${together(say(words.someFigures), say(figuresWords.notifiedNote))}</p>
    ${figuresTable({ rows: some, caption: say(words.someFigures) })}
    ${fold({ id: "all-figures", summary: say(words.allPrefectures), refresh, content: () =>
      figuresTable({ rows: figures.prefectures, caption: say(words.allPrefectures), totals: true }) })}
    <p><a href=${`figures.html?field=${me.field}`}>${say(figuresWords.toFigures)}</a></p>`;
}
