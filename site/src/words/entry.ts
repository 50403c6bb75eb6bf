// The entrance: the 19 fields and the two ways in (M1.1, M1.2).
import type { Words } from "./i18n.ts";

export const entryWords = {
  lead: {
    ja: "応募する専門研修プログラムの領域を選び、新規登録またはログインへ進んでください。",
    en: "Choose the specialty of the training program you want to apply to, then register or log in.",
  },
  fields: { ja: "19の基本領域", en: "The 19 specialties" },
  titleOfField: { ja: "{field}領域の入口", en: "{field}" },
  leadOfField: {
    ja: "{field}領域の専門研修プログラムに応募する方の入口です。",
    en: "Apply here for training programs in {field}.",
  },
  newcomer: { ja: "新規ユーザ登録はこちら", en: "New registration" },
  newcomerFor: { ja: "専攻医登録システムのユーザIDをお持ちでない方", en: "You don't have a user ID yet" },
  member: { ja: "ユーザIDをお持ちの方はこちら", en: "Log in" },
  memberFor: {
    ja: "ユーザIDをお持ちの方（ユーザID・パスワードをお忘れの方も）",
    en: "You have a user ID (including if you have forgotten it or your password)",
  },
  noticeTitle: { ja: "ご登録の前に", en: "Before you register" },
  noticeOne: {
    ja: "ユーザIDは、お一人につき1つだけ作成できます。",
    en: "Each person can have one user ID only.",
  },
  noticeField: {
    ja: "ユーザIDは領域ごとに異なります。ほかの領域へ応募するには、いまのユーザIDを削除してから、その領域の入口で登録し直してください。",
    en: "A user ID belongs to one specialty. To apply in another, delete your user ID first, then register again on that specialty's page.",
  },
  noticeApply: {
    ja: "ユーザIDを作成しただけでは応募になりません。ログインして、希望の専門研修プログラムに応募してください。",
    en: "Creating a user ID does not mean you have applied. Log in and apply to the program of your choice.",
  },
  ofRound: { ja: "{round}", en: "{round}:" },
  until: { ja: "{time} まで", en: "until {time}" },
  register: { ja: "新規登録", en: "Register" },
  logIn: { ja: "ログイン", en: "Log in" },
  otherFields: { ja: "ほかの領域を選ぶ", en: "Choose another specialty" },
  season: { ja: "{year}年4月に始まる専門研修", en: "Training starting in April {year}" },
  stillRegister: { ja: "ユーザIDの新規登録は、募集の期間を問わずできます。", en: "You can register a user ID at any time." },
  schedule: { ja: "マスタースケジュールを見る", en: "View the master schedule" },
} as const satisfies Words;
