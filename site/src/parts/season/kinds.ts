// Kinds of seats as the season names them (T1).
import type { SeatKind } from "../../api/types.ts";
import { say } from "../../words/i18n.ts";

const known = (kinds: readonly SeatKind[], code: string): SeatKind | undefined => kinds.find((kind) => kind.code === code);

/** The code itself where the season does not know it. */
export function kindName(kinds: readonly SeatKind[], code: string): string {
  const kind = known(kinds, code);
  return kind ? say(kind.name) : code;
}

/** What the kind means for the training; empty where nothing is said. */
export function kindSentence(kinds: readonly SeatKind[], code: string): string {
  const kind = known(kinds, code);
  return kind ? say(kind.sentence) : "";
}
