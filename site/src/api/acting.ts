// Whom the page shows, said with every write (reliability 46). The session's cookie belongs to whoever logged in last, in any window; a page
// that is drawn already does not change with it. The server does nothing for anybody else, and the page is then read anew.
import { Refused } from "./problem.ts";

/** Applicants and staff have sessions of their own, side by side in one browser. */
export type Kind = "applicant" | "staff";

const shown: Record<Kind, string | null> = { applicant: null, staff: null };
let readAnew: (refusal: string | null) => void = () => {};

/** What to do when somebody else is logged in than the page shows: it is to be read anew. `refusal` is the code of a write that was refused. */
export const whenAnother = (listener: typeof readAnew): void => void (readAnew = listener);

/** Whether the page shows somebody, and this is somebody else; null is nobody. */
export const showsAnother = (kind: Kind, who: string | null): boolean => shown[kind] !== null && shown[kind] !== who;

const never = (refusal: string | null): Promise<never> => {
  readAnew(refusal);
  return new Promise<never>(() => {});
};

/** Takes note of whom an answer is about. Never ends where the page shows somebody else: its own data and this answer must not mix. */
export function met<Answer>(kind: Kind, who: string, answer: Answer): Answer | Promise<never> {
  if (showsAnother(kind, who)) return never(null);
  shown[kind] = who;
  return answer;
}

export const staffName = (id: number): string => `staff-${id}`;

/** The header of a request; none where it does nothing, or for nobody. */
export function actingFor(method: string, path: string): Record<string, string> {
  const who = path.startsWith("/staff/") ? shown.staff : path.startsWith("/me") || path === "/sessions/current" ? shown.applicant : null;
  return method === "GET" || who === null ? {} : { "X-Senkoi-Acting-For": who };
}

/** Passes a failure on, but for the refusal of a write for somebody else: nothing goes on after that. */
export function unlessForAnother(cause: unknown): Promise<never> {
  if (cause instanceof Refused && cause.code === "acting_for_another") return never(cause.code);
  throw cause;
}
