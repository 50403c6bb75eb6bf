// A host without an API: a calm line above every page says so, and pages that only an API can serve say where to go instead.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "./template.ts";
import type { Present } from "@senkoi/core";
import { place } from "../../api/base.ts";
import { season } from "../../api/season.ts";
import type { Season } from "../../api/types.ts";
import { pageWords } from "../../words/pages.ts";
import { readOnlyWords as words } from "../../words/read_only.ts";
import { say } from "../../words/i18n.ts";
import { chosenField, pageInAddress, withField } from "../storage/address.ts";
import { banner } from "./banner.ts";
import { dateTime } from "../season/time.ts";

const open: readonly string[] = ["", "index.html", "search.html", "program.html", "figures.html", "schedule.html", "embed.html", "404.html"];

let told: { asOf: number | null; apply: string | null } | null = null;

export const readOnly = (): boolean => told !== null;

/** Asks once what kind of host this is; where that can't be known the page itself will say so. */
export async function startReadOnly(): Promise<void> {
  try {
    const { data, apply } = await place();
    if (data) told ??= { apply, asOf: await season().then(({ server_now }) => server_now, () => null) };
  } catch {
    told = null;
  }
}

/** Whether only an API could serve this page. */
export const closedHere = (): boolean => readOnly() && !open.includes(pageInAddress());

const where = (): TemplateResult => told?.apply
  ? html`<p>${say(words.where)} <a href=${told.apply}>${told.apply}</a></p>`
  : html`<p>${say(words.elsewhere)}</p>`;

/** Above every page of such a host. */
export function readOnlyNote(): TemplateResult | typeof nothing {
  if (!told) return nothing;
  const asOf = told.asOf === null ? "" : say(words.asOf, { time: dateTime(told.asOf) });
  return html`<div class="slow">${banner({ kind: "info", title: `${say(words.note)} ${asOf}`, body: where() })}</div>`;
}

export const waysToRead = (field: string | null): readonly { target: string; name: string; whom: string }[] => [
  { target: withField("search.html", field), name: say(words.search), whom: say(words.searchFor) },
  { target: withField("figures.html", field), name: say(words.figures), whom: say(words.figuresFor) },
];

/** In place of a page that only an API could serve. */
export const closedPage = (): TemplateResult => banner({
  kind: "info",
  title: say(words.closedTitle),
  body: html`<p>${say(words.closed)}</p>`,
  actions: html`${waysToRead(chosenField()).map(({ target, name }) => html`<a class="button button--outline" href=${target}>${name}</a> `)}
    <a href="schedule.html">${say(pageWords.schedule.title)}</a>`,
});

/** In place of the way to apply. */
export const applyElsewhere = (): TemplateResult => html`<p><strong>${say(words.applyTitle)}</strong></p>${where()}`;

/** Where the season stands by the reader's own clock: a file knows only when it was written. */
export async function presentNow({ schedule: { rounds } }: Season): Promise<Present> {
  const { coreOfSeason } = await import("../rules/core.ts"); // no other host asks the rules for this, so its entrance need not load them
  return (await coreOfSeason()).present(rounds, Date.now());
}
