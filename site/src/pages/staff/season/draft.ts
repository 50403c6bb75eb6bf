// A round of the season while it is edited: its five moments as a form, and where it does not recruit.
import type { Round } from "@senkoi/core";
import type { StaffCore } from "@senkoi/staff";
import type { OfficeRound } from "../../../api/offices.ts";
import { FormState } from "../../../parts/form/form_state.ts";

/** "2026-10-01 12:00" in Japan time, as core writes it, as an instant. */
const instant = (text: string): number => Date.parse(`${text.replace(" ", "T")}:00+09:00`);

export class RoundDraft {
  closed: Set<string>;

  /** `stored`: its moments as the server has them; none of a new round. */
  constructor(readonly form: FormState, closed: readonly string[], readonly begun: boolean, readonly over: boolean, private readonly stored: Readonly<Record<string, string>> = {}) {
    this.closed = new Set(closed);
  }

  /** Whether that moment has come: it stands, whatever is entered. */
  isPast(name: string, now: number): boolean {
    const text = this.stored[name];
    return text !== undefined && instant(text) <= now;
  }

  hasBegunDeciding(now: number): boolean {
    const { adoption_from: begins } = this.stored;
    return begins !== undefined && instant(begins) <= now;
  }

  times(round: number): Round {
    const moments = Object.entries(this.form.values()).map(([name, text]) => [name, instant(text)]);
    return { round, ...(Object.fromEntries(moments) as Omit<Round, "round">) };
  }

  send(): Record<string, string> & { closed: string[] } {
    return { ...this.form.values(), closed: [...this.closed].sort() } as Record<string, string> & { closed: string[] };
  }
}

export const roundOf = ({ entry, closed, begun, over }: OfficeRound, rules: StaffCore): RoundDraft =>
  new RoundDraft(new FormState("round_entry", rules, { values: entry }), closed, begun, over, entry);

export const newRound = (rules: StaffCore): RoundDraft => new RoundDraft(new FormState("round_entry", rules), [], false, false);
