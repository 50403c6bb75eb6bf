// How staff come in: log-in, recovery, joining by the link of a letter.
import type { Words } from "./said.ts";

export const staffAccessWords = {
  lead: {
    ja: "登録したメールアドレスとパスワード、認証アプリの確認コードを入力してください。",
    en: "Enter your mail address, your password and the code of your authenticator app.",
  },
  logIn: { ja: "ログインする", en: "Log in" },
  loggedOut: { ja: "ログアウトしました", en: "You are logged out" },
  sessionOver: { ja: "もう一度ログインしてください", en: "Please log in again" },
  failedTitle: { ja: "ログインできませんでした", en: "You could not be logged in" },
  noApp: {
    ja: "認証アプリが使えないときは、確認コードの欄に回復用コードを入力してください。回復用コードもないときは、招待した事務局へ再招待をご依頼ください。",
    en: "Without your authenticator app, enter a recovery code in its place. Without one, ask the office that invited you for a new invitation.",
  },
  forgotten: { ja: "パスワードを忘れた方", en: "Forgotten your password?" },
  applicant: { ja: "応募する方のログインはこちら", en: "Applicants log in here" },
  recoverLead: {
    ja: "担当者として登録されたメールアドレスを入力してください。パスワードを設定し直すURLをお送りします。",
    en: "Enter the mail address of your staff account. We send a link for a new password.",
  },
  send: { ja: "送信する", en: "Send" },
  sentTitle: { ja: "メールを送信しました", en: "A mail is on its way" },
  sent: {
    ja: "{mail} が登録されている場合は、まもなくメールが届きます。メールのURLを24時間以内に開いてください。",
    en: "If {mail} is known, a mail will arrive shortly. Please open its link within 24 hours.",
  },
  sentHelp: {
    ja: "届かないときは、迷惑メールのフォルダと、入力したアドレスを確認してください。",
    en: "If it does not arrive, look into your spam folder and check the address.",
  },
  toLogIn: { ja: "担当者ログインへ", en: "To staff log-in" },
  noLink: {
    ja: "メールに記載されたURLから、このページを開いてください。",
    en: "Please open this page by the link in your mail.",
  },
  deadEndHelp: {
    ja: "招待のURLは招待した事務局に、パスワード再設定のURLは「パスワードを忘れた方」からご依頼ください。",
    en: "Ask the office that invited you for a new invitation; for a new password, use “Forgotten your password?”.",
  },
  joinLead: { ja: "{name} 様を、{role}として登録します。", en: "{name}, you are being registered as staff: {role}." },
  joinLeadField: {
    ja: "{name} 様を、{role}（{field}領域）として登録します。",
    en: "{name}, you are being registered as staff: {role} ({field}).",
  },
  joinMail: { ja: "ログインに使うメールアドレス", en: "Mail address for log-in" },
  appTitle: { ja: "1. 認証アプリに登録する", en: "1. Add it to your authenticator app" },
  appLead: {
    ja: "スマートフォンの認証アプリ（Google Authenticator、Microsoft Authenticator など）に、次のキーを登録してください。",
    en: "Enter this key in an authenticator app on your phone (Google Authenticator, Microsoft Authenticator or the like).",
  },
  appKey: { ja: "キー", en: "Key" },
  appKind: { ja: "種類は「時間ベース」を選んでください。", en: "Choose “time-based” as its kind." },
  appLink: { ja: "この端末の認証アプリで開く", en: "Open in an app on this device" },
  copy: { ja: "コピーする", en: "Copy" },
  passwordTitle: { ja: "2. パスワードと確認コードを入力する", en: "2. Enter a password and the code" },
  join: { ja: "登録する", en: "Set up the account" },
  recoveryTitle: { ja: "パスワードの再設定", en: "Set a new password" },
  recoveryLead: {
    ja: "{name} 様の新しいパスワードを設定します。本人確認のため、認証アプリの確認コード（または回復用コード）も入力してください。",
    en: "{name}, please set a new password. To prove that it is you, enter the code of your authenticator app, too (or a recovery code).",
  },
  setPassword: { ja: "パスワードを設定する", en: "Set the password" },
  passwordSet: { ja: "新しいパスワードを設定しました", en: "The new password is set" },
  passwordSetBody: { ja: "新しいパスワードでログインしてください。", en: "Please log in with the new password." },
  joinedTitle: { ja: "登録が完了しました", en: "Your account is set up" },
  codesTitle: { ja: "回復用コードを保管してください", en: "Keep your recovery codes" },
  codesLead: {
    ja: "認証アプリが使えなくなったとき、確認コードの代わりに使えます。それぞれ1回だけ使えます。この画面を閉じると二度と表示されません。印刷するか、安全な場所に控えてください。",
    en: "Each of them works once in place of a confirmation code when you are without your app. They are never shown again: print them, or keep them in a safe place.",
  },
  codesCopy: { ja: "すべてコピーする", en: "Copy them all" },
  codesPrint: { ja: "印刷する", en: "Print" },
  codesKept: { ja: "保管しました。ログインへ進む", en: "I have kept them. Go to log in" },
  copied: { ja: "コピーしました", en: "Copied" },
  copyFailed: { ja: "コピーできませんでした。選択してコピーしてください。", en: "Copying failed. Please select and copy it." },
  nextCode: {
    ja: "ログインには、認証アプリに次に表示される確認コードを使ってください。",
    en: "To log in, use the next code that your app shows.",
  },
} as const satisfies Words;
