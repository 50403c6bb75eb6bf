// What directors ask of the API (S1, S2, M5.2). Each fails with Refused or Away (problem.ts).
import type { ApplicationState, Present } from "@senkoi/core";
import { language } from "../words/i18n.ts";
import { apiBase } from "./base.ts";
import { ask } from "./request.ts";
import type { Findings } from "./types.ts";

/** `left` and `ceiling_left` are never below zero; where there is no ceiling, it and what is left of it are null. */
export interface Seats {
  adopted: number; capacity: number; left: number;
  prefecture_adopted: number; ceiling: number | null; ceiling_left: number | null;
  /** In a season with kinds: what the program offers of each, and the limits of its cell (T2, T3). */
  offers?: readonly { kind: string; adopted: number; seats: number; left: number }[];
  limits?: readonly { node: string; parent: string; limit: number | null; adopted: number; left: number | null }[];
}
export interface DirectedProgram {
  id: number; name: string; facility: string; prefecture: string; field: string; capacity: number; seats: Seats;
}
/** null: allowed; else the code of the refusal. */
export interface DirectorMay {
  adopt: string | null; reject: string | null; hold: string | null;
  undecide: string | null; decline: string | null; change: string | null;
}
export interface Held { reason: string; owner: string; }
export interface CandidateAccount { user_id: string; mail: string; data: Record<string, string>; years_since_licence: number | null; }
export interface Candidate {
  application: { id: number; program: number; round: number; state: ApplicationState; applied_at: number; changed_at: number;
    /** Of the seats applied for, in a season with kinds (T2); where they count, if not everywhere (T4). */
    kind?: string; counts?: { at_ceiling: boolean; at_capacity: boolean };
  };
  /** null once the applicant has deleted the user ID. */
  account: CandidateAccount | null;
  held: Held | null;
  /** Why the data was changed at the applicant's word, oldest first. */
  notes: readonly DataNote[];
  may: DirectorMay;
}
export interface DataNote { at: number; by: string; note: string; }
export interface Candidates {
  server_now: number; present: Present; season_start_year: number; programs: DirectedProgram[]; candidates: Candidate[];
}
export type Decided = "applied" | "adopted" | "rejected" | "held";
export interface Decision { application: number; from: ApplicationState; to: Decided; reason?: string; owner?: string; }
export interface DecisionOutcome {
  application: number; code: string | null; message: string | null;
  state: ApplicationState; held: Held | null; may: DirectorMay; seats: Seats;
  /** The kind or group whose seats or limit refused. */
  refused_by?: string;
}

export const readCandidates = () => ask<Candidates>("GET", "/staff/candidates");
export const decide = (decisions: readonly Decision[]) =>
  ask<{ outcomes: DecisionOutcome[] }>("POST", "/staff/decisions", { body: { decisions } });
export const decline = (application: number) =>
  ask<{ candidate: Candidate }>("POST", `/staff/candidates/${application}/decline`);
export const changeData = (application: number, values: Record<string, string>) =>
  ask<{ candidate: Candidate } & Findings>("PUT", `/staff/candidates/${application}/data`, { body: values, repeatable: true });

export const candidatesFile = async (program: number): Promise<string> =>
  `${await apiBase()}/staff/candidates.csv?program=${program}&lang=${language()}`;
export const seatsEvents = async (): Promise<string> => `${await apiBase()}/staff/seats/events`;
