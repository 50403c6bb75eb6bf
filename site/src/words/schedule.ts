// The words of the master schedule and its time line.
import type { Words } from "./i18n.ts";

export const scheduleWords = {
  lead: {
    ja: "{year}年4月に研修を始める方の応募の日程です。各期間は、表示の時刻ちょうどに締め切ります。",
    en: "The schedule for training starting in April {year}. Each period ends exactly at the time shown.",
  },
  now: { ja: "いまは{round}の{period}です", en: "Now: {round} – {period}" },
  nowBefore: { ja: "募集はまだ始まっていません", en: "Recruitment has not opened yet" },
  nowNotified: { ja: "{round}の結果が出ています", en: "{round}: results have been announced" },
  nowOver: { ja: "この年度の募集は終わりました", en: "Recruitment for this season is over" },
  until: { ja: "{time} まで", en: "until {time}" },
  on: { ja: "（{time}）", en: "({time})" },
  ends: { ja: "登録期間の終了まで", en: "Registration ends:" },
  nextOpens: { ja: "{round}の登録開始まで", en: "{round} opens" },
  here: { ja: "現在", en: "Now" },
  past: { ja: "終了", en: "Ended" },
  coming: { ja: "これから", en: "Upcoming" },
  line: { ja: "年間の流れ", en: "The season at a glance" },
  rounds: { ja: "募集ごとの日程", en: "Dates by round" },
  toSchedule: { ja: "マスタースケジュールを見る", en: "View the master schedule" },
} as const satisfies Words;
