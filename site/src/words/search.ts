// The words of the program search (M3.3, M3.4).
import type { Words } from "./i18n.ts";

export const searchWords = {
  lead: {
    ja: "条件を入れると、すべてに合うものがすぐに表示されます。",
    en: "Programs matching all conditions appear as you type.",
  },
  form: { ja: "検索条件", en: "Search" },
  prefecture: { ja: "都道府県", en: "Prefecture" },
  anyPrefecture: { ja: "すべての都道府県", en: "All prefectures" },
  facility: { ja: "基幹施設名", en: "Facility" },
  name: { ja: "専門研修プログラム名", en: "Program name" },
  partial: { ja: "一部だけでも探せます。全角・半角、ひらがな・カタカナ、大文字・小文字は区別しません。", en: "Part of a name is enough. Character width, hiragana/katakana and upper/lower case make no difference." },
  clear: { ja: "条件をすべて消す", en: "Clear all" },
  count: { ja: "{count}件", en: "{count} programs" },
  countOne: { ja: "1件", en: "1 program" },
  found: { ja: "{count}件見つかりました", en: "Programs found: {count}" },
  nothingTitle: { ja: "条件に合うプログラムはありません", en: "No programs found" },
  nothing: { ja: "条件を減らすか、言葉を短くすると見つかることがあります。", en: "Try fewer conditions or a shorter word." },
  withoutPrefecture: { ja: "都道府県の条件を外す", en: "Remove the prefecture" },
  withoutFacility: { ja: "基幹施設名の条件を外す", en: "Remove the facility" },
  withoutName: { ja: "プログラム名の条件を外す", en: "Remove the program name" },
  applicantsOfCapacity: { ja: "応募 {applicants}人 / 定員 {capacity}人", en: "{applicants} applicants / {capacity} places" },
  left: { ja: "残りの採用枠 {left}人", en: "Places left: {left}" },
  noneLeft: { ja: "残りの採用枠はありません", en: "No places left" },
  applicantsUnknown: { ja: "定員 {capacity}人", en: "{capacity} places" },
  over: { ja: "定員超過", en: "Over capacity" },
  notThisRound: { ja: "今回の募集なし", en: "Not recruiting in this round" },
  yours: { ja: "応募中", en: "Your application" },
  more: { ja: "続きを表示（残り{count}件）", en: "Show more ({count} left)" },
  figuresMissing: { ja: "応募者数を読み込めませんでした。", en: "Applicant numbers could not be loaded." },
  list: { ja: "検索結果", en: "Results" },
} as const satisfies Words;
