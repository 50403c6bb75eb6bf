// A button that copies a text, and tells whether it could.
import type { TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import { say } from "../../../words/i18n.ts";
import { staffAccessWords as words } from "../../../words/staff_access.ts";
import { announce } from "../../../parts/page/live.ts";

async function copy(text: string, button: HTMLButtonElement): Promise<void> {
  const name = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    announce(say(words.copied));
    button.textContent = say(words.copied);
  } catch {
    announce(say(words.copyFailed));
    button.textContent = say(words.copyFailed);
  }
  setTimeout(() => void (button.textContent = name), 3000);
}

export const copyButton = (name: string, text: string): TemplateResult => html`
  <button type="button" class="button button--outline" @click=${(event: Event) => void copy(text, event.currentTarget as HTMLButtonElement)}
    .textContent=${name}></button>`;
