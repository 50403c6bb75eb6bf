// @senkoi/core: the rules of Senkoi as a WebAssembly module. Every answer here is the one the server gives.
// Times are milliseconds since the Unix epoch; prefectures and fields are two-digit strings ("13", "02").

/** The items of each form, in its order. */
export interface FormItems {
  mail_entry: "mail";
  registration:
    | "family_name" | "given_name" | "registry_number" | "licence_year" | "licence_month" | "postal_code" | "prefecture" |
    "address" | "phone" | "residency_program" | "track" | "curriculum_reason" | "curriculum_reason_text" | "regional_quota" |
    "regional_quota_consent" | "password" | "password_again";
  user_data:
    | "family_name" | "given_name" | "registry_number" | "licence_year" | "licence_month" | "postal_code" | "prefecture" |
    "address" | "phone" | "residency_program" | "track" | "curriculum_reason" | "curriculum_reason_text" | "regional_quota" |
    "regional_quota_consent";
  log_in: "user_id" | "password";
  recovery: "mail";
  password_reset: "password" | "password_again";
  password_change: "current_password" | "password" | "password_again";
  program_search: "prefecture" | "facility" | "name";
}
export type FormName = keyof FormItems;
export type Severity = "fine" | "note" | "warning" | "error";

/** What a check says of one item. `code` is stable; its sentence is in words/{ja,en}.json under `codes`. */
export interface Finding<Item extends string = string> { readonly field: Item; readonly code: string; readonly severity: Severity; }

/**
 * A form resident in the module's memory, which holds some two thousand of them. Values are canonicalised in place by the checks
 * (full-width digits become digits …).
 */
export interface Form<Item extends string = string> {
  readonly items: readonly Item[];
  set(item: Item, value: string): void;
  /**
   * Sets every item that `values` names, a FormData or an object; the others stay as they are. A name that the form does not have, and
   * a value that is no text (a file), throws, after those before it are set.
   */
  fill(values: Readonly<Partial<Record<Item, string>>> | Iterable<readonly [string, FormDataEntryValue]>): void;
  /** The value as it stands, canonical after a check. A text longer than the item's slot reads back cut. */
  get(item: Item): string;
  /** All of them. */
  values(): Record<Item, string>;
  /** Checks one item alone (leaving a field); null where nothing is to say. */
  checkItem(item: Item): Finding<Item> | null;
  /** Checks the whole form, cross-item rules included; in the order of the items, at most one finding an item. */
  check(): readonly Finding<Item>[];
  /** The items whose values differ from those of another form of the same kind and module (what a change is about to change). */
  changes(other: Form<Item>): readonly Item[];
  /** Empties every slot (passwords do not stay in memory). */
  clear(): void;
  /** Empties it and gives its memory back, sooner than the collector would; it can't be used any more. Also as Symbol.dispose. */
  close(): void;
}

export interface Settings {
  now: number;
  startYear: number;
  passwordMin?: number;
  passwordMax?: number;
  refusedMailDomains?: readonly string[];
  warnedMailDomains?: readonly string[];
}

export interface Round {
  round: number;
  registration_from: number; registration_until: number;
  adoption_from: number; adoption_until: number;
  notification_at: number;
  /** False: the office has yet to release the results, which stay back until then. Unsaid: released. */
  released?: boolean;
}
/** before: nothing opened yet; gap: between registration and adoption; waiting: adoption over, results not out; notified: results out, next round (if any) not open; over: season done. */
export type Period = "before" | "registration" | "gap" | "adoption" | "waiting" | "notified" | "over";
export interface Present { round: number; period: Period; /** end of this period, null in the last one */ until: number | null; }

export type ApplicationState = "applied" | "withdrawn" | "adopted" | "rejected" | "held" | "declined";
export interface PastApplication { round: number; state: ApplicationState; }
/** A program as an application meets it; what is left unsaid does not stand in the way. */
export interface Target { ownField?: boolean; /** In the present round. */ recruits?: boolean; /** Switching to where one already is. */ sameAsNow?: boolean; }
/** null = allowed, otherwise the code of the refusal. */
export interface Allowed { apply: string | null; switch: string | null; withdraw: string | null; change: string | null; delete: string | null; }

export interface SearchEntry { prefecture: string; facility: string; name: string; }
export interface Search {
  /** Indices of the matching entries in catalogue order; all of them for an empty query. Blind to width, kana and case; AND over the three. */
  find(query: { prefecture?: string; facility?: string; name?: string }): Uint32Array;
}

export interface Core {
  /** Throws a RangeError where the module's memory holds no more: close forms that are done. */
  form<Name extends FormName>(name: Name): Form<FormItems[Name]>;
  configure(settings: Settings): void;
  yearsSinceLicence(year: string, month: string): number | null;
  /** "02-4839162-1" for a canonical user ID. */
  displayUserId(userId: string): string;
  /** "03-1234-5678" for a canonical phone number of Japan; any other text as it is. */
  displayPhone(phone: string): string;
  present(rounds: readonly Round[], now: number): Present;
  /**
   * What an applicant may do now, and why not (M3.5, M4.1, M5.3, M6.1, M6.2). `applications` as GET /me gives them; `target`
   * is the program that apply and switch are about.
   */
  allowed(rounds: readonly Round[], now: number, applications: readonly PastApplication[], target?: Target): Allowed;
  /** Strictly above (M3.4). */
  overCapacity(applicants: number, capacity: number): boolean;
  /** The mean of past adoptions, a fraction rounded half up (M3.7). */
  ceilingFromPast(adoptions: readonly number[]): number;
  /** Folded copy as search compares it. */
  fold(text: string): string;
  search(entries: readonly SearchEntry[]): Search;
}

export type ModuleSource = URL | string | BufferSource | Response | WebAssembly.Module;
export interface CreateOptions {
  /**
   * The module: its address (in node a path as well), its bytes, the answer that brings it, or itself as compiled before (edge
   * workers). Default: core.wasm beside this file.
   */
  wasm?: ModuleSource | Promise<ModuleSource>;
}
export function createCore(options?: CreateOptions): Promise<Core>;
