// The earlier applications of the season, newest first (M3.1 ①); the one that counts stands above them and is said once.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import type { Application } from "../../api/types.ts";
import { moment, programLine, stateBadge } from "../../parts/applicant/application_facts.ts";
import { fold } from "../../parts/page/fold.ts";
import { mypageWords as words } from "../../words/mypage.ts";
import { roundName } from "../../words/rounds.ts";
import { say } from "../../words/i18n.ts";

const row = (application: Application): TemplateResult => html`
  <li class="history__row">
    <p class="history__state">${stateBadge(application)} <span class="small">${roundName(application.round)}</span></p>
    <p>${programLine(application)}</p>
    <p class="small">${say(words.historyApplied)} ${moment(application.applied_at)}${application.state === "withdrawn"
      ? html`<br />${say(words.historyWithdrawn)} ${moment(application.changed_at)}` : nothing}</p>
  </li>`;

/** All but the one that counts, folded. */
export function pastApplications(applications: readonly Application[], current: Application | null, refresh: () => void): TemplateResult | typeof nothing {
  const others = applications.filter(({ id }) => id !== current?.id || current.state === "withdrawn");
  if (others.length === 0) return nothing;
  const newestFirst = [...others].sort((a, b) => b.applied_at - a.applied_at || b.id - a.id);
  const content = () => html`<ul class="history plain-list">${newestFirst.map(row)}</ul>`;
  return fold({ id: "history", level: 3, summary: say(words.history, { count: others.length }), content, refresh });
}
