// The applicant who is logged in, and what they may do now: by the core's calendar and the server's clock, so that a page left
// open changes at the very end of a period. Another tab, the way back to this one, and the end of a period make it read again.
import type { Allowed, Core, Present, Round, Target } from "@senkoi/core";
import { readMe } from "../../api/calls.ts";
import { heardServerTime, season, serverNow } from "../../api/season.ts";
import type { Application, Me } from "../../api/types.ts";
import { coreOfSeason } from "../rules/core.ts";
import { sawLoggedIn } from "../storage/membership.ts";
import { remember } from "../storage/memory.ts";
import { whenTold } from "../storage/other_tabs.ts";
import type { Page } from "../page/page.ts";
import { ServerRules } from "../rules/server_rules.ts";

export interface Applicant { readonly me: Me; readonly rounds: readonly Round[]; readonly rules: Core; }

/** Fails as requests do; a session that is over is a Refused that the page shell understands. */
export async function readApplicant(): Promise<Applicant> {
  const [me, rules, { schedule }] = await Promise.all([readMe(), coreOfSeason(), season()]);
  heardServerTime(me.server_now);
  if (rules instanceof ServerRules) rules.hear(me.present, me.may);
  remember("field", me.field);
  sawLoggedIn();
  return { me, rules, rounds: schedule.rounds };
}

export const presentOf = ({ rules, rounds }: Applicant): Present => rules.present(rounds, serverNow());
/** With a target, apply and switch are about that program. */
export const mayOf = ({ rules, rounds, me }: Applicant, target?: Target): Allowed =>
  rules.allowed(rounds, serverNow(), me.applications, target);

/** The application that counts: the newest that is not withdrawn, else the newest; null for who never applied. */
export function currentApplication({ me }: Applicant): Application | null {
  const newestFirst = [...me.applications].sort((a, b) => b.applied_at - a.applied_at || b.id - a.id);
  return newestFirst.find((each) => each.state !== "withdrawn") ?? newestFirst[0] ?? null;
}

export const roundOf = ({ rounds }: Applicant, round: number): Round | undefined =>
  rounds.find((each) => each.round === round);
export const nextRound = ({ rounds }: Applicant, after: number): Round | undefined =>
  rounds.find((each) => each.round > after);

/** Whoever is adopted, or held, waits for no further round: its countdowns are none of their business (M5.3). */
export function waitsForRounds(applicant: Applicant): boolean {
  const current = currentApplication(applicant);
  if (current?.state !== "adopted" && current?.state !== "held") return true;
  const { round, period } = presentOf(applicant);
  return round === current.round && period !== "notified";
}

const second = 1_000;
const freshFor = 2 * second;
const samePeriod = (a: Present, b: Present): boolean => a.round === b.round && a.period === b.period;

/** Keeps a page true for as long as it is open; `presentNow` is null until the page has loaded. */
export function keepTrue(page: Page, presentNow: () => Present | null): void {
  let readAt = Date.now();
  let last: Present | null = null;
  const read = async (): Promise<void> => {
    readAt = Date.now();
    await page.reload();
  };
  const watch = (): void => {
    const present = presentNow();
    const ended = present !== null && last !== null && !samePeriod(present, last);
    last = present;
    const left = (present?.until ?? Infinity) - serverNow();
    if (ended || left <= 0) {
      page.refresh();
      void read();
    }
    setTimeout(watch, left > 0 ? Math.min(left, second) : second);
  };
  whenTold(() => void read());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && Date.now() - readAt > freshFor) void read();
  });
  watch();
}
