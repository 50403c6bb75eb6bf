// What happens in a round (its name is core's), as the master schedule and every state sentence use them.
import type { Words } from "./i18n.ts";

export { roundName } from "./core_words.ts";

export const eventWords = {
  registration: { ja: "登録（応募）期間", en: "Registration period" },
  registrationHelp: { ja: "応募、取下げ、応募先の変更ができます。", en: "Apply, withdraw or switch programs." },
  gap: { ja: "採用期間までの準備", en: "Before the adoption period" },
  gapHelp: { ja: "応募は締め切られています。ユーザ情報の変更ができます。", en: "Applications are closed. You can still edit your information." },
  adoption: { ja: "採用期間", en: "Adoption period" },
  adoptionHelp: { ja: "統括責任者が採否を決めます。応募の取下げはできません。", en: "Directors make their decisions. Applications can't be withdrawn." },
  waiting: { ja: "結果の取りまとめ", en: "Results are being prepared" },
  waitingHelp: { ja: "採否結果通知日に、マイページに結果が表示されます。", en: "Your result will appear on My page at the notification time." },
  notified: { ja: "採否結果通知日", en: "Notification of results" },
  notifiedHelp: { ja: "マイページに採用・不採用・保留が表示され、メールでも通知されます。", en: "My page shows whether you were adopted, not adopted or put on hold, and you are notified by email." },
} as const satisfies Words;
