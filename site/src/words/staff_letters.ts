// The page about mails that have not gone out (L4).
import type { Words } from "./i18n.ts";

export const lettersWords = {
  lead: {
    ja: "システムから送るメールの状況です。届かなかったメールは、ここからもう一度送れます。メールの本文は表示しません。",
    en: "The state of the emails that the system sends. Those that could not be delivered can be sent again from here. The text of an email is not shown.",
  },
  running: { ja: "メールは通常どおり送信されています", en: "Emails are being sent as usual" },
  unavailable: { ja: "メールサーバーに接続できず、すべてのメールが待っています", en: "The email server cannot be reached: all emails are waiting" },
  refused: { ja: "メールサーバーに拒否され、すべてのメールが止まっています", en: "The email server refuses our emails: all of them have stopped" },
  unavailableHelp: {
    ja: "つながり次第、自動的に送信を再開します。失われるメールはありません。長く続くときは、システムの運用担当者に次の内容を伝えてください。",
    en: "Sending resumes by itself as soon as it answers, and nothing is lost. If this lasts, please tell the operator of the system:",
  },
  refusedHelp: {
    ja: "システムの運用担当者に、次の内容を伝えてください。直り次第、自動的に送信を再開します。失われるメールはありません。",
    en: "Please tell the operator of the system the following. Sending resumes by itself once this is put right, and nothing is lost.",
  },
  since: { ja: "{time}から", en: "Since {time}" },
  waiting: { ja: "送信待ちのメール: {count}通", en: "Emails waiting: {count}" },
  stage: { ja: "止まった段階: {stage}", en: "Stopped at: {stage}" },
  why: { ja: "メールサーバーの返答", en: "Reply of the email server" },
  update: { ja: "最新の状況を表示する", en: "Show the latest" },
  list: { ja: "届いていないメール", en: "Emails not delivered" },
  listLead: {
    ja: "宛先に拒否されて送信を中止したメールと、次の送信を待っているメールです。中止したメールは30日後に消えます。送り直す前に、宛先が正しいかご本人に確認してください。",
    en: "Emails given up because the recipient's server refused them, and emails that wait for their next attempt. Those given up disappear after 30 days. Before you send one again, please check the address with its owner.",
  },
  none: { ja: "届いていないメールはありません。", en: "There are none." },
  kind: { ja: "メール", en: "Email" },
  to: { ja: "宛先", en: "To" },
  queuedAt: { ja: "作成日時", en: "Written" },
  state: { ja: "状態", en: "State" },
  reason: { ja: "理由", en: "Reason" },
  action: { ja: "操作", en: "Action" },
  userId: { ja: "ユーザID {id}", en: "User ID {id}" },
  givenUp: { ja: "送信中止", en: "Given up" },
  next: { ja: "送信待ち", en: "Waits" },
  nextAt: { ja: "次は {time}", en: "next at {time}" },
  retry: { ja: "もう一度送る", en: "Send again" },
  retryOf: { ja: "{to}への「{kind}」をもう一度送る", en: "Send again: {kind}, to {to}" },
  retried: { ja: "{to}への「{kind}」をもう一度送ります。", en: "“{kind}” is being sent to {to} again." },
  expired: { ja: "URLの期限切れ", en: "Its link has expired" },
  retryAll: { ja: "送信を中止したメールをすべて送り直す", en: "Send all again that were given up" },
  retryAllTitle: { ja: "送信を中止したメール{count}通を、すべて送り直しますか", en: "Send all {count} emails again that were given up?" },
  retryAllBody: { ja: "URLの期限が切れたメールは送りません。", en: "Those whose link has expired are left out." },
  retryAllYes: { ja: "すべて送り直す", en: "Send them all" },
  retriedAll: { ja: "{count}通をもう一度送ります。", en: "Being sent again: {count}." },
} as const satisfies Words;

/** How far the talk with the mail server had come. */
export const mailStageWords = {
  connection: { ja: "接続", en: "connection" },
  login: { ja: "メールサーバーへのログイン", en: "login at the email server" },
  sender: { ja: "差出人", en: "sender" },
  recipient: { ja: "宛先の受付", en: "recipient" },
  text: { ja: "本文の受付", en: "text" },
} as const satisfies Words;

export const letterKindWords = {
  registration_link: { ja: "ユーザ登録のご案内", en: "Link for registration" },
  registered: { ja: "ユーザ登録完了のお知らせ", en: "Registration complete" },
  recovery: { ja: "ユーザID・パスワード再設定のご案内", en: "User ID and new password" },
  password_changed: { ja: "パスワード変更のお知らせ", en: "Password changed" },
  account_deleted: { ja: "ユーザID削除のお知らせ", en: "User ID deleted" },
  applied: { ja: "応募受付のお知らせ", en: "Application received" },
  withdrawn: { ja: "応募取下げのお知らせ", en: "Application withdrawn" },
  switched: { ja: "応募先変更のお知らせ", en: "Program switched" },
  results_out: { ja: "応募結果掲載のお知らせ", en: "Results are out" },
  staff_invitation: { ja: "担当者登録のお願い", en: "Staff invitation" },
  staff_recovery: { ja: "担当者パスワード再設定のご案内", en: "New staff password" },
  data_changed: { ja: "登録情報変更のお知らせ", en: "Data changed" },
  decision_changed: { ja: "採否更新のお知らせ", en: "Result changed" },
  decline_entered: { ja: "辞退登録のお知らせ", en: "Decline recorded" },
  class_changed: { ja: "応募者区分変更のお知らせ", en: "Category changed" },
  staff_access_changed: { ja: "担当者ログイン情報変更のお知らせ", en: "Staff log-in changed" },
} as const satisfies Words;
