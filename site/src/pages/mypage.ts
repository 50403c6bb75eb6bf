// /mypage.html: the applicant's own page in the six parts of the manual (M3.1). What may not be done now is greyed with its reason.
import "./mypage/mypage.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../parts/page/template.ts";
import { readFigures, readNotices } from "../api/calls.ts";
import { serverNow } from "../api/season.ts";
import type { Figures, Notice } from "../api/types.ts";
import { currentApplication, keepTrue, mayOf, presentOf, readApplicant, waitsForRounds, type Applicant } from "../parts/applicant/applicant.ts";
import { readContact } from "../parts/applicant/contact.ts";
import { doing } from "../parts/applicant/action_link.ts";
import { fold } from "../parts/page/fold.ts";
import { flash, takeWord } from "../parts/page/flash.ts";
import { orNull } from "../parts/page/optional.ts";
import type { Part } from "../parts/page/gradual.ts";
import { openPage } from "../parts/page/page.ts";
import { presentBanner } from "../parts/season/season_status.ts";
import { seasonLegend, seasonPicture } from "../parts/season/season_picture.ts";
import { timelineRounds } from "../parts/season/timeline.ts";
import { roundName } from "../words/rounds.ts";
import { sentence } from "../words/core_words.ts";
import { mypageWords as words } from "../words/mypage.ts";
import { pageWords } from "../words/pages.ts";
import { say, type Said } from "../words/i18n.ts";
import { scheduleWords } from "../words/schedule.ts";
import { figuresPart } from "./mypage/figures_part.ts";
import { pastApplications } from "./mypage/history.ts";
import { notices } from "./mypage/notices.ts";
import { stateCard } from "./mypage/state_card.ts";

const word = takeWord();
let applicant: Applicant | null = null;
let news: readonly Notice[] | null = null;
let figures: Figures | null = null;

async function load(): Promise<void> {
  applicant = await readApplicant();
  const { field } = applicant.me;
  const [noticed, counted] = await Promise.all([
    orNull(readNotices(field)), orNull(readFigures(field)), readContact(currentApplication(applicant)),
  ]);
  news = noticed && noticed.notices;
  figures = counted;
}

const part = (name: string, title: Said, content: TemplateResult): TemplateResult => html`
  <section class=${`part part--${name}`} aria-labelledby=${name}><h2 id=${name}>${say(title)}</h2>${content}</section>`;

function searchPart({ apply }: { apply: string | null }): TemplateResult {
  const refusal = apply === "already_applied" ? null : apply;
  return html`
    ${refusal ? html`<p class="small">${sentence(refusal)}</p>` : nothing}
    <a class="button button--outline" href="search.html">${say(words.searchGo)}</a>`;
}

const accountPart = (may: { change: string | null; delete: string | null }): TemplateResult => html`
  <ul class="list">
    <li><a href="account.html">${say(words.accountGo)}</a></li>
    <li>${doing(say(words.change), "account.html?step=change", may.change)}</li>
    <li>${doing(say(words.delete), "account.html#delete", may.delete)}</li>
  </ul>`;

function schedulePart(of: Applicant): TemplateResult {
  const present = presentOf(of);
  const timeline = { rounds: of.rounds, present, now: serverNow(), waits: waitsForRounds(of) };
  return html`
    ${seasonPicture(timeline.rounds, timeline.now)} ${seasonLegend()}
    ${fold({ id: "round-dates", summary: say(words.roundDates, { round: roundName(present.round) }), refresh: page.refresh, content: () =>
      timelineRounds({ ...timeline, rounds: of.rounds.filter(({ round }) => round === present.round) }) })}
    <p><a href="schedule.html">${say(scheduleWords.toSchedule)}</a></p>`;
}

const greeting = ({ me, rules }: Applicant): TemplateResult => html`
  <div class="greeting">
    <p class="greeting__name">${say(words.greeting, { family: me.data["family_name"] ?? "", given: me.data["given_name"] ?? "" })}</p>
    <p class="small">${say(words.id)} <span translate="no">${rules.displayUserId(me.user_id)}</span></p>
  </div>`;

function firstParts(of: Applicant): TemplateResult {
  const may = mayOf(of);
  const from = (drawn: number, content: () => TemplateResult) => (page.drawn >= drawn ? content() : nothing);
  return html`
    <div class="parts">
      <div class="parts__main">
        ${part("state", words.state, html`${stateCard(of)}${pastApplications(of.me.applications, currentApplication(of), page.refresh)}`)}
        ${from(2, () => part("notices", words.notices, notices(news, page.refresh)))}
      </div>
      <div class="parts__side">
        ${from(3, () => html`${part("search", words.search, searchPart(may))} ${part("account", words.account, accountPart(may))}`)}
      </div>
    </div>`;
}

function main(): Part[] {
  const of = applicant!;
  return [
    () => html`${greeting(of)} ${flash(word)} ${presentBanner(presentOf(of), of.rounds, waitsForRounds(of))} ${firstParts(of)}`,
    () => nothing, // the second and the third stand within the first
    () => nothing,
    () => part("figures", words.figures, figuresPart(figures, of, page.refresh)),
    () => part("schedule", words.schedule, schedulePart(of)),
  ];
}

const page = openPage({
  title: () => say(pageWords.mypage.title),
  main,
  load,
  field: () => applicant?.me.field ?? null,
  member: true,
  wide: true,
});

keepTrue(page, () => applicant && presentOf(applicant));
