// What people of the other side do with the pages: coming in, inviting, leaving. One person before one browser.
import assert from "node:assert/strict";
import { Visitor } from "../harness/visitor.js";
import { unusedCode } from "./authenticator.js";

const words = {
  logIn: { ja: "ログインする", en: "Log in" },
  invite: { ja: "招待メールを送る", en: "Send the invitation" },
  invited: { ja: "招待メールを送りました", en: "An invitation has been sent" },
  join: { ja: "登録する", en: "Set up the account" },
  keepCodes: { ja: "回復用コードを保管してください", en: "Keep your recovery codes" },
  toLogIn: { ja: "保管しました。ログインへ進む", en: "I have saved them. Go to login" },
  setPassword: { ja: "パスワードを設定する", en: "Set password" },
  passwordSet: { ja: "新しいパスワードを設定しました", en: "Your new password has been set" },
  forgotten: { ja: "パスワードを忘れた方", en: "Forgot your password?" },
  send: { ja: "送信する", en: "Send" },
  sent: { ja: "メールを送信しました", en: "Check your email" },
  failed: { ja: "ログインできませんでした", en: "Login failed" },
  sessionOver: { ja: "ログインしてください", en: "Please log in" },
  logOut: { ja: "ログアウト", en: "Log out" },
  loggedOut: { ja: "ログアウトしました", en: "You have been logged out" },
  used: { ja: "URL", en: "link" },
  close: { ja: "停止", en: "Close" },
  closeYes: { ja: "停止する", en: "Close the account" },
  closed: { ja: "のアカウントを停止しました", en: "account has been closed" },
  required: { ja: "入力内容を確認してください", en: "Please check what you entered" },
};

/** @typedef {{mail: string, password: string, key: string}} Access */

export class StaffMember {
  /** @param {import("../engines/page.js").Page} page @param {import("../harness/senkoi.js").Senkoi} senkoi @param {"ja" | "en"} language */
  constructor(page, senkoi, language) {
    this.visitor = new Visitor(page, senkoi);
    this.senkoi = senkoi;
    this.language = language;
  }

  /** @param {keyof typeof words} word */
  clicks(word) { return this.visitor.clicks(words[word][this.language]); }
  /** @param {keyof typeof words} word */
  sees(word) { return this.visitor.sees(words[word][this.language]); }

  /** @param {string} page  "people.html" */
  open(page) {
    return this.visitor.open(`/staff/${page}${page.includes("?") ? "&" : "?"}lang=${this.language}`);
  }

  /** @param {string} mail @param {string} password @param {string} code */
  async enters(mail, password, code) {
    await this.open("login.html");
    await this.visitor.fills({ mail, password, confirmation_code: code });
    await this.clicks("logIn");
  }

  /** One of the demo's own staff, with the code that the demo shows. @param {string} mail */
  async logs_in_as_the_demos(mail) {
    const { body } = await this.senkoi.send("GET", "/demo");
    const { password, code } = body.staff.find((/** @type {any} */ each) => each.mail === mail);
    await this.enters(mail, password, code);
    await this.visitor.arrivesAt("/staff/home.html");
  }

  /** With the code after the one that joining used. @param {Access} access */
  async logs_in({ mail, password, key }) {
    await this.enters(mail, password, await unusedCode(key));
    await this.visitor.arrivesAt("/staff/home.html");
  }

  /** Opens the link of an invitation; gives what an authenticator app takes from the page. @param {string} mail */
  async opens_the_invitation(mail) {
    const { links } = await this.senkoi.post.newest(mail, "/staff/join.html");
    const link = links.find((each) => each.includes("#token=")) ?? "";
    await this.visitor.open(link.replace("/join.html", `/join.html?lang=${this.language}`).replace("?lang=en?lang=en", "?lang=en"));
    await this.visitor.settles();
    return { link, key: await this.visitor.page.evaluate("document.querySelector('.secret code')?.textContent ?? ''") };
  }

  /** On the page of the invitation. @param {string} mail @param {string} password @param {string} key @returns {Promise<Access>} */
  async joins(mail, password, key) {
    assert.match(key, /^[A-Z2-7 ]{39}$/);
    await this.visitor.fills({ password, password_again: password, confirmation_code: await unusedCode(key) });
    await this.clicks("join");
    await this.sees("keepCodes");
    return { mail, password, key };
  }

  async leaves() {
    await this.clicks("logOut");
    await this.visitor.arrivesAt("/staff/login.html");
    await this.sees("loggedOut");
  }
}
