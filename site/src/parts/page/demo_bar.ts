// The slim bar of a demo server on top of every page: its time, its mails. A real server has no demo, and nothing is drawn.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "./template.ts";
import { siteRoot } from "../../api/base.ts";
import { readDemo } from "../../api/calls.ts";
import { season, serverNow } from "../../api/season.ts";
import type { DemoState } from "../../api/types.ts";
import { shellWords as words } from "../../words/pages.ts";
import { say } from "../../words/i18n.ts";
import { remember, remembered } from "../storage/memory.ts";
import { isoTime, shortDateTime } from "../season/time.ts";

const yes = "yes";
let demo: DemoState | null = null;
/** Until the server has said so, what it said the last time: the bar keeps its place, and nothing moves when it is filled. */
let expected = remembered("demo") === yes;

export const isDemo = (): boolean => demo !== null;

/** Asks once whether this is a demo; a real server says so in its season, and is not asked for more. */
export async function startDemoBar(): Promise<void> {
  try {
    expected = (await season()).demo;
    remember("demo", expected ? yes : "");
    demo = expected ? await readDemo() : null;
  } catch {
    demo = null;
  }
}

const mailTakesMs = 600;

/** After an action, when its mail has had time to be sent: counts again, and tells whether that changed anything. */
export async function demoBarIsTrue(): Promise<boolean> {
  if (!demo) return false;
  await new Promise((done) => setTimeout(done, mailTakesMs));
  const before = demo.mail_count;
  try {
    demo = await readDemo();
  } catch {
    return false;
  }
  return demo.mail_count !== before;
}

export function heardDemo(state: DemoState): void {
  demo = state;
}

function state({ mail_count: count }: DemoState): TemplateResult {
  const now = serverNow();
  return html`
    <span><span class="for-readers">${say(words.demoTime)}</span> <time datetime=${isoTime(now)}>${shortDateTime(now)}</time></span>
    <a href=${new URL("demo.html", siteRoot).pathname}>${say(words.demoOpen, { count })}</a>`;
}

export function demoBar(): TemplateResult | typeof nothing {
  if (!demo && !expected) return nothing;
  return html`
    <aside class="demo-bar" aria-label=${say(words.demoBar)}>
      <div class="demo-bar__row">
        <strong class="demo-bar__sign">${say(words.demoBar)}</strong> ${demo ? state(demo) : nothing}
      </div>
    </aside>`;
}
