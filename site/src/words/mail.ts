// The mail address of a new user, and the mail that is on its way (M2.1, M2.2).
import type { Words } from "./i18n.ts";

export const mailWords = {
  lead: {
    ja: "{field}領域で新規ユーザ登録をします。登録用のリンクをメールでお送りします。",
    en: "You are registering for {field}. We will email you a link to register.",
  },
  noField: { ja: "はじめに領域を選んでください", en: "Please choose a specialty first" },
  noFieldBody: {
    ja: "ユーザIDは領域ごとに作成します。応募する領域の入口からお進みください。",
    en: "A user ID belongs to one specialty. Please start from the specialty you want to apply in.",
  },
  toFields: { ja: "領域の一覧へ", en: "Go to the list of specialties" },
  send: { ja: "送信", en: "Send" },
  sentTitle: { ja: "メールを送信しました", en: "Check your email" },
  sentTo: { ja: "{mail} 宛てに、ユーザ登録サイトのご案内をお送りしました。", en: "We have sent a registration link to {mail}." },
  nextTitle: { ja: "次にすること", en: "What to do next" },
  nextOpen: { ja: "届いたメールを開き、書かれているURLを24時間以内に開いてください。", en: "Open the email and follow the link within 24 hours." },
  nextRegister: { ja: "「登録をはじめる」を押して、必要事項を入力します。入力には5分ほどかかります。", en: "Select “Start registration” and fill in the form. It takes about five minutes." },
  nextLicence: { ja: "医師免許証をお手元にご用意ください（氏名、医籍登録番号、取得年月）。", en: "Have your medical licence to hand (name, registry number, year and month)." },
  noMailTitle: { ja: "メールが届かないとき", en: "If the email doesn't arrive" },
  noMailWait: { ja: "届くまでに数分かかることがあります。", en: "It may take a few minutes." },
  noMailSpam: { ja: "迷惑メールのフォルダを確認してください。", en: "Check your spam folder." },
  noMailTypo: { ja: "上のメールアドレスに誤りがないか確認してください。", en: "Check that the address above is correct." },
  noMailHospital: {
    ja: "病院や大学のメールでは、外部からのメールが止められていることがあります。別のアドレスでもお試しください。",
    en: "Hospitals and universities sometimes block email from outside. Try another address as well.",
  },
  resend: { ja: "もう一度送る", en: "Send again" },
  resent: {
    ja: "もう一度お送りしました。前のメールのURLは使えなくなります。",
    en: "Sent again. The link in the earlier email no longer works.",
  },
  changeAddress: { ja: "メールアドレスを直す", en: "Change the address" },
  readDemoMail: { ja: "デモに届いたメールを読む", en: "Read the demo's emails" },
  member: { ja: "すでにユーザIDをお持ちの方はログインへ", en: "Already have a user ID? Log in" },
} as const satisfies Words;
