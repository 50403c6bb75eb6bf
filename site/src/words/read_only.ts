// On a host without an API: what can be seen here, from when it is, and where the rest is done (R3).
import type { Words } from "./i18n.ts";

export const readOnlyWords = {
  note: { ja: "このサイトは閲覧用です。", en: "This site is read-only." },
  asOf: { ja: "{time} 現在の内容です。", en: "Contents as of {time}." },
  where: { ja: "登録・ログイン・応募は、次のサイトで行えます:", en: "To register, log in or apply, go to:" },
  elsewhere: {
    ja: "登録・ログイン・応募は、ここではできません。領域学会のホームページからお進みください。",
    en: "You can't register, log in or apply here. Please start from your society's website.",
  },
  closedTitle: { ja: "このページのお手続きは、ここではできません", en: "You can't do this here" },
  closed: {
    ja: "このサイトでは、プログラムの検索、応募・採用状況、マスタースケジュールをご覧になれます。",
    en: "On this site you can search programs and view the figures and the master schedule.",
  },
  applyTitle: { ja: "応募は、ここではできません", en: "You can't apply here" },
  search: { ja: "プログラムを検索", en: "Search programs" },
  figures: { ja: "応募・採用状況を見る", en: "View the figures" },
  searchFor: { ja: "都道府県、基幹施設名、プログラム名で検索できます。", en: "Search by prefecture, facility and program name." },
  figuresFor: { ja: "都道府県ごとの定員数、応募者数、シーリング数です。", en: "Capacity, applicants and ceiling for each prefecture." },
  searchLead: { ja: "{field}領域のプログラムを検索します。", en: "Search the programs in {field}." },
} as const satisfies Words;
