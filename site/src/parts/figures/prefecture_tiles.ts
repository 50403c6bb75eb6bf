// The figures of the prefectures as tiles: who seeks a seat against the ceiling, or against the capacity where there is no ceiling.
import type { PrefectureFigures } from "../../api/types.ts";
import { prefectureName } from "../../words/core_words.ts";
import { figureNames, figuresWords as words } from "../../words/figures.ts";
import { say } from "../../words/i18n.ts";
import type { Tile } from "./tile_map.ts";
import { noShade, tileShade } from "./tile_shade.ts";

export const limitOf = ({ ceiling, capacity }: PrefectureFigures): number => ceiling ?? capacity;

function saidOf(row: PrefectureFigures): string {
  const hasCeiling = row.ceiling !== null;
  return say(row.over ? words.tileOver : words.tile, {
    prefecture: prefectureName(row.prefecture),
    applicants: row.applicants,
    limitName: say(hasCeiling ? figureNames.ceiling : figureNames.capacity),
    limit: limitOf(row),
    over: say(hasCeiling ? words.overCeiling : words.overCapacity),
  });
}

function tileOf(row: PrefectureFigures): Tile {
  const { prefecture } = row;
  const hasCeiling = row.ceiling !== null;
  if (row.capacity === 0) {
    const said = say(words.tileNone, { prefecture: prefectureName(prefecture), none: say(words.noPrograms) });
    return { prefecture, ...noShade, hasCeiling, said };
  }
  return { prefecture, ...tileShade(row.seeking, limitOf(row), row.over), hasCeiling, said: saidOf(row) };
}

export const tilesOf = (rows: readonly PrefectureFigures[]): Tile[] => rows.map(tileOf);
