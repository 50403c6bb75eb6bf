// Instants as people read them: always Japan time, which is nine hours ahead the whole year.
import { dateWords as words, months, weekdays } from "../../words/dates.ts";
import { language, say, type Said } from "../../words/i18n.ts";

const japanAhead = 9 * 3_600_000;
const [dateLength, minuteLength] = ["YYYY-MM-DD".length, "YYYY-MM-DDTHH:MM".length];

/** A date whose UTC fields are those of a clock in Japan. */
const inJapan = (instant: number): Date => new Date(instant + japanAhead);
const named = (names: readonly Said[], number: number): string => say(names[number]!);

function parts(instant: number) {
  const there = inJapan(instant);
  return {
    year: there.getUTCFullYear(),
    month: named(months, there.getUTCMonth()),
    day: there.getUTCDate(),
    weekday: named(weekdays, there.getUTCDay()),
    time: there.toISOString().slice(dateLength + 1, minuteLength),
  };
}

/** 2024年11月15日(金) 12:00 */
export const dateTime = (instant: number): string => say(words.dateTime, parts(instant));
/** 2024年11月15日(金) */
export const date = (instant: number): string => say(words.date, parts(instant));
/** 11月, Nov */
export const monthName = (instant: number): string => {
  const { month } = parts(instant);
  return language() === "ja" ? month : month.slice(0, "Jan".length);
};
/** For <input type="datetime-local">. */
export const localInput = (instant: number): string => inJapan(instant).toISOString().slice(0, minuteLength);
/** 2024-11-15 12:00, in which no language mistakes the month for the day. */
export const shortDateTime = (instant: number): string => localInput(instant).replace("T", " ");
export const isoTime = (instant: number): string => new Date(instant).toISOString();

/** What such an input holds; null when that is nothing, or half a date. */
export function fromLocalInput(text: string): number | null {
  const instant = Date.parse(`${text}Z`) - japanAhead;
  return Number.isNaN(instant) ? null : instant;
}
