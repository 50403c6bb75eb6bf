// Whom to contact about an application that its applicant can't change alone: read from the program; a page that can't read it
// says where it stands.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "./template.ts";
import { readProgram } from "../api/calls.ts";
import type { Application, Program } from "../api/types.ts";
import { mypageWords as words } from "../words/mypage.ts";
import { say } from "../words/i18n.ts";
import { contactFacts } from "./contact.ts";
import { orNull } from "./optional.ts";

let read: Program | null = null;

/** Reads the contact of an application's program, once. */
export async function readContact(application: Application | null): Promise<void> {
  if (!application || read?.id === application.program.id) return;
  read = await orNull(readProgram(application.program.id));
}

export function directorContact(application: Application | null): TemplateResult | typeof nothing {
  if (!application) return nothing;
  if (read?.id !== application.program.id) return html`<p><a href=${`program.html?id=${application.program.id}`}>${say(words.contactMissing)}</a></p>`;
  return contactFacts(read);
}
