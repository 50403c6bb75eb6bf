// A request that failed, in words: what happened and the one thing to do now.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "./template.ts";
import { Away, Refused } from "../../api/problem.ts";
import { say, type Said } from "../../words/i18n.ts";
import { stateWords as words } from "../../words/states.ts";
import { pageInAddress } from "../storage/address.ts";
import { banner } from "./banner.ts";
import { duration } from "../season/countdown.ts";

export type Failure = Refused | Away;

/** Anything that is not a failed request is a mistake of ours: the console has it, the reader is told that it did not work. */
export function asFailure(cause: unknown): Failure {
  if (cause instanceof Refused || cause instanceof Away) return cause;
  console.error(cause);
  return new Refused({ status: 0, code: "broken", message: "", errors: [] });
}

/** "3分": how long to wait, rounded up to whole minutes, or hours. */
function waitSaid(seconds: number): string {
  const unit = seconds <= 60 ? 1 : seconds <= 7200 ? 60 : 3600;
  return duration(Math.ceil(seconds / unit) * unit * 1000);
}

/** Too often, or too many at once: when the same is answered again (RFC 6585, 4; RFC 9110, 15.6.4). */
const later: Record<number, { title: Said; text: Said }> = {
  429: { title: words.tooOftenTitle, text: words.tooOften },
  503: { title: words.busyTitle, text: words.busyUntil },
};

function said(failure: Failure): { title: Said; text: string } {
  if (failure instanceof Away)
    return failure.reason === "offline"
      ? { title: words.offlineTitle, text: say(words.offline) }
      : { title: words.awayTitle, text: say(words.away) };
  const { status, retryAfterSeconds: seconds, problem } = failure;
  const known = later[status];
  const text = known && seconds ? say(known.text, { time: waitSaid(seconds) }) : problem.message || say(words.trouble);
  return { title: known?.title ?? failure.failed ?? words.troubleTitle, text };
}

/** Runs an action whose refusal is headed by what could not be done. */
export async function attempt<T>(failed: Said, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof Refused) cause.failed ??= failed;
    throw cause;
  }
}

const worthRepeating = [408, 429];
/** Whether the same request may be answered otherwise in a while; a refusal of the rules stays one. */
export const helpsAgain = (failure: Failure): boolean =>
  failure instanceof Away || failure.status < 400 || failure.status >= 500 || worthRepeating.includes(failure.status);

/** The banner of a failure; `again` repeats what failed. */
export function failureBanner(failure: Failure, again?: () => void): TemplateResult {
  const { title, text } = said(failure);
  const button = again ? html`<button type="button" class="button button--outline" @click=${again}>${say(words.again)}</button>` : nothing;
  return banner({ kind: "error", title: say(title), body: html`<p>${text}</p>`, actions: button, alert: true });
}

/** In place of a page whose session is over, or was never begun: the way to log in, and back here afterwards. */
export function sessionOver(wasMember: boolean): TemplateResult {
  const here = pageInAddress() + location.search;
  const target = `login.html?next=${encodeURIComponent(here)}`;
  return banner({
    kind: "info",
    title: say(wasMember ? words.sessionOverTitle : words.noSessionTitle),
    body: html`<p>${say(wasMember ? words.sessionOver : words.noSession)}</p>`,
    actions: html`<a class="button button--solid" href=${target}>${say(words.toLogIn)}</a>`,
    alert: true,
  });
}
