// Japan as tiles: 47 buttons that stand before their numbers come, one stop of the Tab key, the arrow keys lead to the next one.
import { narrowPlaces, neighbour, widePlaces, type Direction, type Place } from "../parts/figures/tile_layout.ts";
import { fillWith, make, setFlag } from "./dom.ts";
import { prefectures, saidOf, shadeOf, type Row } from "./figures_data.ts";
import type { Speaker } from "./said.ts";

const directions: Readonly<Record<string, Direction>> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };

const placing = (places: ReadonlyMap<string, Place>): string =>
  [...places].map(([code, { column, row }]) => `#place${code}{grid-area:${row}/${column}}`).join("");

/** Where the tiles stand, as rules: an element needs no style of its own. The width is that of the frame (figures.css). */
export const tilePlaces = `${placing(widePlaces)}@container senkoi (max-width:44em){${placing(narrowPlaces)}}`;

const tileOf = (prefecture: string, speaker: Speaker, choose: () => void): HTMLButtonElement => {
  const tile = make("button", { type: "button", id: `tile${prefecture}`, class: "tile tile--none", part: "tile", "data-prefecture": prefecture },
    make("span", { class: "tile__name" }, speaker.prefectureName(prefecture)),
    make("span", { class: "tile__short", "aria-hidden": "true" }, speaker.shortPrefecture(prefecture)),
    make("span", { class: "tile__share" }, speaker.say("none")),
    make("span", { class: "for-readers" }));
  tile.addEventListener("click", choose);
  tile.addEventListener("focus", choose);
  return tile;
};

export class Tiles {
  readonly map: HTMLElement;
  readonly #tiles: ReadonlyMap<string, HTMLButtonElement>;

  constructor(private readonly speaker: Speaker, choose: (prefecture: string) => void) {
    this.#tiles = new Map(prefectures.map((code) => [code, tileOf(code, speaker, () => choose(code))]));
    const places = prefectures.map((code) => make("li", { id: `place${code}` }, this.#tiles.get(code)));
    this.map = make("ul", { class: "map", part: "map", role: "list" }, places);
    this.map.addEventListener("keydown", (event) => this.#walk(event));
  }

  choose(prefecture: string): void {
    for (const [code, tile] of this.#tiles) {
      tile.tabIndex = code === prefecture ? 0 : -1;
      tile.setAttribute("aria-pressed", String(code === prefecture));
    }
  }

  show(rows: readonly Row[]): void {
    for (const row of rows) this.#showOne(row, this.#tiles.get(row.prefecture));
  }

  #showOne(row: Row, tile: HTMLElement | undefined): void {
    if (!tile) return;
    const { level, percent } = shadeOf(row);
    tile.className = `tile tile--${level}`;
    setFlag(tile, "data-ceiling", row.ceiling !== null);
    fillWith(tile.querySelector(".tile__share")!, percent === null ? this.speaker.say("none") : [String(percent), make("span", { class: "tile__percent" }, "%")]);
    tile.querySelector(".for-readers")!.textContent = saidOf(row, this.speaker);
  }

  #walk(event: KeyboardEvent): void {
    const direction = directions[event.key];
    const from = (event.target as HTMLElement).dataset["prefecture"];
    if (!direction || !from) return;
    event.preventDefault();
    const first = getComputedStyle(this.map).gridTemplateColumns.split(" ").length;
    const to = neighbour(first > 10 ? widePlaces : narrowPlaces, from, direction);
    if (to) this.#tiles.get(to)?.focus();
  }
}
