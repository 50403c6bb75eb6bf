// This page shows one person, and in another window somebody else has logged in, or nobody is logged in any more: the page begins anew
// before it can act, with nothing of the one before, and says why (reliability 46).
import { nothing, type TemplateResult } from "lit-html";
import { whenAnother } from "../../api/acting.ts";
import { sentence } from "../../words/core_words.ts";
import { say } from "../../words/i18n.ts";
import { stateWords } from "../../words/states.ts";
import { banner } from "./banner.ts";
import { areChangesOf } from "../storage/kept_form.ts";
import { drop, dropPersonal, keep, kept } from "../storage/memory.ts";
import { whenAnotherLogsIn } from "../storage/other_tabs.ts";
import { html } from "./template.ts";

const name = "another";
const anotherLoggedIn = "logged_in";
/** What a page whose session is over says of it goes by these. */
const isThatSomebodyWasHere = (name: string): boolean => name === "member" || name === "staff";
let begun = false;
let why: string | null = null;

function beginAnew(reason: string | null, who: string | null = null): void {
  if (begun) return;
  begun = true;
  dropPersonal(who === null ? isThatSomebodyWasHere : areChangesOf(who));
  if (reason !== null) keep(name, reason);
  location.reload();
}

/** Once a page, before it reads anything. */
export function watchPerson(): void {
  why = kept<string>(name);
  drop(name);
  whenAnother((refusal) => beginAnew(refusal ?? anotherLoggedIn, ""));
  whenAnotherLogsIn((who) => beginAnew(who === null ? null : anotherLoggedIn, who));
}

/** Why the page began anew, above what it shows now. */
export function anotherPersonNote(): TemplateResult | typeof nothing {
  if (why === null) return nothing;
  const title = why === anotherLoggedIn ? say(stateWords.anotherLoggedIn) : sentence(why);
  return html`<div class="slow">${banner({ kind: "warning", title, alert: true })}</div>`;
}
