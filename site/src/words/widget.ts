// The words of the embeddable elements. What the pages say too is taken from there; the build leaves only what stands here in the widget.
import { entryWords as entry } from "./entry.ts";
import { figureNames, figuresWords as figures, shortPrefecture } from "./figures.ts";
import { mailWords as mail } from "./mail.ts";
import { shellWords } from "./pages.ts";
import type { Words } from "./i18n.ts";
import { searchWords as search } from "./search.ts";
import { stateWords as states } from "./states.ts";

export const widgetWords = {
  name: shellWords.nameShort,
  loading: states.loading,
  away: { ja: "サーバにつながりませんでした。少し待ってから、もう一度お試しください。", en: "The server did not respond. Please wait a moment and try again." },
  trouble: states.trouble,
  again: states.again,

  entryTitle: { ja: "{field}領域 専門研修プログラムへの応募", en: "Apply for training in {field}" },
  newcomer: entry.newcomer,
  newcomerFor: entry.newcomerFor,
  member: entry.member,
  memberFor: entry.memberFor,
  register: entry.register,
  logIn: entry.logIn,
  send: mail.send,
  sending: states.sending,
  sentTitle: mail.sentTitle,
  sentTo: mail.sentTo,
  nextOpen: mail.nextOpen,
  noMailSpam: { ja: "数分たっても届かないときは、迷惑メールのフォルダを確認してください。", en: "If it hasn't arrived after a few minutes, check your spam folder." },
  changeAddress: mail.changeAddress,
  onSite: { ja: "専攻医登録システムで登録する", en: "Register on the registration site" },

  figuresTitle: { ja: "{field}領域 都道府県ごとの応募・採用状況", en: "{field}: figures by prefecture" },
  figuresLead: figures.lead,
  mapHelp: figures.mapHelp,
  table: figures.table,
  all: figures.all,
  none: figures.none,
  noneSaid: figures.noneSaid,
  notPublished: figures.notPublished,
  overCeiling: figures.overCeiling,
  overCapacity: figures.overCapacity,
  noPrograms: figures.noPrograms,
  tile: figures.tile,
  tileOver: figures.tileOver,
  tileNone: figures.tileNone,
  legend: figures.legend,
  low: figures.legendLow,
  middle: figures.legendMiddle,
  full: figures.legendFull,
  above: figures.legendOver,
  noProgram: figures.legendNone,
  withCeiling: figures.legendCeiling,
  notifiedNote: figures.notifiedNote,
  figuresMissing: { ja: "数を読み込めませんでした。", en: "The numbers could not be loaded." },
  toFigures: { ja: "専攻医登録システムで見る", en: "View on the registration site" },
  ...figureNames,

  searchTitle: { ja: "{field}領域 専門研修プログラム検索", en: "Training programs in {field}" },
  searchForm: search.form,
  prefectureAsked: search.prefecture,
  anyPrefecture: search.anyPrefecture,
  facility: search.facility,
  programName: search.name,
  partial: search.partial,
  count: search.count,
  countOne: search.countOne,
  results: search.list,
  nothingTitle: search.nothingTitle,
  nothing: search.nothing,
  clear: search.clear,
  applicantsOfCapacity: search.applicantsOfCapacity,
  applicantsUnknown: search.applicantsUnknown,
  overInSearch: search.over,
  more: search.more,
  searchMissing: { ja: "プログラムを読み込めませんでした。", en: "The programs could not be loaded." },
  toSearch: { ja: "専攻医登録システムで探す", en: "Search on the registration site" },
} as const satisfies Words;

/** What may stand around the name of a specialty, or of a society: 小児科領域, 日本小児科学会. */
export const aroundSociety = { head: "日本", tail: "領域" } as const;

/** Names of the prefectures for narrow tiles: code → name. */
export const shortNames: Words = Object.fromEntries(
  Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, "0")).map((code) => [code, shortPrefecture(code)]),
);
