// How staff come in, and who works here (S1, S3, S4). Each fails with Refused or Away (problem.ts).
import type { Present } from "@senkoi/core";
import { met, staffName } from "./acting.ts";
import { ask } from "./request.ts";
import type { Findings } from "./types.ts";

type Values = Record<string, string>;
export type Role = "director" | "society" | "board";

export interface Staff { id: number; mail: string; name: string; role: Role; field: string | null; language: "ja" | "en"; }
export interface StaffProgram { id: number; name: string; facility: string; prefecture: string; }
/** `programs` of a director alone. */
export interface Member { staff: Staff; server_now: number; season_start_year: number; present: Present; programs?: StaffProgram[]; }
export interface Person extends Staff { invited_at: number; joined_at: number | null; programs: StaffProgram[]; }
export interface People { people: Person[]; may_invite: Role[]; }
/** What a mailed link is about; a recovery tells no secret. */
export interface OpenInvitation extends Omit<Staff, "id"> {
  kind: "invitation" | "recovery"; until_at: number; secret?: string; otpauth_uri?: string;
}

export const staffLogIn = (values: Values) => ask<{ staff: Staff }>("POST", "/staff/sessions", { body: values });
export const staffLogOut = () => ask<void>("DELETE", "/staff/sessions/current", { repeatable: true });
/** `proof`: the token of a link that came to the same mailbox. */
export const staffRecover = (mail: string, proof?: string) => ask<Findings>("POST", "/staff/recoveries", { body: { mail, token: proof } });
export const openInvitation = (token: string) => ask<OpenInvitation>("POST", "/staff/invitations/open", { body: { token }, repeatable: true });
export const joinStaff = (token: string, values: Values) =>
  ask<{ recovery_codes: string[] }>("POST", "/staff/invitations/join", { body: { token, ...values } });
export const readMember = async () => {
  const member = await ask<Member>("GET", "/staff/me");
  return met("staff", staffName(member.staff.id), member);
};

export const readPeople = () => ask<People>("GET", "/staff/people");
export const invite = (values: Values, programs: readonly number[]) =>
  ask<{ person: Person }>("POST", "/staff/people", { body: { ...values, programs } });
export const inviteAgain = (id: number) => ask<void>("POST", `/staff/people/${id}/invitation`);
export const setPrograms = (id: number, programs: readonly number[]) =>
  ask<{ person: Person }>("PUT", `/staff/people/${id}`, { body: { programs }, repeatable: true });
export const closePerson = (id: number) => ask<void>("DELETE", `/staff/people/${id}`);
