// /search.html: the programs of the applicant's own field (M3.3, M3.4). The whole catalogue is fetched once, the wasm core
// searches it at every key without a request; the search stands in the address, and coming back restores it.
import "./search/search.css";
import { html, nothing, type TemplateResult } from "lit-html";
import type { Search } from "@senkoi/core";
import { readCatalogue, readFigures } from "../api/calls.ts";
import { Away, Refused } from "../api/problem.ts";
import type { Catalogue, Figures, ProgramFigures } from "../api/types.ts";
import { currentApplication, keepTrue, presentOf, readApplicant, type Applicant } from "../parts/applicant.ts";
import { banner } from "../parts/banner.ts";
import { announce } from "../parts/live.ts";
import { openPage } from "../parts/page.ts";
import { pageWords } from "../words/pages.ts";
import { say } from "../words/said.ts";
import { searchWords as words } from "../words/search.ts";
import { keepPlace, keptPlace } from "./search/returning.ts";
import { results, type Row } from "./search/results.ts";
import { searchForm } from "./search/search_form.ts";
import { emptyQuery, readQuery, writeQuery, type Query } from "./search/search_state.ts";

const firstRows = 60;
const moreRows = 180;
const calmMs = 400;

let applicant: Applicant | null = null;
let catalogue: Catalogue | null = null;
let search: Search | null = null;
let figures: ReadonlyMap<number, ProgramFigures> | null = null;
let query = readQuery(new URL(location.href));
let found: readonly number[] = [];
let shown = firstRows;

async function figuresOrNone(field: string): Promise<Figures | null> {
  try {
    return await readFigures(field);
  } catch (cause) {
    if (cause instanceof Away || cause instanceof Refused) return null;
    throw cause;
  }
}

async function load(): Promise<void> {
  applicant = await readApplicant();
  const { field } = applicant.me;
  const [read, counted] = await Promise.all([readCatalogue(field), figuresOrNone(field)]);
  catalogue = read;
  search = applicant.rules.search(read.programs);
  figures = counted && new Map(counted.programs.map((each) => [each[0], each]));
  find();
}

function find(): void {
  found = Array.from(search!.find(query));
}

let calm = 0;

/** The address and the spoken count follow once the typing rests: a browser limits the one, a listener the other. */
function settle(): void {
  history.replaceState(history.state, "", writeQuery(new URL(location.href), query));
  announce(say(words.found, { count: found.length }));
}

function change(next: Query): void {
  query = next;
  shown = firstRows;
  find();
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

function rowOf(index: number): Row {
  const program = catalogue!.programs[index]!;
  const counted = figures?.get(program.id);
  const applicants = counted ? counted[1] : null;
  const current = currentApplication(applicant!);
  return {
    program,
    applicants,
    over: counted !== undefined && applicant!.rules.overCapacity(counted[1] - (counted[3] ?? 0), program.capacity),
    yours: current?.state === "applied" && current.program.id === program.id,
    recruits: program.rounds.includes(presentOf(applicant!).round),
  };
}

const drops = [["prefecture", words.withoutPrefecture], ["facility", words.withoutFacility], ["name", words.withoutName]] as const;

function nothingFound(): TemplateResult {
  const drop = ([item, said]: (typeof drops)[number]) => html`
    <button type="button" class="button button--outline button--small" @click=${() => change({ ...query, [item]: "" })}>${say(said)}</button>`;
  return banner({
    kind: "info",
    title: say(words.nothingTitle),
    body: html`<p>${say(words.nothing)}</p>`,
    actions: html`${drops.filter(([item]) => query[item] !== "").map(drop)}`,
  });
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

function list(): TemplateResult {
  requestAnimationFrame(observeEnd);
  if (found.length === 0) return nothingFound();
  return html`${results(found.slice(0, shown).map(rowOf))} ${moreButton()}`;
}

const main = (): TemplateResult => html`
  <p class="lead">${say(words.lead)}</p>
  ${searchForm({ query, change, clear })}
  <section class="search-results" aria-labelledby="list">
    <h2 id="list">${say(words.list)} <span class="search-results__count">${say(found.length === 1 ? words.countOne : words.count, { count: found.length })}</span></h2>
    ${figures ? nothing : html`<p class="small">${say(words.figuresMissing)}</p>`}
    ${list()}
  </section>`;

function restore(): void {
  const place = keptPlace();
  if (!place) return;
  shown = Math.max(shown, place.shown);
  page.refresh();
  scrollTo(0, place.top);
}

let restored = false;

const page = openPage({
  title: () => say(pageWords.search.title),
  main,
  load: async () => {
    await load();
    if (restored) return;
    restored = true;
    requestAnimationFrame(restore);
  },
  field: () => applicant?.me.field ?? null,
  member: true,
  wide: true,
});

history.scrollRestoration = "manual";
addEventListener("pagehide", () => keepPlace(shown));
keepTrue(page, () => applicant && presentOf(applicant));
