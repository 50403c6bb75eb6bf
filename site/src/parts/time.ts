// Instants as people read them: always Japan time.
import { language } from "../words/said.ts";

const zone = "Asia/Tokyo";
const locale = () => (language() === "ja" ? "ja-JP" : "en-GB");

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format is dear to make and cheap to use: each is made once. */
function shown(instant: number, options: Intl.DateTimeFormatOptions): string {
  const key = locale() + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale(), { timeZone: zone, ...options });
  formats.set(key, format);
  return format.format(instant);
}

/** 2024年11月15日(金) 12:00 */
export const dateTime = (instant: number): string =>
  shown(instant, { year: "numeric", month: "long", day: "numeric", weekday: "short", hour: "2-digit", minute: "2-digit", hour12: false });
/** 2024/11/15 12:00; in English the month by name, for 03/12 has two meanings. */
export const shortDateTime = (instant: number): string =>
  shown(instant, {
    year: "numeric", month: language() === "ja" ? "2-digit" : "short", day: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false,
  });
/** 2024年11月15日(金) */
export const date = (instant: number): string => shown(instant, { year: "numeric", month: "long", day: "numeric", weekday: "short" });
/** 12:00 */
export const timeOfDay = (instant: number): string => shown(instant, { hour: "2-digit", minute: "2-digit", hour12: false });
export const isoTime = (instant: number): string => new Date(instant).toISOString();
/** 11月 */
export const monthName = (instant: number): string => shown(instant, { month: language() === "ja" ? "long" : "short" });

const japanAhead = 9 * 3_600_000;
const withoutZone = "YYYY-MM-DDTHH:MM".length;

/** For <input type="datetime-local">, in Japan time. */
export const localInput = (instant: number): string => new Date(instant + japanAhead).toISOString().slice(0, withoutZone);
/** Null when nothing or half a date was entered. */
export function fromLocalInput(text: string): number | null {
  const instant = Date.parse(`${text}Z`) - japanAhead;
  return Number.isNaN(instant) ? null : instant;
}
