// The words of the prefecture view: tile map, its legend, the table behind it; and the names of the figures everywhere.
import type { Said, Words } from "./i18n.ts";

export const figureNames = {
  prefecture: { ja: "都道府県", en: "Prefecture" },
  capacity: { ja: "定員数", en: "Capacity" },
  applicants: { ja: "応募者数", en: "Applicants" },
  adopted: { ja: "採用数", en: "Adopted" },
  rejected: { ja: "不採用数", en: "Rejected" },
  undecided: { ja: "未処理数", en: "Undecided" },
  ceiling: { ja: "シーリング数", en: "Ceiling" },
} as const satisfies Words;

/** For the headings of a table on a phone; a soft hyphen says where an English one may break. */
export const shortNames = {
  prefecture: { ja: "都道府県", en: "Prefecture" },
  capacity: { ja: "定員", en: "Capac\u00adity" },
  applicants: { ja: "応募", en: "Appli\u00adcants" },
  adopted: { ja: "採用", en: "Adopt\u00aded" },
  rejected: { ja: "不採用", en: "Reject\u00aded" },
  undecided: { ja: "未処理", en: "Unde\u00adcided" },
  ceiling: { ja: "シーリング", en: "Ceil\u00ading" },
} as const satisfies Record<keyof typeof figureNames, Said>;

export const figuresWords = {
  lead: {
    ja: "応募者数をシーリング数と比べて、色と数字で表しています。シーリングのない都道府県では、定員数と比べています。",
    en: "The number of applicants compared with the ceiling, or with the capacity where there is no ceiling.",
  },
  chooseField: { ja: "領域", en: "Specialty" },
  map: { ja: "地図で見る", en: "On the map" },
  mapHelp: {
    ja: "都道府県を選ぶと、数が表示されます。キーボードでは矢印キーで隣へ移ります。",
    en: "Choose a prefecture to see its numbers. On a keyboard, use the arrow keys to move between prefectures.",
  },
  table: { ja: "表で見る", en: "As a table" },
  tableHelp: { ja: "見出しを押すと並べ替わります。「―」は、採用数・不採用数・未処理数では未公表であること、シーリング数ではシーリングがないことを表します。",
    en: "Select a heading to sort. “―” means not yet published for adopted, rejected and undecided, and no ceiling for the ceiling." },
  sorted: { ja: "{name}の{order}に並べ替えました", en: "Sorted by {name}, {order}" },
  ascending: { ja: "小さい順", en: "smallest first" },
  descending: { ja: "大きい順", en: "largest first" },
  northFirst: { ja: "北から順", en: "north first" },
  southFirst: { ja: "南から順", en: "south first" },
  all: { ja: "全国", en: "All Japan" },
  none: { ja: "―", en: "―" },
  noneSaid: { ja: "なし", en: "none" },
  notPublished: { ja: "未公表", en: "not yet published" },
  seatsLeft: { ja: "定員の残り", en: "Places left" },
  ceilingLeft: { ja: "シーリングの残り", en: "Left under the ceiling" },
  againstCeiling: { ja: "シーリング数に対する応募者数", en: "Applicants compared with the ceiling" },
  againstCapacity: { ja: "定員数に対する応募者数", en: "Applicants compared with the capacity" },
  overCeiling: { ja: "シーリング超過", en: "over the ceiling" },
  overCapacity: { ja: "定員超過", en: "over capacity" },
  noPrograms: { ja: "募集しているプログラムはありません", en: "No programs recruiting here" },
  tile: { ja: "{prefecture}、応募者{applicants}人、{limitName}{limit}人", en: "{prefecture}: {applicants} applicants, {limitName} {limit}" },
  tileOver: { ja: "{prefecture}、応募者{applicants}人、{limitName}{limit}人、{over}", en: "{prefecture}: {applicants} applicants, {limitName} {limit}, {over}" },
  tileNone: { ja: "{prefecture}、{none}", en: "{prefecture}: {none}" },
  legend: { ja: "色の見かた", en: "Legend" },
  legendLow: { ja: "50%以下", en: "up to 50%" },
  legendMiddle: { ja: "80%以下", en: "up to 80%" },
  legendFull: { ja: "100%以下", en: "up to 100%" },
  legendOver: { ja: "上限超過（斜線）", en: "over the limit (striped)" },
  legendNone: { ja: "募集なし", en: "no programs" },
  legendCeiling: { ja: "シーリングのある都道府県", en: "with a ceiling" },
  notifiedNote: { ja: "採用数と不採用数は、採否結果通知日から表示されます。", en: "The numbers adopted and rejected are shown once results have been announced." },
  searchHere: { ja: "{prefecture}のプログラムを検索", en: "Search programs in {prefecture}" },
  toFigures: { ja: "地図と全都道府県の表を見る", en: "View the map and the full table" },
} as const satisfies Words;

/** Short names for the tiles of a phone; the full ones come from core. */
const shortJa = "北海道 青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 東京 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 滋賀 京都 大阪 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄".split(" ");
const shortEn = "HKD AOM IWT MYG AKT YGT FKS IBK TCG GNM SIT CHB TYO KNG NGT TYM ISK FKI YNS NGN GIF SZO AIC MIE SIG KYT OSK HYG NAR WKY TTR SMN OKY HRS YGC TKS KGW EHM KOC FKO SAG NGS KMM OIT MYZ KGS OKN".split(" ");

export const shortPrefecture = (prefecture: string): Said => {
  const index = Number(prefecture) - 1;
  return { ja: shortJa[index] ?? prefecture, en: shortEn[index] ?? prefecture };
};
