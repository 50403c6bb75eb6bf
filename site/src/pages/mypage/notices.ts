// ② The notices of the organisation and of the reader's society.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import type { Notice } from "../../api/types.ts";
import { fold } from "../../parts/page/fold.ts";
import { date, isoTime } from "../../parts/season/time.ts";
import { societyName } from "../../words/core_words.ts";
import { mypageWords as words } from "../../words/mypage.ts";
import { say } from "../../words/i18n.ts";

/** A field's code stands for its society; anything else is the organisation. */
const sender = (from: string): string => (Number(from) > 0 ? societyName(from) : say(words.organisation));

const notice = ({ published_at, from, title, body }: Notice): TemplateResult => html`
  <li class="notice">
    <p class="small"><time datetime=${isoTime(published_at)}>${date(published_at)}</time> ${sender(from)}</p>
    <h3 class="notice__title">${say(title)}</h3>
    <p>${say(body)}</p>
  </li>`;

const shownAtOnce = 2;
const list = (some: readonly Notice[]): TemplateResult => html`<ul class="notices plain-list">${some.map(notice)}</ul>`;

export function notices(all: readonly Notice[] | null, refresh: () => void): TemplateResult {
  if (!all) return html`<p>${say(words.noticesMissing)}</p>`;
  if (all.length === 0) return html`<p>${say(words.noNotices)}</p>`;
  const older = all.slice(shownAtOnce);
  const summary = say(words.olderNotices, { count: older.length });
  return html`${list(all.slice(0, shownAtOnce))}
    ${older.length === 0 ? nothing : fold({ id: "older-notices", summary, content: () => list(older), refresh })}`;
}
