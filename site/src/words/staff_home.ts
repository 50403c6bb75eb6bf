// The home page of staff, and the page on which offices invite.
import type { Words } from "./said.ts";

export const staffHomeWords = {
  now: { ja: "現在の状況", en: "Where the season stands" },
  tasks: { ja: "いま行うこと", en: "What is to do now" },
  programs: { ja: "担当するプログラム", en: "Your programs" },
  noPrograms: {
    ja: "担当するプログラムがありません。領域学会事務局へご連絡ください。",
    en: "No program is yours yet. Please contact your society's office.",
  },
  decideNow: { ja: "採用期間中です。応募者の採否を決めてください。", en: "The adoption period is running: please decide on your applicants." },
  decideLater: { ja: "応募者を確認できます。採否は採用期間に決めます。", en: "You can see who applied. Decisions are made in the adoption period." },
  decideAfter: {
    ja: "応募者と採否を確認できます。保留の決定、採用後の辞退の入力もここで行います。",
    en: "See applicants and decisions; resolve holds and enter who declines here.",
  },
  waiting: {
    ja: "{count}人の担当者が、まだ登録を終えていません。",
    en: "{count} people have not set up their accounts yet.",
  },
  allJoined: { ja: "担当者を招待し、アカウントを管理します。", en: "Invite staff and look after their accounts." },
} as const satisfies Words;

export const peopleWords = {
  leadBoard: { ja: "統括責任者、領域学会事務局、日本専門医機構事務局の担当者です。", en: "Directors, society offices and the board." },
  leadSociety: { ja: "この領域の統括責任者です。", en: "The directors of your specialty." },
  invite: { ja: "担当者を招待する", en: "Invite somebody" },
  send: { ja: "招待メールを送る", en: "Send the invitation" },
  invited: { ja: "{mail} へ招待メールを送りました。7日以内に登録していただいてください。", en: "An invitation was sent to {mail}. It holds for seven days." },
  list: { ja: "担当者の一覧", en: "Staff" },
  none: { ja: "まだ担当者はいません。", en: "Nobody yet." },
  find: { ja: "氏名、メールアドレス、プログラムで絞り込む", en: "Narrow down by name, mail address or program" },
  shown: { ja: "{count}人中 {shown}人を表示しています。", en: "{shown} of {count} people are shown." },
  name: { ja: "氏名", en: "Name" },
  role: { ja: "役割", en: "Role" },
  state: { ja: "状態", en: "State" },
  actions: { ja: "操作", en: "Actions" },
  joined: { ja: "登録済み", en: "Set up" },
  waiting: { ja: "招待中", en: "Invited" },
  since: { ja: "{date}から", en: "since {date}" },
  programs: { ja: "担当プログラム", en: "Programs" },
  programsHelp: { ja: "この方が採否を決めるプログラムを選んでください。", en: "Choose the programs this person decides for." },
  programsFind: { ja: "基幹施設名・プログラム名の一部", en: "Part of a facility's or program's name" },
  programsNone: { ja: "当てはまるプログラムがありません。", en: "No program matches." },
  programsMore: { ja: "ほかに {count}件あります。名前の一部を入力して絞り込んでください。", en: "{count} more. Enter a part of the name to narrow them down." },
  programsChosen: { ja: "選択中 {count}件", en: "{count} chosen" },
  programsNeeded: { ja: "担当プログラムを1つ以上選んでください。", en: "Please choose at least one program." },
  programsField: { ja: "先に領域を選んでください。", en: "Please choose the specialty first." },
  change: { ja: "担当を変更", en: "Change programs" },
  save: { ja: "変更を保存する", en: "Save" },
  changed: { ja: "{name}の担当プログラムを変更しました。", en: "The programs of {name} were changed." },
  again: { ja: "再招待", en: "Invite again" },
  againTitle: { ja: "{name}へ招待メールをもう一度送りますか", en: "Send {name} a new invitation?" },
  againWaiting: { ja: "前に送ったURLは使えなくなります。", en: "The link sent before ends." },
  againJoined: {
    ja: "端末の紛失などで、ログインできなくなった方のための操作です。新しいURLから、パスワードと確認コードを設定し直していただきます。",
    en: "For people who can't log in any more, for instance without their phone: by the new link they set password and code anew.",
  },
  againDone: { ja: "{name}へ招待メールを送りました。", en: "A new invitation was sent to {name}." },
  close: { ja: "停止", en: "Close" },
  closeTitle: { ja: "{name}のアカウントを停止しますか", en: "Close the account of {name}?" },
  closeBody: {
    ja: "直ちにログインできなくなります。元に戻すには、招待し直してください。",
    en: "They are logged out at once and can't log in any more. To undo it, invite them anew.",
  },
  closeYes: { ja: "停止する", en: "Close it" },
  closed: { ja: "{name}のアカウントを停止しました。", en: "The account of {name} was closed." },
} as const satisfies Words;
