// The words of the page where societies make the lines that bring the elements into their own pages (R2).
import type { Words } from "./i18n.ts";

export const embedWords = {
  lead: {
    ja: "学会のホームページに、応募の入口、応募状況、プログラム検索を置けます。選んだとおりに表示を確かめ、できた行をページに貼り付けてください。",
    en: "Add the entry links, the application figures or the program search to your society's website. Choose, preview, and copy the lines into your page.",
  },
  choices: { ja: "選ぶ", en: "Choose" },
  society: { ja: "学会", en: "Society" },
  elements: { ja: "置くもの", en: "What to show" },
  entry: { ja: "応募の入口（新規登録とログイン）", en: "Entry (registration and login)" },
  figures: { ja: "都道府県ごとの応募・採用状況", en: "Figures by prefecture" },
  search: { ja: "プログラム検索", en: "Program search" },
  language: { ja: "言語", en: "Language" },
  languageOfPage: { ja: "ページの言語に合わせる", en: "Same as the page" },
  japanese: { ja: "日本語", en: "Japanese" },
  english: { ja: "英語", en: "English" },
  scheme: { ja: "明るさ", en: "Light or dark" },
  schemeOfPage: { ja: "ページに合わせる", en: "Same as the page" },
  light: { ja: "明るい", en: "Light" },
  dark: { ja: "暗い", en: "Dark" },
  colour: { ja: "ボタンとリンクの色", en: "Button and link colour" },
  ownColour: { ja: "色を選ぶ", en: "Choose a colour" },
  weakColour: {
    ja: "この色は背景との差が小さく、文字が読みにくくなります（コントラスト比 {ratio}）。4.5以上になる色を選んでください。",
    en: "This colour is too close to the background to read (contrast ratio {ratio}). Choose one with a ratio of 4.5 or more.",
  },
  preview: { ja: "表示を確かめる", en: "Preview" },
  previewHelp: { ja: "ここで実際に操作できます。メールアドレスを送信すると、案内のメールが届きます。", en: "This is live: if you submit an email address, the email will really be sent." },
  lines: { ja: "貼り付ける", en: "Copy" },
  script: { ja: "1. スクリプト（1ページに1回）", en: "1. The script (once per page)" },
  element: { ja: "2. 表示する場所", en: "2. Where it should appear" },
  style: { ja: "3. スタイルシート（任意）", en: "3. Your style sheet (optional)" },
  styleHelp: {
    ja: "読み込みの前から場所を空けておき、ページが動かないようにします。",
    en: "Reserves the space before the script has loaded, so that nothing on your page shifts.",
  },
  copy: { ja: "コピー", en: "Copy" },
  copied: { ja: "コピーしました", en: "Copied" },
  copyFailed: { ja: "コピーできませんでした。行を選択してコピーしてください。", en: "Could not copy. Please select the lines and copy them yourself." },
  before: { ja: "公開の前に", en: "Before you publish" },
  allowed: {
    ja: "学会のホームページのアドレス（https:// から始まる部分）を、専攻医登録システムの事務局へお知らせください。許可されたアドレスのページだけで動きます。",
    en: "Tell the office that runs the registration system your website's address (https://…). The elements only work on pages at permitted addresses.",
  },
  policy: {
    ja: "Content-Security-Policy を使っているページでは、次を加えてください。'wasm-unsafe-eval' を加えない場合も、入力の確認はサーバで行われます。",
    en: "If your page has a Content-Security-Policy, add the following. Without 'wasm-unsafe-eval', entries are checked on the server instead.",
  },
  combining: {
    ja: "スクリプトをまとめたり遅らせたりする機能の対象から、この行を外してください。",
    en: "Exclude this line from tools that combine or delay scripts.",
  },
  version: {
    ja: "この行は版 {version} を指し、内容が変わることはありません。新しい版は、このページで作り直した行で使えます。",
    en: "These lines use version {version}, which never changes. To use a newer version, generate the lines again on this page.",
  },
  entryLink: { ja: "{society} 専攻医登録", en: "{society}: registration for specialty training" },
  figuresLink: { ja: "{society} 都道府県ごとの応募・採用状況", en: "{society}: figures by prefecture" },
  searchLink: { ja: "{society} 専門研修プログラム検索", en: "{society}: program search" },
} as const satisfies Words;
