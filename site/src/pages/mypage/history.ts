// The applications of the season, newest first (M3.1 ①).
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/template.ts";
import type { Application } from "../../api/types.ts";
import { moment, programLine, stateBadge } from "../../parts/application_facts.ts";
import { mypageWords as words } from "../../words/mypage.ts";
import { roundName } from "../../words/rounds.ts";
import { say } from "../../words/said.ts";

const row = (application: Application): TemplateResult => html`
  <li class="history__row">
    <p class="history__state">${stateBadge(application)} <span class="small">${roundName(application.round)}</span></p>
    <p>${programLine(application)}</p>
    <p class="small">${say(words.historyApplied)} ${moment(application.applied_at)}${application.state === "withdrawn"
      ? html`<br />${say(words.historyWithdrawn)} ${moment(application.changed_at)}` : nothing}</p>
  </li>`;

export function pastApplications(applications: readonly Application[]): TemplateResult | typeof nothing {
  if (applications.length === 0) return nothing;
  const newestFirst = [...applications].sort((a, b) => b.applied_at - a.applied_at || b.id - a.id);
  return html`
    <h3 id="history">${say(words.history)}</h3>
    <ul class="history plain-list" aria-labelledby="history">${newestFirst.map(row)}</ul>`;
}
