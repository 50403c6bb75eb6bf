// Whom to reach about a program: the contact that the program itself gives.
import type { TemplateResult } from "lit-html";
import { html } from "./template.ts";
import type { Program } from "../api/types.ts";
import { programWords as words } from "../words/program.ts";
import { say } from "../words/i18n.ts";

const digits = (phone: string): string => [...phone].filter((each) => "+0123456789".includes(each)).join("");

export const contactFacts = ({ director, contact }: Program): TemplateResult => html`
  <dl class="facts">
    <div><dt>${say(words.director)}</dt><dd>${director}</dd></div>
    <div><dt>${say(words.department)}</dt><dd>${contact.department}</dd></div>
    <div><dt>${say(words.phone)}</dt><dd><a href=${`tel:${digits(contact.phone)}`}>${contact.phone}</a></dd></div>
    <div><dt>${say(words.mail)}</dt><dd><a href=${`mailto:${contact.mail}`}>${contact.mail}</a></dd></div>
    <div><dt>${say(words.address)}</dt><dd>${contact.address}</dd></div>
  </dl>`;
