// Who reads a page that needs no log-in where there is none: on a host without an API whoever it is stands in the place of the applicant.
import { place } from "../api/base.ts";
import { season } from "../api/season.ts";
import type { Me } from "../api/types.ts";
import { chosenField } from "./address.ts";
import { readApplicant, type Applicant } from "./applicant.ts";
import { coreOfSeason } from "./core.ts";
import { loadWords } from "./language.ts";

const firstField = "01";
const nothingRefused = { apply: null, switch: null, withdraw: null, change: null, delete: null };

async function anybody(): Promise<Applicant> {
  const [read, rules] = await Promise.all([season(), coreOfSeason(), loadWords()]);
  const me: Me = {
    user_id: "", mail: "", field: chosenField() ?? firstField, data: {}, years_since_licence: null, server_now: Date.now(),
    present: read.present, season_start_year: read.start_year, applications: [], may: nothingRefused,
  };
  return { me, rules, rounds: read.schedule.rounds };
}

/** The applicant who is logged in; where nobody can log in, whoever reads. */
export const readReader = async (): Promise<Applicant> => ((await place()).data ? anybody() : readApplicant());
