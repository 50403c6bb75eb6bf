// /staff/season.html: the master schedule as a form that cannot overlap or run backwards: core's checkSeason says so while one edits,
// and the server again (S4). One round is open at a time; the season is saved as a whole.
import "./offices/offices.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import type { StaffCore } from "@senkoi/staff";
import { Refused } from "../../api/problem.ts";
import { beginSeason, changeSeason, readOfficeSeason, type OfficeSeason } from "../../api/offices.ts";
import { forgetSeason, serverNow } from "../../api/season.ts";
import { banner } from "../../parts/page/banner.ts";
import { doneWord } from "../../parts/staff/choosers.ts";
import { staffCoreOfSeason } from "../../parts/staff/core.ts";
import { openStaffPage } from "../../parts/staff/shell.ts";
import { sentence } from "../../words/core_words.ts";
import { roundName } from "../../words/rounds.ts";
import { say } from "../../words/i18n.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { officeSeasonWords as words } from "../../words/staff_season.ts";
import { newRound, roundOf, type RoundDraft } from "./season/draft.ts";
import { roundCard } from "./season/round_card.ts";

interface Fault { round: number; text: string; }

let rules: StaffCore;
let known: OfficeSeason;
let year = 0;
let releaseNeeded = false;
let rounds: RoundDraft[] = [];
let open: RoundDraft | null = null;
let fault: Fault | null = null;
let word: string | null = null;
let changed = false;
let beginning = false;

function take(season: OfficeSeason): void {
  known = season;
  [year, releaseNeeded] = [season.start_year, season.release_needed];
  rounds = season.rounds.map((round) => roundOf(round, rules));
  [open, fault, changed, beginning] = [null, null, false, false];
}

async function load(): Promise<void> {
  rules = await staffCoreOfSeason();
  take(await readOfficeSeason());
}

/** The first round whose entries cannot be read opens; then core looks at the season as a whole. */
function check(): boolean {
  fault = null;
  const wrong = rounds.find(({ form }) => !form.check());
  if (wrong) {
    open = wrong;
    fault = { round: rounds.indexOf(wrong) + 1, text: "" };
    return false;
  }
  const found = rules.checkSeason(rounds.map((round, index) => round.times(index + 1)), year);
  if (found) fault = { round: found.round, text: sentence(found.code) };
  return !found;
}

function touched(): void {
  changed = true;
  word = null;
  if (fault) check();
  page.refresh();
}

/** What the server says of a round leads to it. */
function refused(cause: Refused): void {
  const first = cause.problem.errors[0];
  const number = Number.parseInt(first?.field ?? "", 10);
  if (!first || Number.isNaN(number)) throw cause;
  open = rounds[number - 1] ?? open;
  fault = { round: number, text: first.message };
}

function save(event: Event): void {
  event.preventDefault();
  if (!check()) return page.refresh();
  const body = { start_year: year, release_needed: releaseNeeded, rounds: rounds.map((round) => round.send()) };
  void page.run(async () => {
    try {
      take(await (beginning ? beginSeason(body) : changeSeason(body)));
      forgetSeason();
      word = say(words.saved);
      page.arrive();
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause;
      refused(cause);
    }
  });
}

function begin(): void {
  beginning = changed = true;
  year = Math.max(known.start_year + 1, new Date(serverNow()).getUTCFullYear() + 1);
  rounds = [newRound(rules)];
  open = rounds[0]!;
  [fault, word] = [null, null];
  page.arrive();
}

function add(): void {
  open = newRound(rules);
  rounds.push(open);
  touched();
}

function drop(round: RoundDraft): void {
  rounds = rounds.filter((each) => each !== round);
  open = null;
  touched();
}

const faultBanner = ({ round, text }: Fault): TemplateResult => banner({
  kind: "error", title: round === 0 ? say(words.faultSeason) : say(words.fault, { round: roundName(round) }), body: text ? html`<p>${text}</p>` : nothing, alert: true,
});

const decidingHasBegun = (): boolean => !beginning && (rounds[0]?.hasBegunDeciding(serverNow()) ?? false);

const release = (): TemplateResult => html`
  <div class="item">
    <p class="item__help" id="release-help">${say(words.releaseHelp)}</p>
    <label class="choice"><input type="checkbox" class="choice__box" id="release" aria-describedby="release-help" .checked=${releaseNeeded} ?disabled=${decidingHasBegun()}
      @change=${(event: Event) => { releaseNeeded = (event.target as HTMLInputElement).checked; touched(); }} /><span>${say(words.release)}</span></label>
  </div>`;

const yearEntry = (): TemplateResult => html`
  <div class="item"><label class="item__label" for="year">${say(words.trainingYear)}</label>
    <input id="year" class="input input--year" inputmode="numeric" autocomplete="off" .value=${String(year)}
      @change=${(event: Event) => { year = Number((event.target as HTMLInputElement).value); touched(); }} /></div>`;

function main(): TemplateResult {
  if (known.start_year === 0 && !beginning)
    return html`<p>${say(words.none)}</p><p><button type="button" class="button button--solid" @click=${begin}>${say(words.begin)}</button></p>`;
  const card = (round: RoundDraft, index: number) => roundCard({
    round, number: index + 1, open: open === round, last: index + 1 === rounds.length && rounds.length > 1, fault: fault?.round === index + 1 ? fault.text : "",
    refresh: page.refresh, touched, drop: () => drop(round),
    toggle: () => { open = open === round ? null : round; check(); page.refresh(); },
  });
  return html`
    <p class="lead">${say(words.lead)}</p>
    ${doneWord(word)} ${fault ? faultBanner(fault) : nothing}
    <form class="form" novalidate @submit=${save}>
      ${beginning ? yearEntry() : html`<h2>${say(words.year, { year })}</h2>`}
      ${release()} ${rounds.map(card)}
      <p><button type="button" class="button button--outline" @click=${add}>${say(words.add)}</button></p>
      <div class="actions"><button type="submit" class="button button--solid" aria-disabled=${page.busy}>${say(words.save)}</button>
        ${changed ? html`<span role="status">${say(words.unsaved)}</span>` : nothing}</div>
    </form>
    ${known.present.period === "over" && !beginning ? html`<p><button type="button" class="button button--outline" @click=${begin}>${say(words.begin)}</button></p>` : nothing}`;
}

const page = openStaffPage({ title: () => say(staffPageWords.season.title), main, load });

addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
