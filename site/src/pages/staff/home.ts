// The home page of staff: where the season stands, and what is to do now, by role.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import { readLetters, type Letters } from "../../api/offices.ts";
import { season } from "../../api/season.ts";
import { readPeople, type StaffProgram } from "../../api/staff.ts";
import type { Season } from "../../api/types.ts";
import { facilityName, programName } from "../../parts/applicant/program_name.ts";
import { prefectureName } from "../../words/core_words.ts";
import { say, type Said } from "../../words/i18n.ts";
import { staffHomeWords as words } from "../../words/staff_home.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { presentBanner } from "../../parts/season/season_status.ts";
import { mailQueueBanner } from "../../parts/staff/mail_queue.ts";
import { entryOf, pagesOf, type StaffPage } from "../../parts/staff/menu.ts";
import { openStaffPage, staffMember } from "../../parts/staff/shell.ts";

let now: Season;
let waiting = 0;
let mails: Letters | null = null;

async function load(): Promise<void> {
  const pages = pagesOf(staffMember().staff.role);
  const [told, people, letters] = await Promise.all([
    season(), pages.includes("people") ? readPeople() : null, pages.includes("letters") ? readLetters() : null,
  ]);
  now = told;
  mails = letters;
  waiting = people?.people.filter((person) => person.joined_at === null).length ?? 0;
}

function mailTrouble({ queue, letters }: Letters): string | null {
  const givenUp = letters.filter(({ given_up_at: at, may_retry: may }) => at !== null && may).length;
  if (queue.state === "refused") return say(words.mailStopped);
  if (queue.state === "unavailable" && queue.waiting > 0) return say(words.mailWaits);
  return givenUp > 0 ? say(words.mailGivenUp, { count: givenUp }) : null;
}

/** What is to do on a page now; null where nothing presses. */
function pressing(name: StaffPage): string | null {
  const { period } = staffMember().present;
  if (name === "candidates" && period === "adoption") return say(words.decideNow);
  if (name === "people" && waiting > 0) return say(words.waiting, { count: waiting });
  if (name === "letters" && mails) return mailTrouble(mails);
  if (name === "progress" && period === "adoption") return say(words.progressNow);
  if (name === "release" && period === "waiting") return say(words.releaseNow);
  if (name === "season" && period === "before") return say(words.seasonNow);
  return null;
}

const card = (name: StaffPage): TemplateResult => {
  const { path, title } = entryOf(name);
  return html`<li class="card"><h3><a class="tall" href=${path}>${title}</a></h3><p>${pressing(name) ?? say(staffPageWords[name].about)}</p></li>`;
};

const cards = (id: string, heading: Said, pages: readonly StaffPage[], none?: Said): TemplateResult => html`
  <section class="section" aria-labelledby=${id}>
    <h2 id=${id}>${say(heading)}</h2>
    ${pages.length > 0 ? html`<ul class="cards">${pages.map(card)}</ul>` : html`<p>${none ? say(none) : nothing}</p>`}
  </section>`;

function tasks(): TemplateResult {
  const pages = pagesOf(staffMember().staff.role).filter((name) => name !== "home");
  const now = pages.filter((name) => pressing(name) !== null);
  const others = pages.filter((name) => pressing(name) === null);
  return html`${cards("tasks-title", words.tasks, now, words.nothingNow)}${others.length > 0 ? cards("others-title", words.others, others) : nothing}`;
}

const program = ({ name, facility, prefecture }: StaffProgram): TemplateResult => html`
  <li class="card card--ground"><p><strong>${programName(name)}</strong></p><p class="small">${facilityName(facility)} ${prefectureName(prefecture)}</p></li>`;

const programs = (mine: readonly StaffProgram[]): TemplateResult => html`
  <section class="section" aria-labelledby="programs-title">
    <h2 id="programs-title">${say(words.programs)}</h2>
    ${mine.length > 0 ? html`<ul class="cards">${mine.map(program)}</ul>` : html`<p>${say(words.noPrograms)}</p>`}
  </section>`;

openStaffPage({
  title: () => say(staffPageWords.home.title),
  wide: true,
  load,
  main: () => html`
    ${mails?.queue.state === "refused" ? mailQueueBanner(mails.queue) : nothing}
    ${presentBanner(staffMember().present, now.schedule.rounds)}
    ${tasks()}
    ${staffMember().programs ? programs(staffMember().programs ?? []) : nothing}`,
});
