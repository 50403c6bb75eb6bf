// Japan as a map of tiles (M3.1 ⑤): each prefecture a button with its share in numbers and colour, what is above its limit
// striped. One stop of the Tab key; the arrow keys walk from tile to tile. Choosing a tile is told to the page, which shows its numbers.
import "./tile_map.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import { prefectureName } from "../../words/core_words.ts";
import { figuresWords as words, shortPrefecture } from "../../words/figures.ts";
import { say } from "../../words/i18n.ts";
import { styleValues } from "../page/style_values.ts";
import type { Shade } from "./tile_shade.ts";
import { narrowPlaces, neighbour, widePlaces, type Direction } from "./tile_layout.ts";

export interface Tile extends Shade {
  prefecture: string;
  hasCeiling: boolean;
  /** For readers, after what is seen: prefecture, numbers, too many or not. */
  said: string;
}
export interface TileMap {
  tiles: readonly Tile[];
  chosen: string;
  choose: (prefecture: string) => void;
  /** Of the tiles, how many are drawn by now; all without. */
  drawn?: number;
}

const directions: Readonly<Record<string, Direction>> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
/** As in tile_map.css. */
const narrow = "(max-width: 44rem)";

function walk(event: KeyboardEvent): void {
  const direction = directions[event.key];
  const from = (event.target as HTMLElement).dataset["prefecture"];
  if (!direction || !from) return;
  event.preventDefault();
  const to = neighbour(matchMedia(narrow).matches ? narrowPlaces : widePlaces, from, direction);
  if (to) (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`[data-prefecture="${to}"]`)?.focus();
}

/** One listener for the whole map: a tile is chosen by a press, and by the focus that arrives at it. */
const chooser = (choose: TileMap["choose"]) => (event: Event): void => {
  const tile = (event.target as HTMLElement).closest<HTMLElement>("[data-prefecture]");
  if (tile) choose(tile.dataset["prefecture"]!);
};

function tileButton({ prefecture, level, percent, hasCeiling, said }: Tile, chosen: boolean): TemplateResult {
  const wide = widePlaces.get(prefecture)!, slim = narrowPlaces.get(prefecture)!;
  const place = { "--column": wide.column, "--row": wide.row, "--slim-column": slim.column, "--slim-row": slim.row } as const;
  return html`
    <li class="tile-place" ${styleValues(place)}>
      <button type="button" class=${`tile tile--${level}`} data-prefecture=${prefecture} aria-pressed=${chosen}
        tabindex=${chosen ? 0 : -1}>
        <span class="tile__name">${prefectureName(prefecture)}</span>
        <span class="tile__short">${say(shortPrefecture(prefecture))}</span>
        <span class="tile__share">${percent === null ? say(words.none) : `${percent}%`}</span>
        <span class="for-readers">${said}</span>
        ${hasCeiling ? html`<span class="tile__ceiling"></span>` : nothing}
      </button>
    </li>`;
}

export const tileMap = ({ tiles, chosen, choose, drawn = tiles.length }: TileMap): TemplateResult => html`
  <ul class="tile-map" @keydown=${walk} @click=${chooser(choose)} @focusin=${chooser(choose)}>
    ${inReadingOrder(tiles).slice(0, drawn).map((tile) => tileButton(tile, tile.prefecture === chosen))}
  </ul>`;

const inReadingOrder = (tiles: readonly Tile[]): Tile[] =>
  [...tiles].sort((a, b) => Number(a.prefecture) - Number(b.prefecture));

const levels = [
  ["low", words.legendLow], ["middle", words.legendMiddle], ["full", words.legendFull], ["over", words.legendOver], ["none", words.legendNone],
] as const;

export const tileLegend = (): TemplateResult => html`
  <ul class="tile-legend" aria-label=${say(words.legend)}>
    ${levels.map(([level, said]) => html`<li><span class=${`tile-legend__sign tile--${level}`}></span>${say(said)}</li>`)}
    <li><span class="tile-legend__sign tile-legend__sign--ceiling"><span class="tile__ceiling"></span></span>${say(words.legendCeiling)}</li>
  </ul>`;
