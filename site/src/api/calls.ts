// The API, one function a route. Each fails with Refused or Away (problem.ts).
import type { Language } from "../words/i18n.ts";
import { met } from "./acting.ts";
import { Away, Refused } from "./problem.ts";
import { ask } from "./request.ts";
import type * as Api from "./types.ts";

type Values = Record<string, string>;
const query = (values: Values) => new URLSearchParams(Object.entries(values).filter(([, value]) => value !== "")).toString();

export const readSeason = () => ask<Api.Season>("GET", "/season");
export const readCatalogue = (field: string) => ask<Api.Catalogue>("GET", `/catalogue/${field}`);
export const readFigures = (field: string) => ask<Api.Figures>("GET", `/figures/${field}`);
export const readPrograms = (search: Values) => ask<{ programs: Api.FoundProgram[] }>("GET", `/programs?${query(search)}`);
export const readProgram = (id: number | string) => ask<Api.Program>("GET", `/programs/${encodeURIComponent(id)}`);
export const readNotices = (field: string) => ask<{ notices: Api.Notice[] }>("GET", `/notices?${query({ field })}`);

/** A letter is asked for. `proof` is the token of a link that came to the same mailbox: its owner is not held up by what strangers ask for. */
export const enterMail = (mail: string, field: string, language: Language, proof?: string) =>
  ask<Api.Findings>("POST", "/mail-addresses", { body: { mail, field, language, token: proof } });
export const openLink = (token: string) => ask<Api.OpenedLink>("POST", "/registrations/open", { body: { token }, repeatable: true });
/** The whole form against every rule; with the token of an opened link also whether the registry number is taken. */
export const checkRegistration = (token: string, values: Values) =>
  ask<Api.RegistrationCheck>("POST", "/registrations/check", { body: { token, ...values } });
/** Sent again, the same makes no second user ID and is answered with the first. */
export const register = (token: string, values: Values) =>
  ask<Api.Registered>("POST", "/registrations", { body: { token, ...values }, repeatable: true });
export const recover = (mail: string, language: Language, proof?: string) =>
  ask<Api.Findings>("POST", "/recoveries", { body: { mail, language, token: proof } });
export const openRecovery = (token: string) => ask<Api.OpenedRecovery>("POST", "/recoveries/open", { body: { token }, repeatable: true });
/** For one of the user IDs that the link is for. */
export const setPassword = (token: string, userId: string, values: Values) =>
  ask<void>("POST", "/passwords", { body: { token, user_id: userId, ...values } });
export const logIn = (values: Values) => ask<Api.LoggedIn>("POST", "/sessions", { body: values });
export const logOut = () => ask<void>("DELETE", "/sessions/current", { repeatable: true });

export const readMe = async () => {
  const me = await ask<Api.Me>("GET", "/me");
  return met("applicant", me.user_id, me);
};
export const changeMe = (data: Values) => ask<{ data: Values } & Api.Findings>("PUT", "/me", { body: data, repeatable: true });
export const changePassword = (values: Values) => ask<void>("PUT", "/me/password", { body: values });

async function sessionIsOver(): Promise<boolean> {
  try {
    await readMe();
    return false;
  } catch (cause) {
    return cause instanceof Refused && cause.sessionOver;
  }
}

/** When the answer is lost, the end of the session tells that it was done. */
export async function deleteMe(): Promise<void> {
  try {
    await ask<void>("DELETE", "/me");
  } catch (cause) {
    if (!(cause instanceof Away && (await sessionIsOver()))) throw cause;
  }
}

/** `key` names one wish to apply or to switch: repeating the request with it does it once. */
const once = (program: number, key: string, kind: string) => ({
  body: { program_id: program, ...(kind ? { kind } : {}) }, headers: { "Idempotency-Key": key }, repeatable: true,
});
/** `kind` of the program's seats; empty where it offers one (T2). */
export const apply = (program: number, key: string, kind = "") =>
  ask<{ application: Api.Application }>("POST", "/me/applications", once(program, key, kind));
export const withdraw = (application: number) =>
  ask<{ application: Api.Application }>("POST", `/me/applications/${application}/withdrawal`);
export const switchTo = (application: number, program: number, key: string, kind = "") =>
  ask<{ application: Api.Application }>("POST", `/me/applications/${application}/switch`, once(program, key, kind));

export const readDemo = () => ask<Api.DemoState>("GET", "/demo");
export const moveDemoClock = (to: { now: number } | { reset: true }) => ask<Api.DemoState>("POST", "/demo/clock", { body: to });
export const readDemoMails = () => ask<Api.DemoMailRow[]>("GET", "/demo/mails");
export const readDemoMail = (id: number) => ask<Api.DemoMail>("GET", `/demo/mails/${id}`);
