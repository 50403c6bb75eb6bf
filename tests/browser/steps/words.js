// What the journeys click and read, in both languages, as a person would name it. Not taken from the site's own words: a page that
// changes a word that the manual prints must turn a test red.

/** @typedef {"ja" | "en"} Language */

const words = {
  // 1
  newcomer: { ja: "新規ユーザ登録はこちら", en: "New registration" },
  member: { ja: "ユーザIDをお持ちの方はこちら", en: "Log in" },
  onePerPerson: { ja: "お一人につき1つだけ", en: "one user ID only" },
  // 2
  send: { ja: "送信", en: "Send" },
  carrier: { ja: "携帯電話のメールアドレスは", en: "Mobile-phone carrier addresses" },
  sent: { ja: "メールを送信しました", en: "Check your email" },
  start: { ja: "登録をはじめる", en: "Start registration" },
  next: { ja: "次へ", en: "Next" },
  toCheck: { ja: "内容確認", en: "Review your entries" },
  back: { ja: "戻る", en: "Back" },
  register: { ja: "登録", en: "Register" },
  registered: { ja: "登録が完了しました", en: "You are registered" },
  threeYears: { ja: "3年", en: "3 years" },
  checkEntries: { ja: "入力内容を確認してください", en: "Please check what you entered" },
  otherSpecialty: { ja: "領域を変えて登録するには", en: "To register in another specialty" },
  startOver: { ja: "メールアドレスの登録からやり直す", en: "Start again with your email address" },
  // 3
  logIn: { ja: "ログイン", en: "Log in" },
  searchPrograms: { ja: "プログラムを検索する", en: "Search programs" },
  backToResults: { ja: "検索結果に戻る", en: "Back to the results" },
  apply: { ja: "応募する", en: "Apply" },
  applyYes: { ja: "OK（応募する）", en: "OK, apply" },
  applied: { ja: "応募が完了しました。", en: "Your application is complete." },
  switch: { ja: "このプログラムに変更する", en: "Switch to this program" },
  switchYes: { ja: "OK（変更する）", en: "OK, switch" },
  switched: { ja: "応募先を変更しました。", en: "You have switched programs." },
  over: { ja: "定員超過", en: "Over capacity" },
  ceiling: { ja: "シーリング", en: "ceiling" },
  // 4
  here: { ja: "こちら", en: "here" },
  withdraw: { ja: "応募を取り下げる", en: "Withdraw the application" },
  withdrawYes: { ja: "OK（取り下げる）", en: "OK, withdraw" },
  withdrawn: { ja: "取下げが完了しました。", en: "Your application has been withdrawn." },
  noWithdrawal: { ja: "採用期間中は応募の取り下げはできません。", en: "cannot be withdrawn during the adoption period" },
  // 5
  adopted: { ja: "採用が決まりました", en: "You have been adopted" },
  decline: { ja: "辞退を希望される場合は、採用先の統括責任者へご連絡ください。", en: "If you wish to decline, please contact the director" },
  rejected: { ja: "不採用となりました", en: "You were not adopted" },
  held: { ja: "保留", en: "on hold" },
  // 6
  account: { ja: "ユーザ情報を見る", en: "View your information" },
  change: { ja: "変更", en: "Change" },
  toCheckChange: { ja: "内容確認", en: "Check" },
  save: { ja: "変更する", en: "Save the changes" },
  saved: { ja: "ユーザ情報を変更しました。", en: "Your information has been updated." },
  cannotChange: { ja: "いまはご自身で変更できません", en: "You can't change this yourself now" },
  cannotDelete: { ja: "いまは削除できません", en: "You can't delete it now" },
  delete: { ja: "ユーザIDの削除", en: "Delete your user ID" },
  deleteGo: { ja: "ユーザIDを削除する", en: "Delete this user ID" },
  deleteYes: { ja: "OK（削除する）", en: "OK, delete" },
  deleted: { ja: "ユーザIDを削除しました", en: "Your user ID has been deleted" },
  // states
  recoverySent: { ja: "登録されていれば、ご案内をお送りしています", en: "is registered, an email is on its way" },
  changeAddress: { ja: "メールアドレスを直す", en: "Change the address" },
  resetLead: { ja: "新しいパスワードを2回入力してください。", en: "Please enter the new password twice." },
  reset: { ja: "パスワードを変更", en: "Set password" },
  resetDone: { ja: "パスワードを変更しました", en: "Your password has been changed" },
  logInFailed: { ja: "ログインできませんでした", en: "Login failed" },
  nothingFound: { ja: "条件に合うプログラムはありません", en: "No programs found" },
  slow: { ja: "通信に時間がかかっています。", en: "The connection is slow." },
  away: { ja: "ただいまつながりません", en: "The server can't be reached" },
  again: { ja: "もう一度試す", en: "Try again" },
  closedMeanwhile: { ja: "登録（応募）期間は終了しました", en: "The registration period is over" },
  noApplication: { ja: "応募中の専門研修プログラムはありません。", en: "You have no current application." },
  sessionOver: { ja: "もう一度ログインしてください", en: "Please log in again" },
  // 7
  logOut: { ja: "ログアウト", en: "Log out" },
  loggedOut: { ja: "ログアウトしました", en: "You have been logged out" },
};

/** @typedef {keyof typeof words} Word */
/** @param {Language} language @returns {(word: Word) => string} */
export const sayIn = (language) => (word) => words[word][language];
