// The words of the sheet that shows what one has applied for (M3.1 ①, M3.6).
import type { Words } from "./i18n.ts";

export const proofWords = {
  lead: { ja: "専攻医登録システムが受け付けた応募の内容です。", en: "This is the application that the registration system has received." },
  name: { ja: "氏名", en: "Name" },
  fullName: { ja: "{family} {given}", en: "{family} {given}" },
  registryNumber: { ja: "医籍登録番号", en: "Registry number" },
  userId: { ja: "ユーザID", en: "User ID" },
  season: { ja: "年度", en: "Season" },
  seasonOf: { ja: "{year}年度（{year}年4月研修開始）", en: "{year} (training starts in April {year})" },
  field: { ja: "領域", en: "Specialty" },
  facility: { ja: "基幹施設", en: "Facility" },
  number: { ja: "応募番号", en: "Application number" },
  asOf: { ja: "{time} 現在（日本時間）の内容です。", en: "As of {time} (Japan time)." },
  print: { ja: "印刷する", en: "Print" },
  none: { ja: "応募すると、ここで応募内容の控えを印刷できます。", en: "Once you have applied, you can print a record of your application here." },
  open: { ja: "応募内容の控えを印刷する", en: "Print a record of your application" },
} as const satisfies Words;
