// How a date is written. Not left to the browsers: their formats differ from each other, and the first one costs a tenth of a second.
import type { Said, Words } from "./i18n.ts";

export const months: readonly Said[] = [
  { ja: "1月", en: "January" }, { ja: "2月", en: "February" }, { ja: "3月", en: "March" }, { ja: "4月", en: "April" },
  { ja: "5月", en: "May" }, { ja: "6月", en: "June" }, { ja: "7月", en: "July" }, { ja: "8月", en: "August" },
  { ja: "9月", en: "September" }, { ja: "10月", en: "October" }, { ja: "11月", en: "November" }, { ja: "12月", en: "December" },
];

export const weekdays: readonly Said[] = [
  { ja: "日", en: "Sun" }, { ja: "月", en: "Mon" }, { ja: "火", en: "Tue" }, { ja: "水", en: "Wed" },
  { ja: "木", en: "Thu" }, { ja: "金", en: "Fri" }, { ja: "土", en: "Sat" },
];

export const dateWords = {
  date: { ja: "{year}年{month}{day}日({weekday})", en: "{weekday}, {day} {month} {year}" },
  dateTime: { ja: "{year}年{month}{day}日({weekday}) {time}", en: "{weekday}, {day} {month} {year} at {time}" },
} as const satisfies Words;
