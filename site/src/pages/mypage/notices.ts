// ② The notices of the organisation and of the reader's society.
import type { TemplateResult } from "lit-html";
import { html } from "../../parts/template.ts";
import type { Notice } from "../../api/types.ts";
import { date, isoTime } from "../../parts/time.ts";
import { societyName } from "../../words/core_words.ts";
import { mypageWords as words } from "../../words/mypage.ts";
import { say } from "../../words/said.ts";

/** A field's code stands for its society; anything else is the organisation. */
const sender = (from: string): string => (Number(from) > 0 ? societyName(from) : say(words.organisation));

const notice = ({ published_at, from, title, body }: Notice): TemplateResult => html`
  <li class="notice">
    <p class="small"><time datetime=${isoTime(published_at)}>${date(published_at)}</time> ${sender(from)}</p>
    <h3 class="notice__title">${say(title)}</h3>
    <p>${say(body)}</p>
  </li>`;

export function notices(all: readonly Notice[] | null): TemplateResult {
  if (!all) return html`<p>${say(words.noticesMissing)}</p>`;
  return all.length === 0 ? html`<p>${say(words.noNotices)}</p>` : html`<ul class="notices plain-list">${all.map(notice)}</ul>`;
}
