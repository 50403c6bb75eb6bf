// The demo's own page: the mails it has sent, and its clock, which can be moved through the season.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../parts/page/template.ts";
import type { Round } from "@senkoi/core";
import { moveDemoClock, readDemo, readDemoMails } from "../api/calls.ts";
import { Refused } from "../api/problem.ts";
import { forgetSeason, heardServerTime, season, serverNow } from "../api/season.ts";
import type { DemoMailRow, DemoStaff, DemoState, Season } from "../api/types.ts";
import { demoWords as words } from "../words/demo.ts";
import { pageWords } from "../words/pages.ts";
import { roundName } from "../words/rounds.ts";
import { say, type Said } from "../words/i18n.ts";
import { banner } from "../parts/page/banner.ts";
import { heardDemo } from "../parts/page/demo_bar.ts";
import { announce } from "../parts/page/live.ts";
import { openPage } from "../parts/page/page.ts";
import { dateTime, fromLocalInput, isoTime, localInput } from "../parts/season/time.ts";
import { MailBox } from "./demo/mail_box.ts";
import { staffLogIns } from "./demo/staff_log_ins.ts";

const minute = 60_000;
let now: Season | null = null;
let isDemo = true;
let mails: DemoMailRow[] = [];
let staff: readonly DemoStaff[] = [];

function heard(state: DemoState): void {
  heardDemo(state);
  staff = state.staff;
}

async function load(): Promise<void> {
  try {
    heard(await readDemo());
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    isDemo = false;
    return;
  }
  [now, mails] = await Promise.all([season(), readDemoMails()]);
  await box.openFromAddress();
}

async function moveTo(to: { now: number } | { reset: true }): Promise<void> {
  const state = await moveDemoClock(to);
  heard(state);
  heardServerTime(state.now);
  forgetSeason();
  await page.reload();
  announce(say(words.moved, { time: dateTime(state.now) }));
}

const turningPoints = (round: Round): readonly (readonly [Said, number])[] => [
  [words.registrationFrom, round.registration_from],
  [words.registrationLast, round.registration_until - 5 * minute],
  [words.registrationUntil, round.registration_until],
  [words.adoptionFrom, round.adoption_from],
  [words.adoptionUntil, round.adoption_until],
  [words.notification, round.notification_at],
];

/** Once decisions have begun no time before them can be shown (the server refuses it, too). */
const forwardOnly = (): boolean => serverNow() >= (now?.schedule.rounds[0]?.adoption_from ?? Infinity);

const jump = ([said, instant]: readonly [Said, number]) => html`
  <li><button type="button" class="button button--quiet jump" ?disabled=${forwardOnly() && instant < serverNow()} @click=${() => void page.run(() => moveTo({ now: instant }))}>
    <span>${say(said)}</span> <time datetime=${isoTime(instant)}>${dateTime(instant)}</time></button></li>`;

const jumps = (round: Round) => html`
  <div class="card"><h4>${roundName(round.round)}</h4><ul class="plain-list">${turningPoints(round).map(jump)}</ul></div>`;

function setClock(event: Event): void {
  event.preventDefault();
  const input = (event.currentTarget as HTMLFormElement).elements.namedItem("clock") as HTMLInputElement;
  const instant = fromLocalInput(input.value);
  if (instant !== null) void page.run(() => moveTo({ now: instant }));
}

const clock = (): TemplateResult => html`
  <section class="section" aria-labelledby="clock-title">
    <h2 id="clock-title">${say(words.clock)}</h2>
    <p>${say(words.now)} <strong><time datetime=${isoTime(serverNow())}>${dateTime(serverNow())}</time></strong></p>
    <form class="actions actions--low" @submit=${setClock}>
      <div class="item">
        <label class="item__label" for="clock">${say(words.other)}</label>
        <input id="clock" class="input" type="datetime-local" name="clock" .value=${localInput(serverNow())} />
      </div>
      <button class="button button--solid" aria-disabled=${page.busy}>${say(words.move)}</button>
      ${forwardOnly() ? nothing : html`<button type="button" class="button button--outline" aria-disabled=${page.busy}
        @click=${() => void page.run(() => moveTo({ reset: true }))}>${say(words.reset)}</button>`}
    </form>
    <h3>${say(words.instants)}</h3>
    <p class="small">${say(words.instantsHelp)}${forwardOnly() ? html` ${say(words.forwardOnly)}` : nothing}</p>
    <div class="cards jumps">${now?.schedule.rounds.map(jumps) ?? nothing}</div>
  </section>`;

const box = new MailBox(() => page);

const noDemo = () => banner({
  kind: "info",
  title: say(words.notDemo),
  actions: html`<a class="button button--solid" href="./">${say(words.toEntry)}</a>`,
});

const page = openPage({
  title: () => say(pageWords.demo.title),
  wide: true,
  load,
  main: () => (isDemo ? html`<p class="lead">${say(words.lead)}</p>${box.draw(mails)}${staffLogIns(page, staff, heard)}${clock()}` : noDemo()),
});
addEventListener("popstate", () => void page.run(() => box.openFromAddress()));
