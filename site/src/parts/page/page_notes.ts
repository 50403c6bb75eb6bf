// What every page says above all else: that there is no season yet, and that the browser lacks what the pages are made for.
import { nothing, type TemplateResult } from "lit-html";
import { season } from "../../api/season.ts";
import { shellWords } from "../../words/pages.ts";
import { say } from "../../words/i18n.ts";
import { stateWords as words } from "../../words/states.ts";
import { banner } from "./banner.ts";
import { runsWasm } from "../rules/server_rules.ts";
import { html } from "./template.ts";

let seasonMissing = false;

/** A fresh installation: the board has set up no season. False while that is not known. */
export const hasNoSeason = (): boolean => seasonMissing;

/** Asks once more; where it can't be known the page itself will say so. */
export async function startNotes(): Promise<void> {
  try {
    seasonMissing = (await season()).schedule.rounds.length === 0;
  } catch {
    seasonMissing = false;
  }
}

const note = (title: string, ...lines: readonly string[]): TemplateResult =>
  html`<aside class="slow" aria-label=${title}>${banner({ kind: "info", title, body: html`${lines.map((line) => html`<p>${line}</p>`)}` })}</aside>`;

export const pageNotes = (): TemplateResult => html`
  ${seasonMissing ? note(say(words.noSeasonTitle), say(words.noSeason)) : nothing}
  ${runsWasm() ? nothing : note(say(words.noWasmTitle), say(words.noWasm), say(shellWords.contact))}`;
