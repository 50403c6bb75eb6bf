// The words about kinds of seats, offers and limits (T1–T3, T6, T10); the kinds' own names come with the season.
import type { Words } from "./i18n.ts";

export const kindWords = {
  choose: { ja: "応募する枠の種類", en: "Kind of seats to apply for" },
  offers: { ja: "募集枠", en: "Seats offered" },
  seats: { ja: "募集 {seats}人 / 応募 {applicants}人", en: "{seats} seats, {applicants} applicants" },
  left: { ja: "残り {left}人", en: "{left} left" },
  needed: { ja: "応募する枠の種類を選んでください。", en: "Please choose the kind of seats to apply for." },
  limits: { ja: "この都道府県・領域の採用人数の上限", en: "Limits of this prefecture and specialty" },
  limitOf: { ja: "{name}：上限 {limit}人、応募者 {seeking}人", en: "{name}: limit {limit}, {seeking} seeking a seat" },
  kind: { ja: "枠の種類", en: "Kind of seats" },
  offerSeats: { ja: "このプログラムの{name}", en: "{name} of this program" },
  nodeSeats: { ja: "都道府県・領域の{name}", en: "{name}, prefecture and specialty" },
} as const satisfies Words;

export const limitPageWords = {
  lead: {
    ja: "通常枠、連携枠など、種類ごとの募集枠と上限を年度ごとに定めます。種類を定めない年度では、都道府県・領域ごとに1つのシーリング数だけを使います。",
    en: "Seats and limits by kind, season by season. Without any kind, a prefecture and specialty have one ceiling.",
  },
  kinds: { ja: "枠の種類", en: "Kinds of seats" },
  kindsLead: { ja: "この年度で使う種類を選びます。応募や募集枠、上限で使われている種類は外せません。", en: "Choose the kinds of this season. Kinds in use cannot be removed." },
  group: { ja: "まとめの枠", en: "group" },
  quotaClass: {
    ja: "地域枠の応募者は上限に数えない（募集枠には数える）。地域枠のリストとの対比で自動的に区分されます。",
    en: "Applicants of a regional quota do not count at the limits (but at the seats). The comparison with the list assigns them.",
  },
  quotaJa: { ja: "地域枠", en: "地域枠" },
  quotaEn: { ja: "Regional quota", en: "Regional quota" },
  save: { ja: "種類を保存する", en: "Save the kinds" },
  saved: { ja: "枠の種類を保存しました。", en: "The kinds have been saved." },
  failed: { ja: "保存できませんでした", en: "Could not save" },
  limits: { ja: "上限", en: "Limits" },
  field: { ja: "領域", en: "Specialty" },
  allFields: { ja: "すべての領域", en: "All specialties" },
  prefecture: { ja: "都道府県", en: "Prefecture" },
  node: { ja: "枠", en: "Node" },
  limit: { ja: "上限", en: "Limit" },
  why: { ja: "内訳", en: "Made of" },
  none: { ja: "―", en: "―" },
  empty: { ja: "上限のある都道府県・領域はまだありません。", en: "No prefecture and specialty has a limit yet." },
  importLimits: { ja: "上限をCSVで公表する", en: "Publish limits by CSV" },
  importLimitsLead: {
    ja: "1行に1つの枠（領域、都道府県、枠、上位の枠、上限）、または公表表の形（通常、連携等、特別地域連携、連携、計 …）の表を読み込みます。確認の後、まとめて公表します。",
    en: "A table with a row a node (specialty, prefecture, node, above, limit), or in the form in which limits are published (ordinary, partnership, special, total …). It is checked first and then published as a whole.",
  },
  importOffers: { ja: "募集枠をCSVで登録する", en: "Seats by CSV" },
  importOffersLead: {
    ja: "1行に1つの募集枠（プログラム番号、枠の種類、募集枠）の表を読み込みます。プログラムの定員は募集枠の合計になります。",
    en: "A table with a row an offer (program number, kind, seats). A program's capacity becomes the sum of its seats.",
  },
  download: { ja: "いまの内容をCSVで保存する", en: "Download as CSV" },
  warnings: { ja: "確認してください（このままでも公表できます）", en: "Please check (you can still publish)" },
  atLine: { ja: "{line}行目：{message}", en: "Line {line}: {message}" },
  changes: { ja: "変わる数", en: "What changes" },
  before: { ja: "いま", en: "Now" },
  after: { ja: "公表後", en: "Then" },
  adopted: { ja: "採用", en: "Adopted" },
  seeking: { ja: "未決定", en: "Undecided" },
  same: { ja: "変わる数はありません。", en: "No number changes." },
} as const satisfies Words;

/** Labels of the lines that explain a number, by their codes; an office's own label stands as it is. */
export const lineWords = {
  base: { ja: "基本数", en: "base" },
  addition: { ja: "加算", en: "addition" },
  care: { ja: "留意分", en: "small-cell care" },
  full_time: { ja: "常勤派遣分", en: "full-time dispatch" },
  published: { ja: "公表された計", en: "published total" },
  limited: { ja: "都道府県限定", en: "prefecture-limited" },
} as const satisfies Words;
