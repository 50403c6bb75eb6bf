// Kinds of seats as the season names them (T1).
import type { SeatKind } from "../../api/types.ts";
import { say } from "../../words/i18n.ts";

/** The code itself where the season does not know it. */
export const kindName = (kinds: readonly SeatKind[], code: string): string => {
  const kind = kinds.find((each) => each.code === code);
  return kind ? say(kind.name) : code;
};
/** What the kind means for the training; empty where nothing is said. */
export const kindSentence = (kinds: readonly SeatKind[], code: string): string => {
  const kind = kinds.find((each) => each.code === code);
  return kind ? say(kind.sentence) : "";
};
