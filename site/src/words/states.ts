// What is said in the states that people really meet: waiting, slow, away, session over, and the small words that every form shares.
import type { Words } from "./i18n.ts";

export const stateWords = {
  loading: { ja: "読み込んでいます…", en: "Loading…" },
  slow: { ja: "通信に時間がかかっています。このままお待ちください。", en: "The connection is slow. Please keep this page open." },
  awayTitle: { ja: "ただいまつながりません", en: "The server can't be reached" },
  away: {
    ja: "サーバにつながりませんでした。入力した内容はこの画面に残っています。少し待ってから、もう一度お試しください。",
    en: "The server did not respond. What you entered is still on this page. Please wait a moment and try again.",
  },
  offlineTitle: { ja: "インターネットにつながっていません", en: "You are offline" },
  offline: {
    ja: "接続が戻ると続けられます。入力した内容はこの画面に残っています。",
    en: "You can continue once you are back online. What you entered is still on this page.",
  },
  tooOftenTitle: { ja: "少し時間をおいてください", en: "Please wait a moment" },
  tooOften: {
    ja: "短い時間に続けて操作されたため、いまは受け付けられません。{time}ほどたってから、もう一度お試しください。",
    en: "Too many requests in a short time. Please try again in {time}.",
  },
  busyTitle: { ja: "ただいま混み合っています", en: "The system is busy" },
  busyUntil: {
    ja: "大勢の方が同時にご利用です。{time}ほどたってから、もう一度お試しください。",
    en: "Many people are using the system right now. Please try again in {time}.",
  },
  again: { ja: "もう一度試す", en: "Try again" },
  sessionOverTitle: { ja: "もう一度ログインしてください", en: "Please log in again" },
  sessionOver: {
    ja: "しばらく操作がなかったか、ほかの画面でログアウトしたため、ログインの有効期限が切れました。",
    en: "Your session has ended because of inactivity or because you logged out elsewhere.",
  },
  noSessionTitle: { ja: "ログインしてください", en: "Please log in" },
  noSession: { ja: "このページは、ログインするとご覧になれます。", en: "You need to log in to see this page." },
  toLogIn: { ja: "ログインへ進む", en: "Go to login" },
  anotherLoggedIn: {
    ja: "ほかのウィンドウで別の方がログインしたため、この画面を読み込み直しました。",
    en: "Someone else has logged in in another window, so this page was reloaded.",
  },
  troubleTitle: { ja: "処理できませんでした", en: "Something went wrong" },
  sendFailed: { ja: "送信できませんでした", en: "Could not be sent" },
  saveFailed: { ja: "保存できませんでした", en: "Could not be saved" },
  loadFailed: { ja: "表示できませんでした", en: "This page could not be loaded" },
  trouble: { ja: "時間をおいて、もう一度お試しください。", en: "Please wait a moment and try again." },
  required: { ja: "※必須", en: "required" },
  optional: { ja: "任意", en: "optional" },
  choose: { ja: "選択してください", en: "Please choose" },
  summaryTitle: { ja: "入力内容を確認してください", en: "Please check what you entered" },
  summaryCount: { ja: "次の {count} か所を直すと、先へ進めます。", en: "Correct these {count} entries to continue." },
  summaryOne: { ja: "次の 1 か所を直すと、先へ進めます。", en: "Correct this entry to continue." },
  warnings: { ja: "念のためご確認ください", en: "Please double-check" },
  showPassword: { ja: "パスワードを表示", en: "Show password" },
  hidePassword: { ja: "パスワードを隠す", en: "Hide password" },
  passwordShown: { ja: "パスワードを表示しました", en: "Password shown" },
  passwordHidden: { ja: "パスワードを隠しました", en: "Password hidden" },
  cancel: { ja: "キャンセル", en: "Cancel" },
  sending: { ja: "送信しています…", en: "Sending…" },
  noSeasonTitle: { ja: "募集の年度がまだ設定されていません", en: "No season has been set up yet" },
  noSeason: { ja: "準備が整うまで、新規登録と応募は受け付けていません。", en: "Until it is, nobody can register or apply." },
  noWasmTitle: { ja: "お使いのブラウザでは WebAssembly が使えません", en: "Your browser does not run WebAssembly" },
  noWasm: {
    ja: "入力の確認と検索は、サーバで行います。登録、ログイン、検索、応募は、このままご利用になれます。",
    en: "The server checks your entries and searches instead. You can register, log in, search and apply all the same.",
  },
  staffNeedsWasm: {
    ja: "担当者のページには WebAssembly が必要です。ほかのブラウザでお試しください。",
    en: "The pages for staff need WebAssembly. Please use another browser.",
  },
  sendingWait: { ja: "送信しています。このままお待ちください。", en: "Sending. Please keep this page open." },
  close: { ja: "閉じる", en: "Close" },
  moreBelow: { ja: "↓ 続きがあります", en: "↓ There is more below" },
  days: { ja: "{count}日", en: "{count} days" },
  hours: { ja: "{count}時間", en: "{count} hours" },
  minutes: { ja: "{count}分", en: "{count} minutes" },
  seconds: { ja: "{count}秒", en: "{count} seconds" },
  dayOne: { ja: "1日", en: "1 day" },
  hourOne: { ja: "1時間", en: "1 hour" },
  minuteOne: { ja: "1分", en: "1 minute" },
  secondOne: { ja: "1秒", en: "1 second" },
  leftToOpening: { ja: "あと {time}", en: "in {time}" },
  left: { ja: "あと {time}", en: "{time} left" },
  copied: { ja: "コピーしました", en: "Copied" },
  copyFailed: { ja: "コピーできませんでした。番号を選択してコピーしてください。", en: "Could not copy. Please select the number and copy it yourself." },
} as const satisfies Words;

/** What a countdown says aloud, by what it runs towards. */
export const countdownWords = {
  opening: {
    ten: { ja: "開始まで10分です。", en: "It opens in ten minutes." },
    one: { ja: "開始まで1分です。", en: "It opens in one minute." },
    over: { ja: "始まりました。", en: "It has opened." },
  },
  closing: {
    ten: { ja: "締切まで10分です。", en: "Ten minutes left." },
    one: { ja: "締切まで1分です。", en: "One minute left." },
    over: { ja: "締め切りました。", en: "The period has ended." },
  },
  border: {
    ten: { ja: "この期間はあと10分です。", en: "This period ends in ten minutes." },
    one: { ja: "この期間はあと1分です。", en: "This period ends in one minute." },
    over: { ja: "この期間は終わりました。", en: "This period has ended." },
  },
} as const satisfies Record<string, Words>;
