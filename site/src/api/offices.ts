// What offices ask of the API (S3, S4, S5). Each fails with Refused or Away (problem.ts).
import type { Present } from "@senkoi/core";
import { language } from "../words/i18n.ts";
import type { letterKindWords, mailStageWords } from "../words/staff_letters.ts";
import { apiBase } from "./base.ts";
import { ask } from "./request.ts";
import type { Said, SeatKind } from "./types.ts";

type Values = Record<string, string>;
type Numbers = Record<string, string | number>;
const query = (values: Numbers) =>
  new URLSearchParams(Object.entries(values).filter(([, value]) => value !== "" && value !== 0).map(([name, value]) => [name, String(value)])).toString();

export interface OfficeProgram {
  id: number; entry: Values; capacity: number; applicants: number; live: number; adopted: number; closed_at: number | null;
}
export interface OfficeNotice { id: number; published_at: number; entry: Values; }

export interface ImportProblem { line: number; column: number; heading: string; code: string; message: string; }
/** One row: what changes from what to what, as people read it; of a new row what it has. */
export interface ImportChange { line: number; subject: string; added: boolean; cells: { heading: string; before: string | null; after: string }[]; }
export interface ImportReport {
  rows: number; added: number; changed: number; same: number; encoding: string;
  /** Of a dry run, the first rows of those added or changed. */
  changes: ImportChange[];
  problem_count: number; problems: ImportProblem[];
  /** What to confirm with; null while anything is at fault. */
  digest: string | null;
  done: boolean;
  /** Of regional quotas: the matches of now, before; once done, those of the list. */
  replaced?: number; matched?: number; unmatched?: number;
  /** Of limits: what does not add up, and old and new of each node with who stands against it (T10). */
  warnings?: { line: number; node: string; code: string; message: string }[];
  limits?: LimitChange[];
}
export interface LimitChange {
  field: string; prefecture: string; node: string; before: number | null; after: number | null; adopted: number; seeking: number;
}

export interface Cell {
  field: string; prefecture: string; programs: number; capacity: number;
  applicants: number; decided: number; undecided: number; adopted: number; rejected: number; held: number; declined: number;
  adopted_in_season: number; ceiling: number | null; above_ceiling: number; seats_short: number;
}
export interface Cells { start_year: number; round: number; rounds: number; cells: Cell[]; }

export interface OfficeRound { number: number; entry: Values; closed: string[]; begun: boolean; over: boolean; released: boolean; }
export interface OfficeSeason { start_year: number; release_needed: boolean; rounds: OfficeRound[]; present: Present; server_now: number; }
export interface SeasonToSend { start_year: number; release_needed: boolean; rounds: (Values | { closed: string[] })[]; }

export interface Ceiling {
  field: string; prefecture: string; past: { year: number; adopted: number }[];
  proposed: number | null; published: number | null; reason: string; adopted: number;
  /** Taken by publishing all proposals. */
  awaits_proposal: boolean;
}

export interface Release {
  round: number; needed: boolean; released: boolean; adoption_until: number; notification: number; announced_at: number | null;
  approvals: { name: string; at: number; mine: boolean }[];
  applications: { adopted: number; rejected: number; held: number; undecided: number; declined: number };
  recipients: { state: "adopted" | "rejected" | "held" | "applied" | "declined"; language: string | null; count: number }[];
  letters: { language: string; count: number; subject: string; text: string }[];
  undecided_programs: { id: number; field: string; prefecture: string; facility: string; name: string; undecided: number; held: number }[];
  /** null: the reader may approve; else why not. */
  may_approve: string | null;
}

export interface QuotaMatch {
  user_id: string; family_name: string; given_name: string; registry_number: string; field: string; prefecture: string; matched_at: number;
}
export interface MailQueue {
  state: "running" | "unavailable" | "refused";
  since: number | null;
  stage: keyof typeof mailStageWords | null;
  why: string | null;
  waiting: number;
  oldest_at: number | null;
}
export interface Letter {
  id: number; kind: keyof typeof letterKindWords; to: string; user_id: string | null; queued_at: number;
  given_up_at: number | null; next_attempt_at: number | null; attempts: number; why: string; may_retry: boolean;
}
export interface Letters { queue: MailQueue; letters: Letter[]; }
export interface AuditEntry {
  number: number; at: number; who: string; actor: string; name: string | null; address: string;
  action: string; subject: string; detail: string;
}

export const readOfficePrograms = (field: string) => ask<{ programs: OfficeProgram[] }>("GET", `/staff/programs?${query({ field })}`);
export const createProgram = (entry: Values) => ask<{ program: OfficeProgram }>("POST", "/staff/programs", { body: entry });
export const changeProgram = (id: number, entry: Values) =>
  ask<{ program: OfficeProgram }>("PUT", `/staff/programs/${id}`, { body: entry, repeatable: true });
