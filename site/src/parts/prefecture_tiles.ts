// The figures of the prefectures as tiles: applicants against the ceiling, or against the capacity where there is no ceiling.
import type { PrefectureFigures } from "../api/types.ts";
import { prefectureName } from "../words/core_words.ts";
import { figureNames, figuresWords as words } from "../words/figures.ts";
import { say } from "../words/said.ts";
import type { Level, Tile } from "./tile_map.ts";

export const limitOf = ({ ceiling, capacity }: PrefectureFigures): number => ceiling ?? capacity;

/** The shade of a share that is not above its limit. */
function shade(percent: number): Level {
  if (percent <= 50) return "low";
  return percent <= 80 ? "middle" : "full";
}

function saidOf(row: PrefectureFigures, over: boolean): string {
  const hasCeiling = row.ceiling !== null;
  return say(over ? words.tileOver : words.tile, {
    prefecture: prefectureName(row.prefecture),
    applicants: row.applicants,
    limitName: say(hasCeiling ? figureNames.ceiling : figureNames.capacity),
    limit: limitOf(row),
    over: say(hasCeiling ? words.overCeiling : words.overCapacity),
  });
}

function tileOf(row: PrefectureFigures, over: boolean): Tile {
  const { prefecture } = row;
  const hasCeiling = row.ceiling !== null;
  if (row.capacity === 0) {
    const said = say(words.tileNone, { prefecture: prefectureName(prefecture), none: say(words.noPrograms) });
    return { prefecture, level: "none", percent: null, hasCeiling, said };
  }
  const share = (row.applicants / Math.max(limitOf(row), 1)) * 100;
  const percent = over ? Math.ceil(share) : Math.floor(share);
  return { prefecture, level: over ? "over" : shade(percent), percent, hasCeiling, said: saidOf(row, over) };
}

export const tilesOf = (rows: readonly PrefectureFigures[], isOver: (row: PrefectureFigures) => boolean): Tile[] =>
  rows.map((row) => tileOf(row, isOver(row)));
