// Log-in, forgotten ID or password, and the new password (M1.3, M3.1, M3.2).
import type { Words } from "./said.ts";

export const logInWords = {
  lead: { ja: "ユーザIDとパスワードを入力してください。", en: "Please enter your user ID and password." },
  logIn: { ja: "ログイン", en: "Log in" },
  loggedOut: { ja: "ログアウトしました", en: "You are logged out" },
  deleted: { ja: "ユーザIDを削除しました", en: "Your user ID has been deleted" },
  deletedBody: {
    ja: "ほかの領域へ応募する方は、その領域の入口から新規登録をしてください。",
    en: "To apply in another specialty, register again from its entrance.",
  },
  sessionOver: { ja: "続けるにはログインしてください", en: "Please log in to go on" },
  failedTitle: { ja: "ログインできませんでした", en: "You could not be logged in" },
  forgotten: { ja: "ユーザID・パスワードを忘れた方", en: "Forgotten user ID or password?" },
  newcomer: { ja: "ユーザIDをお持ちでない方（新規登録）", en: "No user ID yet? Register" },
  recoverLead: {
    ja: "登録したメールアドレスを入力してください。ユーザIDと、パスワード再設定用のURLをお送りします。",
    en: "Enter the mail address you registered. We will send your user ID and a link for a new password.",
  },
  send: { ja: "送信", en: "Send" },
  recoverSentTitle: { ja: "メールをご確認ください", en: "Please look into your mail" },
  recoverSent: {
    ja: "{mail} が登録されていれば、ご案内をお送りしています。URLは24時間以内に開いてください。",
    en: "If {mail} is registered, a mail is on its way. Open its link within 24 hours.",
  },
  recoverResent: {
    ja: "登録されているメールアドレスであれば、もう一度お送りしています。最も新しいメールのURLをお使いください。続けて何度も押したときは送られません。しばらくたってからお試しください。",
    en: "If the address is registered, another mail is on its way: please use the newest link. Nothing is sent when you press too often; wait a little then.",
  },
  noMailTitle: { ja: "メールが届かないとき", en: "If no mail comes" },
  noMailOther: { ja: "登録したときのメールアドレスか、ご確認ください。", en: "Check that this is the address you registered." },
  noMailSpam: { ja: "迷惑メールのフォルダを確認してください。", en: "Look into the spam folder." },
  noMailNone: {
    ja: "まだユーザIDを作成していない場合は、メールは届きません。{link}へお進みください。",
    en: "Without a user ID no mail comes: please go to {link}.",
  },
  noMailRegister: { ja: "新規登録", en: "the registration" },
  resetChoose: {
    ja: "同じメールアドレスで、複数のユーザIDが登録されています。パスワードを変更するユーザIDを選んでください。ほかのユーザIDのパスワードは変わりません。",
    en: "Several user IDs are registered with your mail address. Choose the one to set a password for; the others stay as they are.",
  },
  resetThis: { ja: "このユーザIDのパスワードを変更", en: "Set the password of this user ID" },
  resetOther: { ja: "ほかのユーザIDを選ぶ", en: "Choose another user ID" },
  resetName: { ja: "氏名", en: "Name" },
  resetOthers: {
    ja: "同じメールアドレスのユーザID {ids} のパスワードは変わっていません。変更するときは、再設定のメールをもう一度お受け取りください。",
    en: "The password of {ids}, registered with the same mail address, is as it was. To set it, please get another mail.",
  },
  resetJoin: { ja: "、", en: " and of " },
  resetLead: { ja: "新しいパスワードを2回入力してください。", en: "Please enter the new password twice." },
  reset: { ja: "パスワードを変更", en: "Set the password" },
  resetDoneTitle: { ja: "パスワードを変更しました", en: "Your password is changed" },
  resetDone: {
    ja: "ほかの端末のログインはすべて切れました。新しいパスワードでログインしてください。",
    en: "You were logged out everywhere. Please log in with the new password.",
  },
  resetExpired: {
    ja: "このURLは有効期限が過ぎたか、正しくありません。パスワードを設定し直すには、再設定のメールをもう一度お受け取りください。",
    en: "This link has expired or is not complete. To set a new password, please get another mail.",
  },
  resetUsed: {
    ja: "このURLからのパスワードの再設定は済んでいます。新しいパスワードでログインするか、再設定のメールをもう一度お受け取りください。",
    en: "This link has already set a new password. Log in with that password, or get another mail.",
  },
  resetSuperseded: {
    ja: "より新しい再設定のメールをお送りしています。最も新しいメールのURLを開くか、再設定のメールをもう一度お受け取りください。",
    en: "A newer mail has been sent. Open the link in the newest one, or get another mail.",
  },
  toRecover: { ja: "再設定のメールをもう一度受け取る", en: "Get another mail" },
  noLinkTitle: { ja: "メールのURLから開いてください", en: "Please open the link in the mail" },
  noLink: {
    ja: "このページは、お送りしたメールのURLから開きます。URLが途中で切れていないかもご確認ください。",
    en: "This page opens from the link in our mail. Please check that the link was not cut off.",
  },
  back: { ja: "ログインへ戻る", en: "Back to log in" },
} as const satisfies Words;
