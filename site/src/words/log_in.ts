// Log-in, forgotten ID or password, and the new password (M1.3, M3.1, M3.2).
import type { Words } from "./i18n.ts";

export const logInWords = {
  lead: { ja: "ユーザIDとパスワードを入力してください。", en: "Please enter your user ID and password." },
  logIn: { ja: "ログイン", en: "Log in" },
  loggedOut: { ja: "ログアウトしました", en: "You have been logged out" },
  deleted: { ja: "ユーザIDを削除しました", en: "Your user ID has been deleted" },
  deletedBody: {
    ja: "ほかの領域へ応募する方は、その領域の入口から新規登録をしてください。",
    en: "To apply in another specialty, register on that specialty's page.",
  },
  sessionOver: { ja: "続けるにはログインしてください", en: "Please log in to continue" },
  failedTitle: { ja: "ログインできませんでした", en: "Login failed" },
  forgotten: { ja: "ユーザID・パスワードを忘れた方", en: "Forgot your user ID or password?" },
  newcomer: { ja: "ユーザIDをお持ちでない方（新規登録）", en: "No user ID yet? Register" },
  recoverLead: {
    ja: "登録したメールアドレスを入力してください。ユーザIDと、パスワード再設定用のURLをお送りします。",
    en: "Enter the email address you registered. We will send you your user ID and a link to set a new password.",
  },
  send: { ja: "送信", en: "Send" },
  recoverSentTitle: { ja: "メールをご確認ください", en: "Check your email" },
  recoverSent: {
    ja: "{mail} が登録されていれば、ご案内をお送りしています。URLは24時間以内に開いてください。",
    en: "If {mail} is registered, an email is on its way. Open the link in it within 24 hours.",
  },
  recoverResent: {
    ja: "登録されているメールアドレスであれば、もう一度お送りしています。最も新しいメールのURLをお使いください。続けて何度も押したときは送られません。しばらくたってからお試しください。",
    en: "If the address is registered, another email is on its way. Please use the link in the most recent one. If you have pressed the button several times in a row, nothing is sent; wait a while and try again.",
  },
  noMailTitle: { ja: "メールが届かないとき", en: "If the email doesn't arrive" },
  noMailOther: { ja: "登録したときのメールアドレスか、ご確認ください。", en: "Check that this is the address you registered with." },
  noMailSpam: { ja: "迷惑メールのフォルダを確認してください。", en: "Check your spam folder." },
  noMailNone: {
    ja: "まだユーザIDを作成していない場合は、メールは届きません。{link}へお進みください。",
    en: "If you have not created a user ID yet, you will not receive an email. Go to {link}.",
  },
  noMailRegister: { ja: "新規登録", en: "registration" },
  resetChoose: {
    ja: "同じメールアドレスで、複数のユーザIDが登録されています。パスワードを変更するユーザIDを選んでください。ほかのユーザIDのパスワードは変わりません。",
    en: "Several user IDs are registered with your email address. Choose the one to set a password for; the others stay as they are.",
  },
  resetThis: { ja: "このユーザIDのパスワードを変更", en: "Set the password of this user ID" },
  resetOther: { ja: "ほかのユーザIDを選ぶ", en: "Choose another user ID" },
  resetName: { ja: "氏名", en: "Name" },
  resetOthers: {
    ja: "同じメールアドレスのユーザID {ids} のパスワードは変わっていません。変更するときは、再設定のメールをもう一度お受け取りください。",
    en: "The password of {ids}, registered with the same email address, has not changed. To change it, please request another email.",
  },
  resetJoin: { ja: "、", en: " and of " },
  resetLead: { ja: "新しいパスワードを2回入力してください。", en: "Please enter the new password twice." },
  reset: { ja: "パスワードを変更", en: "Set password" },
  resetFailed: { ja: "パスワードを変更できませんでした", en: "Your password could not be changed" },
  resetDoneTitle: { ja: "パスワードを変更しました", en: "Your password has been changed" },
  resetDone: {
    ja: "ほかの端末のログインはすべて終了しました。新しいパスワードでログインしてください。",
    en: "You have been logged out on all other devices. Please log in with your new password.",
  },
  resetExpired: {
    ja: "このURLは有効期限が過ぎたか、正しくありません。パスワードを設定し直すには、再設定のメールをもう一度お受け取りください。",
    en: "This link has expired or is incomplete. To set a new password, please request another email.",
  },
  resetUsed: {
    ja: "このURLからのパスワードの再設定は済んでいます。新しいパスワードでログインするか、再設定のメールをもう一度お受け取りください。",
    en: "This link has already been used to set a new password. Log in with that password, or request another email.",
  },
  resetSuperseded: {
    ja: "より新しい再設定のメールをお送りしています。最も新しいメールのURLを開くか、再設定のメールをもう一度お受け取りください。",
    en: "A more recent email has been sent. Open the link in that one, or request another email.",
  },
  toRecover: { ja: "再設定のメールをもう一度受け取る", en: "Request another email" },
  noLinkTitle: { ja: "メールのURLから開いてください", en: "Please open the link in the email" },
  noLink: {
    ja: "このページは、お送りしたメールのURLから開きます。URLが途中で切れていないかもご確認ください。",
    en: "This page opens from the link in our email. Please check that the link was not cut off.",
  },
  back: { ja: "ログインへ戻る", en: "Back to login" },
} as const satisfies Words;
