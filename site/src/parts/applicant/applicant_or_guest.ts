// Who reads a page that needs no log-in: the applicant who is logged in; else, and on a host without an API always, anybody, who stands in
// the place of an applicant without a user ID.
import { place } from "../../api/base.ts";
import { Refused } from "../../api/problem.ts";
import { season, serverNow } from "../../api/season.ts";
import type { Me } from "../../api/types.ts";
import { chosenField } from "../storage/address.ts";
import { readApplicant, type Applicant } from "./applicant.ts";
import { coreOfSeason } from "../rules/core.ts";
import { loadWords } from "../storage/language.ts";
import { seenLoggedIn } from "../storage/membership.ts";

const firstField = "01";
const nothingRefused = { apply: null, switch: null, withdraw: null, change: null, delete: null };

async function anybody(): Promise<Applicant> {
  const [read, rules] = await Promise.all([season(), coreOfSeason(), loadWords()]);
  const me: Me = {
    user_id: "", mail: "", field: chosenField() ?? firstField, data: {}, years_since_licence: null, server_now: serverNow(),
    present: read.present, season_start_year: read.start_year, applications: [], may: nothingRefused,
  };
  return { me, rules, rounds: read.schedule.rounds };
}

/** Nobody who is logged in. */
export const isVisitor = ({ me }: Applicant): boolean => me.user_id === "";

/** Whoever was logged in in this tab is told that this is over, and does not become a visitor unawares. */
export async function readReader(): Promise<Applicant> {
  if ((await place()).data) return anybody();
  try {
    return await readApplicant();
  } catch (cause) {
    if (cause instanceof Refused && cause.sessionOver && !seenLoggedIn()) return anybody();
    throw cause;
  }
}
