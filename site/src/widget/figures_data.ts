// The figures as the API gives them to everybody (M3.7), and what is said of a row.
import { widePlaces } from "../parts/figures/tile_layout.ts";
import { noShade, tileShade, type Shade } from "../parts/figures/tile_shade.ts";
import type { Speaker } from "./said.ts";

export interface Row {
  readonly prefecture: string;
  readonly capacity: number;
  readonly applicants: number;
  readonly adopted: number | null;
  readonly rejected: number | null;
  readonly undecided: number | null;
  readonly ceiling: number | null;
  /** Applicants who still seek a seat: what is compared with the limit. */
  readonly seeking: number;
  /** Above the ceiling, or above the capacity where there is none. Core says so, by the server. */
  readonly over: boolean;
}
export interface Answer { readonly prefectures: readonly Row[]; }

/** Not by Array.from: old libraries of the host page put another function in its place. */
export const prefectures: readonly string[] = [...widePlaces.keys()].sort();
export const columns = ["capacity", "applicants", "adopted", "rejected", "undecided", "ceiling"] as const;
export type Column = (typeof columns)[number];

export const limitOf = ({ ceiling, capacity }: Row): number => ceiling ?? capacity;
export const shadeOf = (row: Row): Shade => (row.capacity === 0 ? noShade : tileShade(row.seeking, limitOf(row), row.over));
export const inDigits = (amount: number): string => amount.toLocaleString("en-US");

export function verdict({ over, ceiling }: Row, speaker: Speaker): string {
  if (!over) return "";
  return speaker.say(ceiling === null ? "overCapacity" : "overCeiling");
}

/** A row in one sentence, for who does not see the tile. */
export function saidOf(row: Row, speaker: Speaker): string {
  const prefecture = speaker.prefectureName(row.prefecture);
  if (row.capacity === 0) return speaker.say("tileNone", { prefecture, none: speaker.say("noPrograms") });
  return speaker.say(row.over ? "tileOver" : "tile", {
    prefecture, applicants: row.applicants, limitName: speaker.say(row.ceiling === null ? "capacity" : "ceiling"), limit: limitOf(row),
    over: verdict(row, speaker),
  });
}

/** The sum over Japan; none for ceilings, and none where no prefecture has a number. */
export function total(rows: readonly Row[], column: Column): number | null {
  const numbers = rows.map((row) => row[column]).filter((each) => each !== null);
  return column === "ceiling" || numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0);
}
