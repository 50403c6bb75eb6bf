// Whom to reach about a program: the contact that the program itself gives. About an application that its applicant can't change alone
// it is read from the program; a page that can't read it says where it stands.
import { nothing, type TemplateResult } from "lit-html";
import { readProgram } from "../../api/calls.ts";
import type { Application, Program } from "../../api/types.ts";
import { say } from "../../words/i18n.ts";
import { mypageWords } from "../../words/mypage.ts";
import { programWords as words } from "../../words/program.ts";
import { orNull } from "../page/optional.ts";
import { html } from "../page/template.ts";

const digits = (phone: string): string => [...phone].filter((each) => "+0123456789".includes(each)).join("");

export const contactFacts = ({ director, contact }: Program): TemplateResult => html`
  <dl class="facts">
    <div><dt>${say(words.director)}</dt><dd>${director}</dd></div>
    <div><dt>${say(words.department)}</dt><dd>${contact.department}</dd></div>
    <div><dt>${say(words.phone)}</dt><dd><a href=${`tel:${digits(contact.phone)}`}>${contact.phone}</a></dd></div>
    <div><dt>${say(words.mail)}</dt><dd><a href=${`mailto:${contact.mail}`}>${contact.mail}</a></dd></div>
    <div><dt>${say(words.address)}</dt><dd>${contact.address}</dd></div>
  </dl>`;

let read: Program | null = null;

/** Reads the contact of an application's program, once. */
export async function readContact(application: Application | null): Promise<void> {
  if (!application || read?.id === application.program.id) return;
  read = await orNull(readProgram(application.program.id));
}

export function directorContact(application: Application | null): TemplateResult | typeof nothing {
  if (!application) return nothing;
  if (read?.id !== application.program.id) return html`<p><a href=${`program.html?id=${application.program.id}`}>${say(mypageWords.contactMissing)}</a></p>`;
  return contactFacts(read);
}
