// What whoever is about to apply, or to switch, should know of the chances here. It forbids nothing (M3.4, M3.7, M3.8).
import type { Program } from "../../api/types.ts";
import { prefectureName } from "../../words/core_words.ts";
import { programWords as words } from "../../words/program.ts";
import { say, type Said } from "../../words/i18n.ts";

const noneLeft = (left: number | null): boolean => left !== null && left <= 0;

/** In the order of weight; empty where nothing speaks against it. */
export function applyWarnings(program: Program): string[] {
  const told: readonly (readonly [boolean, Said])[] = [
    [noneLeft(program.seats_left), words.applyNoneLeft],
    [noneLeft(program.ceiling_left), words.applyCeilingReached],
    [program.over_capacity, words.applyOver],
    [program.over_ceiling, words.applyOverCeiling],
  ];
  const prefecture = prefectureName(program.prefecture);
  return told.filter(([holds]) => holds).map(([, said]) => say(said, { prefecture }));
}
