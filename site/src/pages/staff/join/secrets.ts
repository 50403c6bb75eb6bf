// What somebody who joins keeps for the log-in: the secret of the confirmation codes, and the recovery codes.
import type { TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import { say } from "../../../words/i18n.ts";
import { staffAccessWords as words } from "../../../words/staff_access.ts";
import { banner } from "../../../parts/page/banner.ts";
import { announce } from "../../../parts/page/live.ts";

/** Copies, and tells whether it could. */
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

const copyButton = (name: string, text: string): TemplateResult => html`
  <button type="button" class="button button--outline" @click=${(event: Event) => void copy(text, event.currentTarget as HTMLButtonElement)}
    .textContent=${name}></button>`;

/** In groups of four, as people read keys. */
const grouped = (key: string): string => Array.from({ length: Math.ceil(key.length / 4) }, (_, i) => key.slice(4 * i, 4 * i + 4)).join(" ");

/** The secret of the confirmation codes, to be typed or copied into an authenticator app, or opened by one on this device. */
export const authenticator = (secret: string, uri: string): TemplateResult => html`
  <section class="section" aria-labelledby="app-title">
    <h2 id="app-title">${say(words.appTitle)}</h2>
    <p>${say(words.appLead)} ${say(words.appKind)}</p>
    <div class="card card--ground">
      <p><strong>${say(words.appKey)}</strong></p>
      <p class="secret"><code>${grouped(secret)}</code></p>
      <div class="actions">
        ${copyButton(say(words.copy), secret)}
        <a class="button button--quiet" href=${uri}>${say(words.appLink)}</a>
      </div>
    </div>
  </section>`;

/** The recovery codes, shown once: to print, to copy, and then on to the log-in. */
export const recoveryCodes = (codes: readonly string[]): TemplateResult => html`
  ${banner({ kind: "warning", title: say(words.codesTitle), body: html`<p>${say(words.codesLead)}</p>` })}
  <ol class="codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>
  <div class="actions">
    <button type="button" class="button button--outline" @click=${() => print()}>${say(words.codesPrint)}</button>
    ${copyButton(say(words.codesCopy), codes.join("\n"))}
  </div>
  <p class="section">${say(words.nextCode)}</p>
  <div class="actions"><a class="button button--solid" href="login.html">${say(words.codesKept)}</a></div>`;
