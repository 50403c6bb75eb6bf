// The entrance (M1.1): all 19 fields with the two ways in, or one society's own entrance with ?field=.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../parts/page/template.ts";
import type { Present, Round } from "@senkoi/core";
import { forgetSeason, season } from "../api/season.ts";
import type { Season } from "../api/types.ts";
import { coreWords, fieldName, periodName } from "../words/core_words.ts";
import { entryWords as words } from "../words/entry.ts";
import { pageWords } from "../words/pages.ts";
import { readOnlyWords } from "../words/read_only.ts";
import { roundName } from "../words/rounds.ts";
import { say } from "../words/i18n.ts";
import { scheduleWords } from "../words/schedule.ts";
import { fieldInAddress, withField } from "../parts/storage/address.ts";
import { clockIcon } from "../parts/page/icons.ts";
import { banner } from "../parts/page/banner.ts";
import { countdown, towards } from "../parts/season/countdown.ts";
import type { Part } from "../parts/page/gradual.ts";
import { openPage } from "../parts/page/page.ts";
import { hasNoSeason } from "../parts/page/page_notes.ts";
import { presentNow, readOnly, startReadOnly, waysToRead } from "../parts/page/read_only.ts";
import { dateTime, isoTime } from "../parts/season/time.ts";
import { opensNext, seasonIsDone } from "../parts/season/until.ts";

const fieldsAtOnce = 8;
const empty: Part = () => nothing;

let now: Season | null = null;

async function load(): Promise<void> {
  const read = await season();
  await startReadOnly();
  now = readOnly() ? { ...read, present: await presentNow(read) } : read;
}

async function periodEnded(): Promise<void> {
  forgetSeason();
  await page.reload();
}

function name({ round, period }: Present, done: boolean): TemplateResult {
  if (done) return html`<span>${periodName("over")}</span>`;
  return html`<span>${say(words.ofRound, { round: roundName(round) })}</span> <span>${periodName(period)}</span>`;
}

/** The end of the period, or the opening of the next round. */
function border({ period, until }: Present, opening: Round | undefined): TemplateResult | typeof nothing {
  if (until === null) return nothing;
  const when = say(opening ? scheduleWords.on : words.until, { time: dateTime(until) });
  return html`
    <div>
      ${opening ? html`<p class="small">${say(scheduleWords.nextOpens, { round: roundName(opening.round) })}</p>` : nothing}
      <p class="present__left">${clockIcon()}${countdown(until, towards(period), () => void periodEnded())}</p>
      <p class="small"><time datetime=${isoTime(until)}>${when}</time></p>
    </div>`;
}

function present(): TemplateResult | typeof nothing {
  if (!now) return nothing;
  const { present, start_year, schedule: { rounds } } = now;
  const done = seasonIsDone(present, rounds);
  return html`
    <section class="present" aria-labelledby="present">
      <div>
        <p class="small">${say(words.season, { year: start_year })}</p>
        <h2 id="present" class="present__name">${name(present, done)}</h2>
        <p class="present__more"><a href="schedule.html">${say(words.schedule)}</a></p>
      </div>
      ${done ? nothing : border(present, opensNext(present, rounds))}
    </section>`;
}

const way = (target: string, name: string, field: string) => html`
  <a class="entry__way" href=${target}><span class="for-readers">${field} </span>${name}</a>`;

const card = (field: string, name: string) => html`
  <li class="card entry">
    <h3>${name}</h3>
    <div class="entry__ways">
      ${readOnly() ? waysToRead(field).map((each) => way(each.target, each.name, name)) : html`
        ${way(withField("mail.html", field), say(words.register), name)}
        ${way(withField("login.html", field), say(words.logIn), name)}`}
    </div>
  </li>`;

const fieldsInOrder = () => Object.entries(coreWords().fields).sort(([a], [b]) => Number(a) - Number(b));

const allFields = () => html`
  <p class="lead">${say(words.lead)}</p>
  ${present()}
  <section class="section" aria-labelledby="fields">
    <h2 id="fields">${say(words.fields)}</h2>
    <ul class="cards entries">${fieldsInOrder().slice(0, page.drawn * fieldsAtOnce).map(([field, name]) => card(field, name))}</ul>
  </section>`;

const door = (target: string, name: string, whom: string, kind: string) => html`
  <div class="card card--ground door">
    <p>${whom}</p>
    <a class="button ${kind}" href=${target}>${name}</a>
  </div>`;

const toRead = (field: string) => html`
  <p class="lead">${say(readOnlyWords.searchLead, { field: fieldName(field) })}</p>
  <div class="doors">${waysToRead(field).map(({ target, name, whom }) => door(target, name, whom, "button--outline"))}</div>
  ${present()}`;

const oneField = (field: string) => html`
  <p class="lead">${say(words.leadOfField, { field: fieldName(field) })}</p>
  <div class="doors">
    ${door(withField("mail.html", field), say(words.newcomer), say(words.newcomerFor), "button--solid")}
    ${door(withField("login.html", field), say(words.member), say(words.memberFor), "button--outline")}
  </div>
  <ul class="plain-list">${waysToRead(field).map(({ target, name }) => html`<li><a class="tall" href=${target}>${name}</a></li>`)}</ul>
  ${present()}`;

const notes = () => banner({
  kind: "info",
  title: say(words.noticeTitle),
  body: html`<ul class="list">
    <li>${say(words.noticeOne)}</li><li>${say(words.noticeField)}</li><li>${say(words.noticeApply)}</li>
    <li>${say(words.stillRegister)}</li></ul>`,
});

const page = openPage({
  title: () => {
    const field = fieldInAddress();
    return field ? say(words.titleOfField, { field: fieldName(field) }) : say(pageWords.index.title);
  },
  wide: true,
  load,
  main: () => {
    if (hasNoSeason()) return html``; // the note above says why there is nothing to enter
    const field = fieldInAddress();
    return [
      () => (field ? (readOnly() ? toRead(field) : oneField(field)) : allFields()),
      ...(field ? [] : [empty, empty]), // the list of fields grows
      () => html`${readOnly() ? nothing : html`<div class="section">${notes()}</div>`}
        ${field ? html`<p><a class="back" href="./">${say(words.otherFields)}</a></p>` : nothing}`,
    ];
  },
});
