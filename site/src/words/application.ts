// The words of withdrawing and switching (M4.1).
import type { Words } from "./i18n.ts";

export const applicationWords = {
  back: { ja: "マイページに戻る", en: "Back to My page" },
  yours: { ja: "応募中の専門研修プログラム", en: "Your application" },
  decided: { ja: "応募した専門研修プログラム", en: "The program you applied to" },
  program: { ja: "専門研修プログラム", en: "Program" },
  round: { ja: "募集", en: "Round" },
  state: { ja: "状況", en: "Status" },
  appliedAt: { ja: "応募日時", en: "Applied" },
  withdraw: { ja: "応募を取り下げる", en: "Withdraw the application" },
  withdrawAbout: {
    ja: "取下げができるのは {time} までです。取り下げたあとも、登録期間内であればもう一度応募できます。",
    en: "You can withdraw until {time}. Once you have withdrawn, you can apply again as long as the registration period lasts.",
  },
  withdrawTitle: { ja: "応募を取り下げますか", en: "Withdraw the application?" },
  withdrawBody: { ja: "取り下げると、このプログラムへの応募はなくなります。", en: "You will no longer be an applicant for this program." },
  withdrawYes: { ja: "OK（取り下げる）", en: "OK, withdraw" },
  withdrawFailed: { ja: "取り下げられませんでした", en: "You could not withdraw" },
  withdrawn: { ja: "取下げが完了しました。", en: "Your application has been withdrawn." },
  switch: { ja: "応募先を変更する", en: "Switch programs" },
  switchAbout: {
    ja: "ほかのプログラムに変更するときは、先に取り下げる必要はありません。検索で新しいプログラムを開き、「このプログラムに変更する」を押すと、取下げと応募が同時に行われます。",
    en: "You don't need to withdraw before switching. Find the new program and choose “Switch to this program”: withdrawing and applying happen in one step.",
  },
  switchSearch: { ja: "プログラムを検索する", en: "Search programs" },
  cannot: { ja: "いまは取り下げられません", en: "You can't withdraw now" },
  goneMeanwhile: {
    ja: "この応募は、ほかの画面で変更されています。閉じて、現在の応募を確認してください。",
    en: "This application was changed in another tab. Please close this and check your current application.",
  },
  noneTitle: { ja: "応募中のプログラムはありません", en: "You have no current application" },
  none: { ja: "応募すると、ここから取下げや応募先の変更ができます。", en: "Once you have applied, you can withdraw or switch here." },
} as const satisfies Words;
