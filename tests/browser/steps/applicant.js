// What an applicant does and sees, in sentences. Each method is one thing that the manual describes; a journey reads like the manual.
import assert from "node:assert/strict";
import { Visitor } from "../harness/visitor.js";
import { entries, linkFor } from "./person.js";
import { sayIn } from "./words.js";

export class Applicant {
  mail = "";
  userId = "";

  /** @param {import("../engines/page.js").Page} page @param {import("../harness/senkoi.js").Senkoi} senkoi @param {import("./words.js").Language} language */
  constructor(page, senkoi, language) {
    this.visitor = new Visitor(page, senkoi);
    this.senkoi = senkoi;
    this.language = language;
    this.say = sayIn(language);
  }

  /** @param {string} path */
  async open(path) {
    const url = new URL(path, this.senkoi.origin);
    if (this.language !== "ja") url.searchParams.set("lang", this.language);
    await this.visitor.open(url.href);
  }

  /** @param {...import("./words.js").Word} words */
  async clicks(...words) {
    for (const word of words) await this.visitor.clicks(this.say(word));
  }

  /** @param {...import("./words.js").Word} words */
  async sees(...words) {
    for (const word of words) await this.visitor.sees(this.say(word));
  }

  // 1, 2

  /** @param {string} field */
  async enters_the_page_of_a_society(field) {
    await this.open(`/?field=${field}`);
    await this.sees("newcomer", "member", "onePerPerson");
  }

  /** @param {string} mail */
  async asks_for_a_link_to(mail) {
    this.mail = mail;
    await this.visitor.types("mail", mail);
    await this.clicks("send");
  }

  async opens_the_link_in_the_letter() {
    const { link } = await linkFor(this.senkoi, this.mail);
    await this.open(link);
    await this.clicks("start");
  }

  /** @param {Record<string, string>} form */
  async fills_in_the_name_and_the_licence(form) {
    await this.fillsIn(form, ["family_name", "given_name", "registry_number", "licence_year", "licence_month"]);
  }

  /** @param {Record<string, string>} form */
  async fills_in_the_contact(form) {
    await this.fillsIn(form, ["postal_code", "prefecture", "address", "phone"]);
  }

  /** @param {Record<string, string>} form */
  async fills_in_the_training(form) {
    await this.fillsIn(form, ["residency_program", "track", "regional_quota"]);
  }

  /** @param {Record<string, string>} form */
  async fills_in_the_password(form) {
    await this.fillsIn(form, ["password", "password_again"]);
  }

  /** @param {Record<string, string>} form @param {string[]} names */
  fillsIn(form, names) {
    return this.visitor.fills(Object.fromEntries(names.map((name) => [name, form[name] ?? ""])));
  }

  /** The whole of manual 2 in one go, for journeys about something else. @param {string} field @param {number} number */
  async registers(field, number) {
    const form = entries(number);
    await this.open(`/mail.html?field=${field}`);
    await this.asks_for_a_link_to(`applicant${number}@example.jp`);
    await this.opens_the_link_in_the_letter();
    await this.fills_in_the_name_and_the_licence(form);
    await this.clicks("next");
    await this.fills_in_the_contact(form);
    await this.clicks("next");
    await this.fills_in_the_training(form);
    await this.clicks("next");
    await this.fills_in_the_password(form);
    await this.clicks("toCheck");
    await this.clicks("register");
    await this.receives_a_user_id();
    return this;
  }

  async receives_a_user_id() {
    await this.sees("registered");
    const shown = await this.visitor.page.evaluate('document.querySelector(".user-id").textContent');
    this.userId = shown.replaceAll("-", "").trim();
    assert.match(this.userId, /^\d{10}$/);
    return shown.trim();
  }

  // 3

  /** @param {{userId: string, password?: string}} [who] */
  async logs_in({ userId, password = entries(0).password ?? "" } = this) {
    await this.open("/login.html");
    await this.visitor.fills({ user_id: userId, password });
    await this.clicks("logIn");
    await this.visitor.arrivesAt("/mypage.html");
    await this.visitor.settles();
  }

  async goes_to_my_page() {
    await this.open("/mypage.html");
    await this.visitor.settles();
  }

  /** @param {number} program */
  async opens_the_program(program) {
    await this.open(`/program.html?id=${program}`);
  }

  async applies() {
    await this.clicks("apply", "applyYes");
    await this.sees("applied");
  }

  // 4

  async withdraws() {
    await this.goes_to_my_page();
    await this.clicks("here", "withdraw", "withdrawYes");
    await this.sees("withdrawn");
  }

  // 6

  async goes_to_the_user_information() {
    await this.goes_to_my_page();
    await this.clicks("account");
    await this.visitor.arrivesAt("/account.html");
  }

  // 7

  async logs_out() {
    await this.clicks("logOut");
    await this.visitor.arrivesAt("/login.html");
    await this.sees("loggedOut");
  }
}
