// /search.html: the programs of the applicant's own field (M3.3, M3.4). The whole catalogue is fetched once, the wasm core
// searches it at every key without a request; the search stands in the address, and coming back restores it.
import "./search/search.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../parts/page/template.ts";
import { readCatalogue, readFigures } from "../api/calls.ts";
import type { Application, Catalogue, CatalogueProgram, ProgramFigures } from "../api/types.ts";
import { currentApplication, keepTrue, presentOf, type Applicant } from "../parts/applicant/applicant.ts";
import { withField } from "../parts/storage/address.ts";
import { fieldSelect } from "../parts/form/field_select.ts";
import { announce } from "../parts/page/live.ts";
import { seenLoggedIn } from "../parts/storage/membership.ts";
import { orNull } from "../parts/page/optional.ts";
import type { Part } from "../parts/page/gradual.ts";
import { openPage } from "../parts/page/page.ts";
import { isVisitor, readReader } from "../parts/applicant/applicant_or_guest.ts";
import { pageWords } from "../words/pages.ts";
import { say } from "../words/i18n.ts";
import { searchWords as words } from "../words/search.ts";
import { Finder } from "./search/finder.ts";
import { nothingFound } from "./search/nothing_found.ts";
import { keepPlace, keptPlace, type Place } from "./search/returning.ts";
import { results, type Row } from "./search/results.ts";
import { searchForm } from "./search/search_form.ts";
import { emptyQuery, readQuery, writeQuery, type Query } from "./search/search_state.ts";

/** A phone's screen holds four below the conditions; the rest of the first rows is drawn next, and more when their end comes near. */
const rowsInView = 4;
const firstRows = 12;
const moreRows = 60;
const calmMs = 400;

let applicant: Applicant | null = null;
let catalogue: Catalogue | null = null;
let finder: Finder | null = null;
let figures: ReadonlyMap<number, ProgramFigures> | null = null;
let query = readQuery(new URL(location.href));
let found: readonly number[] = [];
let shown = firstRows;

async function load(): Promise<void> {
  applicant = await readReader();
  const { me: { field }, rules } = applicant;
  const [read, counted] = await Promise.all([catalogue ?? readCatalogue(field), orNull(readFigures(field))]);
  finder ??= new Finder(rules, read);
  catalogue = read;
  figures = counted && new Map(counted.programs.map((each) => [each[0], each]));
  await find();
}

/** At once where the browser searches; an answer of the server is drawn when it has come. */
function find(): void | Promise<void> {
  const places = finder!.find(query);
  if (!(places instanceof Promise)) return void (found = places);
  return places.then((answered) => {
    found = answered ?? found;
    page.refresh();
  });
}

let calm: number | undefined;

/** Writes the search into the address. A browser limits how often, so this waits until the typing rests, or a result is chosen. */
function settle(): void {
  if (calm === undefined) return;
  clearTimeout(calm);
  calm = undefined;
  history.replaceState(history.state, "", writeQuery(new URL(location.href), query));
  announce(say(words.found, { count: found.length }));
}

function change(next: Query): void {
  query = next;
  shown = firstRows;
  void find();
  page.refresh();
  clearTimeout(calm);
  calm = window.setTimeout(settle, calmMs);
}

function clear(): void {
  change(emptyQuery);
  document.getElementById("prefecture")?.focus();
}

function more(): void {
  shown += moreRows;
  page.refresh();
}

function rowOf(program: CatalogueProgram, current: Application | null, round: number): Row {
  const [, applicants, , , seeking, left] = figures?.get(program.id) ?? [];
  return {
    program,
    figures: applicants === undefined || seeking === undefined ? null
      : { applicants, seeking, left: left ?? null, over: finder!.over(program.id, seeking, program.capacity) },
    yours: current?.state === "applied" && current.program.id === program.id,
    recruits: program.rounds.includes(round),
  };
}

function rows(count: number): Row[] {
  const current = currentApplication(applicant!);
  const { round } = presentOf(applicant!);
  return found.slice(0, count).map((index) => rowOf(catalogue!.programs[index]!, current, round));
}

/** Grows the list when its end comes near; a press does the same. */
const near = new IntersectionObserver((entries) => entries.some((each) => each.isIntersecting) && more(), { rootMargin: "800px" });

function moreButton(): TemplateResult | typeof nothing {
  const left = found.length - shown;
  if (left <= 0) return nothing;
  return html`<button type="button" id="more" class="button button--outline" @click=${more}>${say(words.more, { count: left })}</button>`;
}

function observeEnd(): void {
  near.disconnect();
  const button = document.getElementById("more");
  if (button) near.observe(button);
}

function list(inView: boolean): TemplateResult {
  if (found.length === 0) return nothingFound(query, change);
  if (inView) return results(rows(rowsInView));
  requestAnimationFrame(observeEnd);
  return html`${results(rows(shown))} ${moreButton()}`;
}

/** An applicant searches their own field; a visitor may look at any. */
const fieldChoice = (field: string): TemplateResult =>
  fieldSelect(field, (asked) => location.assign(writeQuery(new URL(withField("search.html", asked), location.href), query)));

const conditions = (): TemplateResult => html`
  <p class="lead">${say(words.lead)}</p>
  ${applicant && isVisitor(applicant) ? fieldChoice(applicant.me.field) : nothing}
  ${searchForm({ query, change, clear })}`;

const section = (inView: boolean): TemplateResult => html`
  <section class="search-results" aria-labelledby="list" @click=${settle}>
    <h2 id="list">${say(words.list)} <span class="search-results__count">${say(found.length === 1 ? words.countOne : words.count, { count: found.length })}</span></h2>
    ${figures ? nothing : html`<p class="small">${say(words.figuresMissing)}</p>`}
    ${list(inView)}
  </section>`;

let place: Place | null = null;

/** First the conditions, then the rows in view, then the other first rows; all at once where one comes back to a place further down. */
const main = (): readonly Part[] => place ? [() => html`${conditions()} ${section(false)}`]
  : [conditions, () => section(page.drawn < 3), () => nothing];

function restore(): void {
  place = keptPlace();
  if (!place) return;
  shown = Math.max(shown, place.shown);
  requestAnimationFrame(() => scrollTo(0, place!.top));
}

let restored = false;

const page = openPage({
  title: () => say(pageWords.search.title),
  main,
  load: async () => {
    await load();
    if (restored) return;
    restored = true;
    restore();
  },
  field: () => applicant?.me.field ?? null,
  get member() { return seenLoggedIn(); },
  wide: true,
});

history.scrollRestoration = "manual";
addEventListener("pagehide", () => keepPlace(shown));
keepTrue(page, () => applicant && presentOf(applicant));
