// Who works here: an office invites, invites again, changes a director's programs, closes an account (S3, S4).
import "./people/people.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import type { StaffCore } from "@senkoi/staff";
import { closePerson, inviteAgain, readPeople, setPrograms, type People, type Person } from "../../api/staff.ts";
import { say, type Said } from "../../words/i18n.ts";
import { peopleWords as words } from "../../words/staff_home.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { banner } from "../../parts/page/banner.ts";
import { confirmed } from "../../parts/page/confirm.ts";
import { staffCoreOfSeason } from "../../parts/staff/core.ts";
import { openStaffPage, staffMember } from "../../parts/staff/shell.ts";
import { InviteForm } from "./people/invite_form.ts";
import { ProgramChoice } from "./people/program_choice.ts";
import { row } from "./people/rows.ts";

let rules: StaffCore;
let told: People;
let form: InviteForm;
let part = "";
let done: string | null = null;
let changing: { person: Person; programs: ProgramChoice } | null = null;

async function load(): Promise<void> {
  [rules, told] = await Promise.all([staffCoreOfSeason(), readPeople()]);
  form ??= new InviteForm(page, rules, staffMember().staff, told.may_invite, invited);
  await form.start();
}

/** After a deed: the list anew, and what was done in words. */
async function finish(said: Said, values: Record<string, string>): Promise<void> {
  changing = null;
  told = await readPeople();
  done = say(said, values);
  page.refresh();
  document.getElementById("done")?.focus();
}

const invited = ({ mail }: Person): Promise<void> => finish(words.invited, { mail });

async function again(person: Person): Promise<void> {
  const { name, joined_at: joined } = person;
  const body = html`<p>${say(joined === null ? words.againWaiting : words.againJoined)}</p>`;
  if (!(await confirmed({ title: say(words.againTitle, { name }), body, yes: say(words.again) }))) return;
  await page.run(async () => {
    await inviteAgain(person.id);
    await finish(words.againDone, { name });
  });
}

async function close(person: Person): Promise<void> {
  const { name } = person;
  const body = html`<p>${say(words.closeBody)}</p>`;
  if (!(await confirmed({ title: say(words.closeTitle, { name }), body, yes: say(words.closeYes), grave: true }))) return;
  await page.run(async () => {
    await closePerson(person.id);
    await finish(words.closed, { name });
  });
}

async function change(person: Person): Promise<void> {
  const programs = new ProgramChoice("change", (text) => rules.fold(text), page.refresh, person.programs.map(({ id }) => id));
  await page.run(() => programs.choose(person.field ?? ""));
  changing = { person, programs };
  page.refresh();
  document.getElementById("change")?.focus();
}

async function save(event: Event): Promise<void> {
  event.preventDefault();
  if (!changing) return;
  const { person, programs } = changing;
  if (!programs.check()) return page.refresh();
  await page.run(async () => {
    await setPrograms(person.id, [...programs.chosen]);
    await finish(words.changed, { name: person.name });
  });
}

const texts = ({ name, mail, programs }: Person): string =>
  rules.fold([name, mail, ...programs.flatMap((program) => [program.name, program.facility])].join(" "));

const narrow = (event: Event): void => {
  part = (event.target as HTMLInputElement).value;
  page.refresh();
};

const changeForm = (): TemplateResult | typeof nothing => changing === null ? nothing : html`
  <form class="form card card--wash" @submit=${save}>
    <h3>${changing.person.name}</h3>
    ${changing.programs.draw()}
    <div class="actions"><button class="button button--solid" aria-disabled=${page.busy}>${say(words.save)}</button></div>
  </form>`;

function list(): TemplateResult {
  const shown = told.people.filter((person) => texts(person).includes(rules.fold(part)));
  const deeds = { change: (person: Person) => void change(person), again: (person: Person) => void again(person),
    close: (person: Person) => void close(person), own: staffMember().staff.id };
  return html`
    <div class="item">
      <label class="item__label" for="find">${say(words.find)}</label>
      <input id="find" name="find-people" class="input" type="search" autocomplete="off" .value=${part} @input=${narrow} />
      <p class="small" role="status">${say(words.shown, { shown: shown.length, count: told.people.length })}</p>
    </div>
    ${changeForm()}
    <ul class="cards">${shown.map((person) => row(person, deeds))}</ul>`;
}

const page = openStaffPage({
  title: () => say(staffPageWords.people.title),
  wide: true,
  load,
  main: () => html`
    ${done ? html`<div id="done" tabindex="-1">${banner({ kind: "success", title: done, alert: true })}</div>` : nothing}
    <p class="lead">${say(staffMember().staff.role === "board" ? words.leadBoard : words.leadSociety)}</p>
    <section class="section invite" aria-labelledby="invite-title"><h2 id="invite-title">${say(words.invite)}</h2>${form.draw()}</section>
    <section class="section" aria-labelledby="list-title">
      <h2 id="list-title">${say(words.list)}</h2>
      ${told.people.length > 0 ? list() : html`<p>${say(words.none)}</p>`}
    </section>`,
});
