// Instants as people read them: always Japan time.
import { language } from "../words/said.ts";

const zone = "Asia/Tokyo";
const locale = () => (language() === "ja" ? "ja-JP" : "en-GB");

const shown = (instant: number, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale(), { timeZone: zone, ...options }).format(instant);

/** 2024年11月15日(金) 12:00 */
export const dateTime = (instant: number): string =>
  shown(instant, { year: "numeric", month: "long", day: "numeric", weekday: "short", hour: "2-digit", minute: "2-digit", hour12: false });
/** 2024年11月15日(金) */
export const date = (instant: number): string => shown(instant, { year: "numeric", month: "long", day: "numeric", weekday: "short" });
/** 12:00 */
export const timeOfDay = (instant: number): string => shown(instant, { hour: "2-digit", minute: "2-digit", hour12: false });
export const isoTime = (instant: number): string => new Date(instant).toISOString();
