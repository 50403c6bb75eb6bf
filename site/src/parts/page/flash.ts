// A word that an action leaves for the page it ends on, shown there once: "your application is complete".
import { nothing, type TemplateResult } from "lit-html";
import { html } from "./template.ts";
import { say, type Said } from "../../words/i18n.ts";
import { banner } from "./banner.ts";
import { drop, keep, kept } from "../storage/memory.ts";

export function leaveWord(said: Said): void {
  keep("flash", said);
  leaveFocus();
}

/** What was done ends on another page: the focus shall not be lost on the way there. */
export const leaveFocus = (): void => keep("deed", true);

/** Once the page is drawn: to the word, else to the heading; tells whether a deed led here. */
export function focusAfterDeed(): boolean {
  if (!kept<boolean>("deed")) return false;
  drop("deed");
  (document.getElementById("word") ?? document.getElementById("heading"))?.focus({ preventScroll: true });
  return true;
}

export function takeWord(): Said | null {
  const said = kept<Said>("flash");
  drop("flash");
  return said;
}

export const flash = (said: Said | null): TemplateResult | typeof nothing =>
  said ? html`<div id="word" tabindex="-1">${banner({ kind: "success", title: say(said), alert: true })}</div>` : nothing;
