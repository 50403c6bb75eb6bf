// /schedule.html: the master schedule as a time line, with "you are here" and the time left by the server's clock (M3.1 ⑥).
import type { TemplateResult } from "lit-html";
import { html } from "../parts/page/template.ts";
import type { Core, Present } from "@senkoi/core";
import { forgetSeason, season, serverNow } from "../api/season.ts";
import type { Season } from "../api/types.ts";
import { chosenField } from "../parts/storage/address.ts";
import { coreOfSeason } from "../parts/rules/core.ts";
import { keepTrue } from "../parts/applicant/applicant.ts";
import { seenLoggedIn } from "../parts/storage/membership.ts";
import type { Main } from "../parts/page/gradual.ts";
import { openPage } from "../parts/page/page.ts";
import { presentBanner } from "../parts/season/season_status.ts";
import { seasonLegend, seasonPicture } from "../parts/season/season_picture.ts";
import { timelineRounds, type Timeline } from "../parts/season/timeline.ts";
import { pageWords, shellWords } from "../words/pages.ts";
import { say } from "../words/i18n.ts";
import { scheduleWords as words } from "../words/schedule.ts";

let known: { season: Season; rules: Core } | null = null;

const present = (): Present | null => known && known.rules.present(known.season.schedule.rounds, serverNow());

const line = ({ rounds, now }: Timeline): TemplateResult => html`
  <section class="section" aria-labelledby="line">
    <h2 id="line">${say(words.line)}</h2>
    ${seasonPicture(rounds, now)} ${seasonLegend()}
  </section>`;

const dates = (timeline: Timeline): TemplateResult => html`
  <section class="section" aria-labelledby="rounds">
    <h2 id="rounds">${say(words.rounds)}</h2>
    ${timelineRounds(timeline)}
  </section>`;

function main(): Main {
  const { season: { start_year, schedule: { rounds } } } = known!;
  if (rounds.length === 0) return html`<p><a class="back" href="./">${say(shellWords.entry)}</a></p>`; // the note above says why
  const timeline = { rounds, present: present()!, now: serverNow() };
  const lead = () => html`<p class="lead">${say(words.lead, { year: start_year })}</p> ${presentBanner(timeline.present, rounds)}`;
  return [lead, () => line(timeline), () => dates(timeline)];
}

const page = openPage({
  title: () => say(pageWords.schedule.title),
  main,
  load: async () => {
    if (known) forgetSeason();
    const [read, rules] = await Promise.all([season(), coreOfSeason()]);
    known = { season: read, rules };
  },
  field: chosenField,
  get member() { return seenLoggedIn(); },
  wide: true,
});

keepTrue(page, present);
