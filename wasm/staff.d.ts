// The module of the pages for staff: @senkoi/core with other forms. Everything else is as the applicant's module has it.
import type { Core as ApplicantsCore, CreateOptions, Form, Round } from "@senkoi/core";
export type * from "@senkoi/core";

export type StaffFormName =
  | "staff_log_in" | "staff_recovery" | "staff_join" | "staff_invitation" | "hold" | "data_note"
  | "program_entry" | "notice_entry" | "round_entry" | "ceiling_entry" | "user_data" | "log_in";

export interface StaffCore extends Omit<ApplicantsCore, "form"> {
  form(name: StaffFormName): Form;
  /** Whether a season may be published, by core's checkSeason: its first fault and the round of it (0: the season), else null (S4). */
  checkSeason(rounds: readonly Round[], startYear: number): { code: string; round: number } | null;
}

export function createCore(options?: CreateOptions): Promise<StaffCore>;
