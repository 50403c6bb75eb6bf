// The name of every page (browser title, main heading, links to it) and what it is for, and the words of the frame around all pages.
import type { Said, Words } from "./i18n.ts";

export const pageWords = {
  index: {
    title: { ja: "領域を選ぶ", en: "Choose your specialty" },
    about: {
      ja: "専門研修プログラムに応募する方の入口です。19の基本領域から選び、新規登録またはログインへ進みます。",
      en: "For doctors applying to a specialty training program: choose one of the 19 specialties, then register or log in.",
    },
  },
  mail: {
    title: { ja: "メールアドレスの登録", en: "Register your email address" },
    about: { ja: "新規登録の最初の手順です。登録用のリンクをメールでお送りします。", en: "The first step of registration: we email you a link." },
  },
  register: {
    title: { ja: "新規ユーザ登録", en: "New registration" },
    about: { ja: "メールのリンクから、専攻医登録システムのユーザIDを作成します。", en: "Create your user ID from the link in the email." },
  },
  login: {
    title: { ja: "ログイン", en: "Log in" },
    about: { ja: "ユーザIDとパスワードでログインします。", en: "Log in with your user ID and password." },
  },
  recover: {
    title: { ja: "ユーザID・パスワードを忘れた方", en: "Forgot your user ID or password" },
    about: { ja: "登録したメールアドレスに、ユーザIDとパスワード再設定のご案内を送ります。", en: "We email you your user ID and a link to set a new password." },
  },
  reset: {
    title: { ja: "パスワードの再設定", en: "Set a new password" },
    about: { ja: "メールのリンクから、新しいパスワードを設定します。", en: "Set a new password from the link in the email." },
  },
  mypage: {
    title: { ja: "マイページ", en: "My page" },
    about: { ja: "現在の応募状況、お知らせ、各種のお手続きです。", en: "Your application, notices and everything you can do." },
  },
  search: {
    title: { ja: "専門研修プログラム検索", en: "Search programs" },
    about: { ja: "都道府県、基幹施設名、プログラム名で検索します。", en: "Search by prefecture, facility and program name." },
  },
  program: {
    title: { ja: "専門研修プログラム", en: "Training program" },
    about: { ja: "プログラムの応募者数、定員数、問合せ先です。", en: "A program's applicants, capacity and contact details." },
  },
  application: {
    title: { ja: "応募の取下げ・変更", en: "Withdraw or switch" },
    about: { ja: "応募中のプログラムの取下げと、応募先の変更です。", en: "Withdraw your application or switch to another program." },
  },
  proof: {
    title: { ja: "応募内容の控え", en: "Record of your application" },
    about: { ja: "応募した内容を印刷して保管できます。", en: "Print and keep a record of your application." },
  },
  account: {
    title: { ja: "ユーザ情報", en: "Your information" },
    about: { ja: "ユーザ情報の確認と変更、ユーザIDの削除です。", en: "View or edit your information, or delete your user ID." },
  },
  figures: {
    title: { ja: "都道府県ごとの応募・採用状況", en: "Figures by prefecture" },
    about: {
      ja: "都道府県ごとの定員数、応募者数、採用数、不採用数、未処理数、シーリング数です。",
      en: "Capacity, applicants, adopted, rejected, undecided and ceiling for each prefecture.",
    },
  },
  schedule: {
    title: { ja: "マスタースケジュール", en: "Master schedule" },
    about: { ja: "登録期間、採用期間、採否結果通知日の一覧です。", en: "Registration periods, adoption periods and notification dates." },
  },
  embed: {
    title: { ja: "学会のホームページに置く", en: "For societies' websites" },
    about: {
      ja: "応募の入口、応募状況、プログラム検索を学会のホームページに置くための行を作ります。",
      en: "Generate the lines that add the entry links, the figures or the program search to a society's own pages.",
    },
  },
  demo: {
    title: { ja: "デモの操作", en: "Demo controls" },
    about: { ja: "デモに届いたメールと、デモの時計です。", en: "The demo's emails and its clock." },
  },
  "404": {
    title: { ja: "ページが見つかりません", en: "Page not found" },
    about: { ja: "お探しのページはありません。", en: "There is no such page." },
  },
} as const satisfies Record<string, { title: Said; about: Said }>;

export const shellWords = {
  name: { ja: "専攻医登録システム Senkoi", en: "Senkoi – Specialty Training Registration" },
  nameShort: { ja: "専攻医登録システム", en: "Specialty Training Registration" },
  skip: { ja: "本文へ進む", en: "Skip to main content" },
  otherLanguage: { ja: "English", en: "日本語" },
  menu: { ja: "メニュー", en: "Menu" },
  logOut: { ja: "ログアウト", en: "Log out" },
  loggingOut: { ja: "ログアウトしています…", en: "Logging out…" },
  entry: { ja: "領域の一覧", en: "All specialties" },
  specialty: { ja: "{field}領域", en: "{field}" },
  staff: { ja: "担当者の方", en: "For staff" },
  footerMenu: { ja: "ご案内", en: "Information" },
  footerNote: {
    ja: "氏名や連絡先などの個人情報は、登録と応募の手続きのためだけに使います。",
    en: "Your personal data is used only for registration and application.",
  },
  footerTime: { ja: "時刻はすべて日本時間です。", en: "All times are in Japan time." },
  needsScript: {
    ja: "このページには JavaScript が必要です。ブラウザの設定で有効にしてください。",
    en: "This page needs JavaScript. Please enable it in your browser's settings.",
  },
  contact: {
    ja: "お困りの方は、応募する領域の学会の事務局、または日本専門医機構へお問い合わせください。",
    en: "If you need help, please contact the office of your specialty's society, or the Japanese Medical Specialty Board.",
  },
  loading: { ja: "読み込んでいます…", en: "Loading…" },
  demoBar: { ja: "デモ", en: "Demo" },
  demoTime: { ja: "デモの時刻", en: "Demo time" },
  demoOpen: { ja: "メール{count}通・時計", en: "{count} emails, clock" },
} as const satisfies Words;
