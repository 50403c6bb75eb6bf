// The home page of staff: where the season stands, and what is to do now, by role.
import { html, nothing, type TemplateResult } from "lit-html";
import { season } from "../../api/season.ts";
import { readPeople, type StaffProgram } from "../../api/staff.ts";
import type { Season } from "../../api/types.ts";
import { prefectureName } from "../../words/core_words.ts";
import { say } from "../../words/said.ts";
import { staffHomeWords as words } from "../../words/staff_home.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { presentBanner } from "../../parts/present.ts";
import { entryOf, pagesOf, type StaffPage } from "../../parts/staff/menu.ts";
import { openStaffPage, staffMember } from "../../parts/staff/shell.ts";

let now: Season;
let waiting = 0;

async function load(): Promise<void> {
  const answers = pagesOf(staffMember().staff.role).includes("people");
  const [told, people] = await Promise.all([season(), answers ? readPeople() : null]);
  now = told;
  waiting = people?.people.filter((person) => person.joined_at === null).length ?? 0;
}

function deciding(): string {
  const { period, round } = staffMember().present;
  if (period === "adoption") return say(words.decideNow);
  const early = period === "before" || (round === 1 && (period === "registration" || period === "gap"));
  return say(early ? words.decideLater : words.decideAfter);
}

/** What is to say of a page now; what it is for, where nothing is. */
function task(name: StaffPage): string {
  if (name === "candidates") return deciding();
  if (name === "people") return waiting > 0 ? say(words.waiting, { count: waiting }) : say(words.allJoined);
  return say(staffPageWords[name].about);
}

const card = (name: StaffPage): TemplateResult => {
  const { path, title } = entryOf(name);
  return html`<li class="card"><h3><a class="tall" href=${path}>${title}</a></h3><p>${task(name)}</p></li>`;
};

const program = ({ name, facility, prefecture }: StaffProgram): TemplateResult => html`
  <li class="card card--ground"><p><strong>${name}</strong></p><p class="small">${facility} ${prefectureName(prefecture)}</p></li>`;

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
    ${presentBanner(staffMember().present, now.schedule.rounds)}
    <section class="section" aria-labelledby="tasks-title">
      <h2 id="tasks-title">${say(words.tasks)}</h2>
      <ul class="cards">${pagesOf(staffMember().staff.role).filter((name) => name !== "home").map(card)}</ul>
    </section>
    ${staffMember().programs ? programs(staffMember().programs ?? []) : nothing}`,
});
