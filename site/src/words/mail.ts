// The mail address of a new user, and the mail that is on its way (M2.1, M2.2).
import type { Words } from "./said.ts";

export const mailWords = {
  lead: {
    ja: "{field}領域で新規ユーザ登録をします。登録用のリンクをメールでお送りします。",
    en: "You are registering for {field}. We will mail you a link for the registration.",
  },
  noField: { ja: "はじめに領域を選んでください", en: "Please choose a specialty first" },
  noFieldBody: {
    ja: "ユーザIDは領域ごとに作成します。応募する領域の入口からお進みください。",
    en: "A user ID belongs to one specialty. Please enter through the specialty you want to apply in.",
  },
  toFields: { ja: "領域の一覧へ", en: "To the list of specialties" },
  send: { ja: "送信", en: "Send" },
  sentTitle: { ja: "メールを送信しました", en: "The mail is on its way" },
  sentTo: { ja: "{mail} 宛てに、ユーザ登録サイトのご案内をお送りしました。", en: "We have sent a link for the registration to {mail}." },
  nextTitle: { ja: "次にすること", en: "What to do next" },
  nextOpen: { ja: "届いたメールを開き、書かれているURLを24時間以内に開いてください。", en: "Open the mail and follow its link within 24 hours." },
  nextRegister: { ja: "「登録をはじめる」を押して、必要事項を入力します。入力には5分ほどかかります。", en: "Press “Start registration” and fill in the form. It takes about five minutes." },
  nextLicence: { ja: "医師免許証をお手元にご用意ください（氏名、医籍登録番号、取得年月）。", en: "Have your medical licence at hand (name, registry number, year and month)." },
  noMailTitle: { ja: "メールが届かないとき", en: "If no mail comes" },
  noMailWait: { ja: "届くまでに数分かかることがあります。", en: "It may take a few minutes." },
  noMailSpam: { ja: "迷惑メールのフォルダを確認してください。", en: "Look into the spam folder." },
  noMailTypo: { ja: "上のメールアドレスに誤りがないか確認してください。", en: "Check that the address above is spelled right." },
  noMailHospital: {
    ja: "病院や大学のメールでは、外部からのメールが止められていることがあります。別のアドレスでもお試しください。",
    en: "Hospitals and universities may hold back mails from outside. Try another address as well.",
  },
  resend: { ja: "もう一度送る", en: "Send again" },
  resent: {
    ja: "もう一度お送りしました。前のメールのURLは使えなくなります。",
    en: "Sent again. The link in the earlier mail no longer works.",
  },
  changeAddress: { ja: "メールアドレスを直す", en: "Change the address" },
  readDemoMail: { ja: "デモに届いたメールを読む", en: "Read the mail of the demo" },
  member: { ja: "すでにユーザIDをお持ちの方はログインへ", en: "Log in if you already have a user ID" },
} as const satisfies Words;
