// The answers of the HTTP API (server/api/openapi.yaml), times as milliseconds since the Unix epoch.
import type { Allowed, ApplicationState, Present, Round, Severity } from "@senkoi/core";

export interface Said { ja: string; en: string; }
/** What the operator set: the length of passwords, and mail domains beyond the built-in lists. */
export interface Policy {
  passwordMinimum: number; passwordMaximum: number; refusedMailDomains: string[]; warnedMailDomains: string[];
}
export interface Season {
  start_year: number; server_now: number; schedule: { rounds: Round[] }; present: Present; policy: Policy; demo: boolean;
  /** Kinds of seats and groups of them; missing in a season of one kind (T1). */
  kinds?: SeatKind[];
}
export interface SeatKind { code: string; group: boolean; name: Said; sentence: Said; }
/** Seats of one kind (T2), and a node of the tree of limits (T3): in a season with kinds alone. */
export interface Offer { kind: string; seats: number; }
export interface OfferFigures extends Offer { applicants: number; seeking: number; seats_left: number | null; }
export interface LimitFigures { node: string; parent: string; limit: number | null; applicants: number; seeking: number; left: number | null; }

export interface ServerFinding { field: string; code: string; severity: Severity; message: string; value?: string; }
export interface Findings { findings: ServerFinding[]; }

export interface CatalogueProgram { id: number; name: string; facility: string; prefecture: string; capacity: number; rounds: number[]; offers?: Offer[]; }

/** `seeking`: who holds or wants a seat, to compare with capacity and ceiling; `…_left`: not adopted yet, null before the first results. */
export interface FoundProgram extends CatalogueProgram { applicants: number; seeking: number; over_capacity: boolean; }
export interface Catalogue { season: number; field: string; programs: CatalogueProgram[]; }

export interface PrefectureFigures {
  prefecture: string; capacity: number; applicants: number;
  adopted: number | null; rejected: number | null; undecided: number | null; seeking: number;
  ceiling: number | null; seats_left: number | null; ceiling_left: number | null; over: boolean; limits?: LimitFigures[];
}
export type ProgramFigures = [
  id: number, applicants: number, adopted: number | null, rejected: number | null, seeking: number, seatsLeft: number | null,
];
export interface Figures {
  season: number; field: string; generation: number; notified_round: number;
  programs: ProgramFigures[]; prefectures: PrefectureFigures[];
  offers?: [id: number, kind: string, applicants: number, seeking: number, seatsLeft: number | null][];
}

export interface Program {
  id: number; field: string; name: string; facility: string; prefecture: string;
  capacity: number; applicants: number; seeking: number; seats_left: number | null; over_capacity: boolean;
  ceiling: number | null; prefecture_applicants: number; prefecture_seeking: number; ceiling_left: number | null;
  over_ceiling: boolean;
  contact: { department: string; phone: string; mail: string; address: string };
  director: string; rounds: number[]; url: string | null;
  offers?: OfferFigures[]; limits?: LimitFigures[];
}

export interface Notice { id: number; published_at: number; from: string; title: Said; body: Said; }

export interface OpenedLink { mail: string; field: string; until_at: number; }
export interface RecoverableAccount { user_id: string; field: string; family_name: string; given_name: string; }
export interface OpenedRecovery { accounts: RecoverableAccount[]; until_at: number; }
export interface RegistrationCheck extends Findings { values: Record<string, string>; years_since_licence: number | null; }
export interface Registered extends Findings { user_id: string; mail: string; }
export interface LoggedIn { user_id: string; family_name: string; given_name: string; field: string; }

export interface Application {
  id: number; round: number;
  program: { id: number; name: string; facility: string; prefecture: string };
  /** Of the seats applied for, in a season with kinds. */
  kind?: string;
  state: ApplicationState; applied_at: number; changed_at: number;
}
export interface Me {
  user_id: string; mail: string; field: string;
  data: Record<string, string>; years_since_licence: number | null;
  server_now: number; present: Present; season_start_year: number;
  applications: Application[]; may: Allowed;
}

/** Somebody to play; `code` is the confirmation code to use now, null until the next one. */
export interface DemoStaff { mail: string; password: string; name: string; role: string; field: string | null; code: string | null; }
export interface DemoState { now: number; real: number; mail_count: number; staff: DemoStaff[]; }
export interface DemoMailRow { id: number; to: string; subject: string; at: number; }
export interface DemoMail { to: string; subject: string; text: string; links: string[]; }
