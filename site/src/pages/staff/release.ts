// /staff/release.html: what would go out of a round, and the two approvals that let it out at its time (S4, M5.1).
import "./offices/offices.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import { approveRelease, fileOf, readOfficeSeason, readRelease, takeApprovalBack, type Release } from "../../api/offices.ts";
import { serverNow } from "../../api/season.ts";
import { banner } from "../../parts/page/banner.ts";
import { confirmed } from "../../parts/page/confirm.ts";
import { chooser, doneWord } from "../../parts/staff/choosers.ts";
import { staffCoreOfSeason } from "../../parts/staff/core.ts";
import { GrowingRows } from "../../parts/staff/growing_rows.ts";
import { openStaffPage } from "../../parts/staff/shell.ts";
import { dateTime } from "../../parts/season/time.ts";
import { sentence } from "../../words/core_words.ts";
import { roundName } from "../../words/rounds.ts";
import { say } from "../../words/i18n.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { officeSeasonWords, releaseWords as words } from "../../words/staff_season.ts";
import { releaseContents } from "./release/contents.ts";

let rounds: readonly number[] = [];
let round = 0;
let release: Release | null = null;
let file = "";
let word: string | null = null;

const undecided = new GrowingRows(() => page.refresh());

async function load(): Promise<void> {
  await staffCoreOfSeason();
  const season = await readOfficeSeason();
  rounds = season.rounds.map(({ number }) => number);
  round ||= season.present.round;
  if (rounds.includes(round)) await read();
}

async function read(): Promise<void> {
  release = (await readRelease(round)).release;
  file = await fileOf(`release/${round}/recipients`);
}

function choose(value: string): void {
  void page.run(async () => {
    round = Number(value);
    word = null;
    await read();
  });
}

async function approve(): Promise<void> {
  const { approvals, notification } = release!;
  const at = dateTime(notification);
  const late = serverNow() >= notification;
  const sure = await confirmed({
    title: say(words.askTitle, { round: roundName(round) }),
    body: html`<p>${say(approvals.length === 0 ? words.askFirst : words.askSecond, { at })}</p>${approvals.length > 0 && late ? html`<p>${say(words.askNow)}</p>` : nothing}`,
    yes: say(words.yes),
  });
  if (!sure) return;
  await page.run(async () => {
    release = (await approveRelease(round)).release;
    word = say(words.approved);
  });
}

async function takeBack(): Promise<void> {
  const sure = await confirmed({ title: say(words.takeBackTitle), body: html`<p>${say(words.takeBackBody)}</p>`, yes: say(words.takeBack) });
  if (!sure) return;
  await page.run(async () => {
    release = (await takeApprovalBack(round)).release;
    word = say(words.takenBack);
  });
}

function state({ needed, released, notification, announced_at: announced }: Release): TemplateResult | typeof nothing {
  if (announced !== null) return banner({ kind: "success", title: say(words.announced, { at: dateTime(announced) }) });
  if (!needed) return banner({ kind: "info", title: say(words.notNeeded, { at: dateTime(notification) }) });
  if (!released) return nothing;
  return banner({ kind: "success", title: say(words.released), body: html`<p>${say(words.releasedAt, { at: dateTime(notification) })}</p>` });
}

const approval = ({ name, at, mine }: Release["approvals"][number], released: boolean): TemplateResult => html`
  <li>${say(words.approvedBy, { name, at: dateTime(at) })}${mine ? say(words.mine) : ""}
    ${mine && !released ? html` <button type="button" id="take-back" class="button button--quiet" aria-disabled=${page.busy} @click=${() => void takeBack()}>${say(words.takeBack)}</button>` : nothing}</li>`;

function approvals({ needed, approvals: given, released, may_approve: refusal }: Release): TemplateResult | typeof nothing {
  if (!needed) return nothing;
  const button = html`<p class="actions"><button type="button" id="approve" class="button button--solid" aria-disabled=${page.busy} @click=${() => void approve()}>
    ${say(given.length === 0 ? words.approveFirst : words.approveSecond)}</button></p>`;
  return html`
    <section class="section" aria-labelledby="approvals">
      <h2 id="approvals">${say(words.approvals)}</h2>
      ${given.length === 0 ? html`<p>${say(words.noApproval)}</p>` : html`<ol class="list">${given.map((one) => approval(one, released))}</ol>`}
      ${released ? nothing : refusal === null ? button : html`<p>${sentence(refusal)}</p>`}
    </section>`;
}

function main(): TemplateResult {
  if (!release) return html`<p>${say(officeSeasonWords.none)}</p>`;
  const options = rounds.map((number) => [String(number), roundName(number)] as const);
  return html`
    <p class="lead">${say(words.lead)}</p>
    ${doneWord(word)}
    <div class="office-tools">${chooser({ id: "round", label: words.round, options, chosen: String(round), choose })}</div>
    ${state(release)} ${releaseContents({ release, file, undecided, refresh: page.refresh })} ${approvals(release)}`;
}

const page = openStaffPage({ title: () => say(staffPageWords.release.title), main, load });
