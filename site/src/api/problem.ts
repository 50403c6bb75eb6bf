// How a request can fail: the server refused it and said why (RFC 9457), or no answer came.
import type { Said } from "../words/i18n.ts";

export interface ProblemError { field: string; code: string; message: string; }
/** Whose mailed link it was that leads nowhere any more. */
export interface SpentLink { mail: string; field: string; }
export interface Problem { status: number; code: string; message: string; errors: ProblemError[]; link?: SpentLink; }

/** The server answered, and the answer is no. `message` is a sentence for the reader, in their language. */
export class Refused extends Error {
  /** What could not be done, as the title of the refusal; null where nobody said. */
  failed: Said | null = null;

  constructor(readonly problem: Problem, readonly retryAfterSeconds: number | null = null) {
    super(problem.code);
    this.name = "Refused";
  }
  get status(): number { return this.problem.status; }
  get code(): string { return this.problem.code; }
  /** Nobody is logged in (any more), as opposed to a wrong password. */
  get sessionOver(): boolean { return this.status === 401 && this.code !== "log_in_failed"; }
}

/** No answer: the network is off, the server is away, or it took too long. */
export class Away extends Error {
  constructor(readonly reason: "offline" | "unreachable" | "too_slow") {
    super(reason);
    this.name = "Away";
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const textOr = (value: unknown, otherwise: string): string => (typeof value === "string" ? value : otherwise);

function readLink(link: unknown): { link?: SpentLink } {
  if (!isRecord(link)) return {};
  const { mail, field } = link;
  return typeof mail === "string" && typeof field === "string" ? { link: { mail, field } } : {};
}

/** Reads a problem leniently: a proxy in between may answer in its own words. */
export function readProblem(status: number, body: unknown): Problem {
  const fields = isRecord(body) ? body : {};
  const errors = Array.isArray(fields["errors"]) ? fields["errors"].filter(isRecord) : [];
  return {
    status,
    code: textOr(fields["code"], "unknown"),
    message: textOr(fields["message"], ""),
    ...readLink(fields["link"]),
    errors: errors.map((each) => ({
      field: textOr(each["field"], ""), code: textOr(each["code"], ""), message: textOr(each["message"], ""),
    })),
  };
}
