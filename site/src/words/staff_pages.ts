// The name of every page for staff (browser title, main heading, links to it) and what it is for, and the words of their frame.
import type { Said, Words } from "./i18n.ts";

export const staffPageWords = {
  login: {
    title: { ja: "担当者ログイン", en: "Staff login" },
    about: { ja: "統括責任者、領域学会事務局、日本専門医機構事務局の方のログインです。", en: "For program directors, society offices and the board office." },
  },
  recover: {
    title: { ja: "担当者パスワードを忘れた方", en: "Forgot your staff password" },
    about: { ja: "パスワード再設定のご案内を、担当者のメールアドレスへ送ります。", en: "We email you a link to set a new password." },
  },
  join: {
    title: { ja: "担当者の登録", en: "Set up your staff account" },
    about: { ja: "メールのリンクから、パスワードと確認コードを設定します。", en: "Set your password and confirmation code from the link in the email." },
  },
  home: {
    title: { ja: "担当者ホーム", en: "Home" },
    about: { ja: "現在の期間と、いま行うことの一覧です。", en: "Where the season stands and what needs doing now." },
  },
  people: {
    title: { ja: "担当者", en: "Staff accounts" },
    about: { ja: "担当者の招待、再招待、停止です。", en: "Invite staff, invite again, close an account." },
  },
  candidates: {
    title: { ja: "応募者と採否", en: "Applicants and decisions" },
    about: { ja: "担当するプログラムの応募者を確認し、採否を決めます。", en: "See who applied to your programs, and decide." },
  },
  progress: {
    title: { ja: "進捗状況", en: "Progress" },
    about: { ja: "都道府県ごとの応募者、採否の決定、シーリングの状況です。", en: "Applicants, decisions and ceilings, prefecture by prefecture." },
  },
  programs: {
    title: { ja: "プログラム", en: "Programs" },
    about: { ja: "専門研修プログラムの登録、編集、終了です。", en: "Create, edit and close training programs." },
  },
  import: {
    title: { ja: "プログラムの一括登録", en: "Import programs" },
    about: { ja: "CSVファイルから、プログラムをまとめて登録・更新します。", en: "Add and change programs from a CSV file." },
  },
  notices: {
    title: { ja: "お知らせ", en: "Notices" },
    about: { ja: "応募者へのお知らせを作成し、公開日時を決めます。", en: "Write notices to applicants and say when they appear." },
  },
  letters: {
    title: { ja: "メールの送信", en: "Email delivery" },
    about: { ja: "メールの送信状況と、届いていないメールの再送です。", en: "How emails are being delivered, and sending again those that were not." },
  },
  season: {
    title: { ja: "年度と日程", en: "Season" },
    about: { ja: "各募集の登録期間、採用期間、通知日時と、募集する領域・都道府県です。", en: "The periods of each round, and who recruits in it." },
  },
  ceilings: {
    title: { ja: "シーリング数", en: "Ceilings" },
    about: { ja: "過去の採用数からの算出、公開、変更です。", en: "Calculated from past adoptions, published or overridden." },
  },
  limits: {
    title: { ja: "枠の種類と上限", en: "Kinds and limits" },
    about: { ja: "通常枠、連携枠などの種類、募集枠と、都道府県・領域ごとの上限です。", en: "Kinds of seats, and their limits in each prefecture and specialty." },
  },
  release: {
    title: { ja: "結果の公開", en: "Release of results" },
    about: { ja: "採否結果の通知を、2人の担当者が承認します。", en: "Two people approve the notification of results." },
  },
  quota: {
    title: { ja: "地域枠", en: "Regional quota" },
    about: { ja: "厚生労働省のリストと、登録者の医籍登録番号を対比します。", en: "The ministry’s list, compared by registry number." },
  },
  statistics: {
    title: { ja: "統計", en: "Statistics" },
    about: { ja: "領域・都道府県ごとの採用数です。", en: "Adoptions by specialty and prefecture." },
  },
  audit: {
    title: { ja: "操作の記録", en: "Audit log" },
    about: { ja: "いつ、だれが、何をしたかの記録です。", en: "Who did what, and when." },
  },
} as const satisfies Record<string, { title: Said; about: Said }>;

export const staffShellWords = {
  overTitle: { ja: "もう一度ログインしてください", en: "Please log in again" },
  over: {
    ja: "しばらく操作がなかったか、ほかの画面でログアウトしたため、ログインの有効期限が切れました。",
    en: "Your session has ended because of inactivity or because you logged out elsewhere.",
  },
  noneTitle: { ja: "ログインしてください", en: "Please log in" },
  none: { ja: "このページは、担当者としてログインするとご覧になれます。", en: "You need to log in as staff to see this page." },
  toLogIn: { ja: "担当者ログインへ進む", en: "Go to staff login" },
  notYoursTitle: { ja: "このページは、ほかの役割の担当者のものです", en: "This page is for staff in another role" },
  toHome: { ja: "担当者ホームへ", en: "Go to staff home" },
  forApplicants: { ja: "応募する方のページ", en: "Pages for applicants" },
  forStaff: { ja: "担当者用", en: "Staff" },
} as const satisfies Words;
