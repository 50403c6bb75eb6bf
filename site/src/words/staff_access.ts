// How staff come in: log-in, recovery, joining by the link of a letter.
import type { Words } from "./i18n.ts";

export const staffAccessWords = {
  lead: {
    ja: "登録したメールアドレスとパスワード、認証アプリの確認コードを入力してください。",
    en: "Enter your email address, your password and the code from your authenticator app.",
  },
  logIn: { ja: "ログインする", en: "Log in" },
  loggedOut: { ja: "ログアウトしました", en: "You have been logged out" },
  sessionOver: { ja: "もう一度ログインしてください", en: "Please log in again" },
  failedTitle: { ja: "ログインできませんでした", en: "Login failed" },
  noApp: {
    ja: "認証アプリが使えないときは、確認コードの欄に回復用コードを入力してください。回復用コードもないときは、招待した事務局へ再招待をご依頼ください。",
    en: "If you can't use your authenticator app, enter a recovery code instead. If you have none, ask the office that invited you for a new invitation.",
  },
  forgotten: { ja: "パスワードを忘れた方", en: "Forgot your password?" },
  applicant: { ja: "応募する方のログインはこちら", en: "Applicants log in here" },
  recoverLead: {
    ja: "担当者として登録されたメールアドレスを入力してください。パスワードを設定し直すURLをお送りします。",
    en: "Enter the email address of your staff account. We will send you a link to set a new password.",
  },
  send: { ja: "送信する", en: "Send" },
  sentTitle: { ja: "メールを送信しました", en: "Check your email" },
  sent: {
    ja: "{mail} が登録されている場合は、まもなくメールが届きます。メールのURLを24時間以内に開いてください。",
    en: "If {mail} is registered, an email will arrive shortly. Please open the link in it within 24 hours.",
  },
  sentHelp: {
    ja: "届かないときは、迷惑メールのフォルダと、入力したアドレスを確認してください。",
    en: "If it doesn't arrive, check your spam folder and the address you entered.",
  },
  toLogIn: { ja: "担当者ログインへ", en: "Go to staff login" },
  noLink: {
    ja: "メールに記載されたURLから、このページを開いてください。",
    en: "Please open this page from the link in your email.",
  },
  expired: { ja: "このURLは有効期限が過ぎたか、正しくありません", en: "This link has expired or is incomplete" },
  used: { ja: "このURLは使用済みです", en: "This link has already been used" },
  superseded: {
    ja: "より新しいメールをお送りしています。最も新しいメールのURLを開いてください",
    en: "A more recent email has been sent to you. Please open the link in the most recent one",
  },
  usedHelp: {
    ja: "担当者としての登録やパスワードの設定がお済みの方は、担当者ログインへお進みください。お心当たりのない場合は、すぐに招待した事務局へご連絡ください。",
    en: "If you have set up your staff account or your new password, please log in as staff. If that was not you, contact the office that invited you at once.",
  },
  deadEndHelp: {
    ja: "招待のURLは、招待した事務局へ再送をご依頼ください。パスワード再設定のURLは、担当者ログインの「パスワードを忘れた方」からもう一度お申し込みください。",
    en: "For an invitation, ask the office that invited you to send a new one. For a new password, use “Forgot your password?” on the staff login page.",
  },
  joinLead: { ja: "{name} 様を、{role}として登録します。", en: "{name}, you are being registered as {role}." },
  joinLeadField: {
    ja: "{name} 様を、{role}（{field}領域）として登録します。",
    en: "{name}, you are being registered as {role} ({field}).",
  },
  joinMail: { ja: "ログインに使うメールアドレス", en: "Email address for login" },
  appTitle: { ja: "1. 認証アプリに登録する", en: "1. Set up your authenticator app" },
  appLead: {
    ja: "スマートフォンの認証アプリ（Google Authenticator、Microsoft Authenticator など）に、次のキーを登録してください。",
    en: "Enter this key in an authenticator app on your phone (such as Google Authenticator or Microsoft Authenticator).",
  },
  appKey: { ja: "キー", en: "Key" },
  appKind: { ja: "種類は「時間ベース」を選んでください。", en: "Choose “time-based” as the type." },
  appLink: { ja: "この端末の認証アプリで開く", en: "Open in an app on this device" },
  copy: { ja: "コピーする", en: "Copy" },
  passwordTitle: { ja: "2. パスワードと確認コードを入力する", en: "2. Enter a password and the code" },
  join: { ja: "登録する", en: "Set up the account" },
  recoveryTitle: { ja: "パスワードの再設定", en: "Set a new password" },
  recoveryLead: {
    ja: "{name} 様の新しいパスワードを設定します。本人確認のため、認証アプリの確認コード（または回復用コード）も入力してください。",
    en: "{name}, please set a new password. To verify your identity, also enter the code from your authenticator app (or a recovery code).",
  },
  setPassword: { ja: "パスワードを設定する", en: "Set password" },
  passwordSet: { ja: "新しいパスワードを設定しました", en: "Your new password has been set" },
  passwordSetBody: { ja: "新しいパスワードでログインしてください。", en: "Please log in with your new password." },
  joinedTitle: { ja: "登録が完了しました", en: "Your account has been set up" },
  codesTitle: { ja: "回復用コードを保管してください", en: "Keep your recovery codes" },
  codesLead: {
    ja: "認証アプリが使えなくなったとき、確認コードの代わりに使えます。それぞれ1回だけ使えます。この画面を閉じると二度と表示されません。印刷するか、安全な場所に控えてください。",
    en: "Use one instead of a confirmation code if you can't use your app. Each works once. They will not be shown again once you close this page: print them or store them somewhere safe.",
  },
  codesCopy: { ja: "すべてコピーする", en: "Copy all" },
  codesPrint: { ja: "印刷する", en: "Print" },
  codesKept: { ja: "保管しました。ログインへ進む", en: "I have saved them. Go to login" },
  copied: { ja: "コピーしました", en: "Copied" },
  copyFailed: { ja: "コピーできませんでした。選択してコピーしてください。", en: "Could not copy. Please select and copy it yourself." },
  nextCode: {
    ja: "ログインには、認証アプリに次に表示される確認コードを使ってください。",
    en: "To log in, use the next code your app shows.",
  },
} as const satisfies Words;