export const closeProgram = (id: number) => ask<void>("DELETE", `/staff/programs/${id}`, { repeatable: true });

export const readOfficeNotices = () => ask<{ notices: OfficeNotice[] }>("GET", "/staff/notices");
export const createNotice = (entry: Values) => ask<{ notice: OfficeNotice }>("POST", "/staff/notices", { body: entry });
export const changeNotice = (id: number, entry: Values) =>
  ask<{ notice: OfficeNotice }>("PUT", `/staff/notices/${id}`, { body: entry, repeatable: true });
export const removeNotice = (id: number) => ask<void>("DELETE", `/staff/notices/${id}`);

export const readLetters = () => ask<Letters>("GET", "/staff/letters");
export const retryLetter = (id: number) => ask<Letters>("POST", `/staff/letters/${id}/retry`, { repeatable: true });
export const retryLetters = () => ask<{ retried: number }>("POST", "/staff/letters/retry", { repeatable: true });

export const readProgress = (field: string, round: number) => ask<Cells>("GET", `/staff/progress?${query({ field, round })}`);
export const readStatistics = (field: string, round: number) => ask<Cells>("GET", `/staff/statistics?${query({ field, round })}`);

export const readOfficeSeason = () => ask<OfficeSeason>("GET", "/staff/season");
export const changeSeason = (season: SeasonToSend) => ask<OfficeSeason>("PUT", "/staff/season", { body: season, repeatable: true });
export const beginSeason = (season: SeasonToSend) => ask<OfficeSeason>("POST", "/staff/season", { body: season });

export const readCeilings = () => ask<{ start_year: number; ceilings: Ceiling[] }>("GET", "/staff/ceilings");
export const publishCeiling = (cell: string, entry: Values) =>
  ask<{ start_year: number; ceilings: Ceiling[] }>("PUT", `/staff/ceilings/${cell}`, { body: entry, repeatable: true });
export const publishProposals = () => ask<{ published: number }>("POST", "/staff/ceilings/proposals", { repeatable: true });

export const readRelease = (round: number) => ask<{ release: Release }>("GET", `/staff/release/${round}`);
export const approveRelease = (round: number) => ask<{ release: Release }>("POST", `/staff/release/${round}`);

export const takeApprovalBack = (round: number) => ask<{ release: Release }>("DELETE", `/staff/release/${round}`);

export const readQuotaMatches = () => ask<{ matches: QuotaMatch[] }>("GET", "/staff/regional-quota");
export const readAudit = (asked: Numbers) => ask<{ entries: AuditEntry[]; before: number | null }>("GET", `/staff/audit?${query(asked)}`);

export interface KindEntry { code: string; group: boolean; name_ja: string; name_en: string; sentence_ja: string; sentence_en: string; }
export interface CountingClass { code: string; name: Said; at_ceiling: boolean; at_capacity: boolean; from_quota: boolean; }
export interface ClassEntry { code: string; name_ja: string; name_en: string; at_ceiling: boolean; at_capacity: boolean; from_quota: boolean; }
export interface OfficeKinds { start_year: number; kinds: SeatKind[]; classes: CountingClass[]; known: SeatKind[]; }
export interface LimitNode { node: string; parent: string; limit: number | null; }
export interface LimitLine { node: string; label: string; value: number; source: string; }
export interface CellLimits { field: string; prefecture: string; nodes: LimitNode[]; lines: LimitLine[]; }
export interface OfficeLimits { start_year: number; kinds: SeatKind[]; cells: CellLimits[]; }
export const readKinds = () => ask<OfficeKinds>("GET", "/staff/kinds");
export const changeKinds = (kinds: readonly KindEntry[], classes: readonly ClassEntry[]) =>
  ask<OfficeKinds>("PUT", "/staff/kinds", { body: { kinds, classes }, repeatable: true });
export const readLimits = () => ask<OfficeLimits>("GET", "/staff/limits");
export type Importable = "programs" | "ceilings" | "regional-quota" | "limits" | "offers";
/** A dry run without a digest; with the one it answered, it is done. */
export const importTable = (what: Importable, file: Blob, digest = "") =>
  ask<ImportReport>("POST", `/staff/${what}/import${digest ? `?confirm=${digest}` : ""}`, { file });

/** Of the caller's own import; rows 0: not known yet. */
export interface ImportStand { phase: "waiting" | "reading" | "staging" | "finishing"; done: number; rows: number; }
export const readImportProgress = () => ask<{ import: ImportStand | null }>("GET", "/staff/imports/progress");

/** Where a file is fetched, in the reader's language. */
export const fileOf = async (what: "programs" | "statistics" | "limits" | "offers" | `release/${number}/recipients`, asked: Numbers = {}): Promise<string> =>
  `${await apiBase()}/staff/${what}.csv?${query({ ...asked, lang: language() })}`;
