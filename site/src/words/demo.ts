// The demo's own page, and the page for addresses that lead nowhere.
import type { Words } from "./said.ts";

export const demoWords = {
  lead: {
    ja: "これはデモです。送られたメールはすべてここで読め、時計を進めて一年を見て回れます。",
    en: "This is a demo. All mails sent can be read here, and you can walk through the year by moving the clock.",
  },
  clock: { ja: "時計", en: "Clock" },
  now: { ja: "デモの現在時刻", en: "Demo time" },
  instants: { ja: "一年の節目", en: "Turning points of the year" },
  instantsHelp: { ja: "押すと、デモの時計がその時刻に移ります。", en: "Press one to move the demo's clock there." },
  registrationFrom: { ja: "登録期間の開始", en: "Registration opens" },
  registrationLast: { ja: "登録期間終了の5分前", en: "Five minutes before registration ends" },
  registrationUntil: { ja: "登録期間の終了", en: "Registration ends" },
  adoptionFrom: { ja: "採用期間の開始", en: "Adoption period begins" },
  adoptionUntil: { ja: "採用期間の終了", en: "Adoption period ends" },
  notification: { ja: "採否結果の通知", en: "Results come out" },
  other: { ja: "ほかの時刻（日本時間）", en: "Another time (Japan time)" },
  move: { ja: "時計を合わせる", en: "Set the clock" },
  reset: { ja: "デモの開始時刻に戻す", en: "Back to the demo's start" },
  moved: { ja: "時計を {time} に合わせました", en: "The clock is now at {time}" },
  mails: { ja: "届いたメール", en: "Mails" },
  noMails: { ja: "まだメールはありません。", en: "No mails yet." },
  to: { ja: "宛先", en: "To" },
  links: { ja: "このメールのリンク", en: "Links in this mail" },
  back: { ja: "メールの一覧へ", en: "Back to the mails" },
  again: { ja: "更新", en: "Refresh" },
  notDemo: { ja: "このサーバはデモではありません", en: "This server is not a demo" },
  lostBody: {
    ja: "アドレスが変わったか、入力に誤りがあるかもしれません。",
    en: "The address may have changed, or may have been mistyped.",
  },
  toEntry: { ja: "領域の一覧へ", en: "To the list of specialties" },
  toMyPage: { ja: "マイページへ", en: "To my page" },
} as const satisfies Words;
