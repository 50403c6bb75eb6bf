// Where each prefecture's tile stands: Japan as a grid of 47 equal squares, so that Tokyo is as easy to hit as Hokkaido.
// Pure data and geometry. Wide: 13 columns, the islands in their places. Narrow (a phone): the same tiles in seven
// columns, the east of Japan above and the west below, so that a tile stays wide enough for a finger at 320 px.

export interface Place { readonly column: number; readonly row: number; }

/** The rows of the wide grid from north to south: [JIS code, column], columns counted from 1. */
const rows: readonly (readonly (readonly [string, number])[])[] = [
  [["01", 12]],
  [["02", 12]],
  [["05", 11], ["03", 12]],
  [["06", 11], ["04", 12]],
  [["17", 9], ["16", 10], ["15", 11], ["07", 12]],
  [["18", 9], ["20", 10], ["10", 11], ["09", 12], ["08", 13]],
  [
    ["35", 3], ["32", 4], ["31", 5], ["28", 6], ["26", 7], ["25", 8],
    ["21", 9], ["19", 10], ["11", 11], ["13", 12], ["12", 13],
  ],
  [["34", 4], ["33", 5], ["27", 6], ["29", 7], ["24", 8], ["23", 9], ["22", 10], ["14", 12]],
  [["41", 1], ["40", 2], ["44", 3], ["30", 7]],
  [["42", 1], ["43", 2], ["45", 3], ["38", 5], ["37", 6]],
  [["46", 2], ["39", 5], ["36", 6]],
  [["47", 1]],
];

/** JIS code → place in the wide grid, from north to south. */
export const widePlaces: ReadonlyMap<string, Place> = new Map(
  rows.flatMap((tiles, row) => tiles.map(([code, column]) => [code, { column, row: row + 1 }])),
);

const lastColumnOfTheWest = 7;
const rowsTheWestMovesDown = 3;

/** The place in the narrow grid: the east moves to the left edge, the west below it. */
export function narrowPlace({ column, row }: Place): Place {
  const west = column <= lastColumnOfTheWest;
  return west ? { column, row: row + rowsTheWestMovesDown } : { column: column - lastColumnOfTheWest + 1, row };
}

export const narrowPlaces: ReadonlyMap<string, Place> = new Map(
  [...widePlaces].map(([code, place]) => [code, narrowPlace(place)]),
);

export type Direction = "left" | "right" | "up" | "down";

function distanceTowards(direction: Direction, right: number, down: number): number {
  const sideways = direction === "left" || direction === "right";
  const ahead = (sideways ? right : down) * (direction === "left" || direction === "up" ? -1 : 1);
  return ahead > 0 ? ahead + 2 * Math.abs(sideways ? down : right) : Infinity;
}

/** The nearest tile in a direction, what lies aside counting double; null at the coast. */
export function neighbour(places: ReadonlyMap<string, Place>, from: string, direction: Direction): string | null {
  const here = places.get(from);
  let nearest: string | null = null;
  let least = Infinity;
  for (const [code, place] of here ? places : []) {
    const distance = distanceTowards(direction, place.column - here!.column, place.row - here!.row);
    if (distance < least) [nearest, least] = [code, distance];
  }
  return nearest;
}
