// The recovery codes, shown once: to print, to copy, and then on to the log-in.
import type { TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import { say } from "../../../words/i18n.ts";
import { staffAccessWords as words } from "../../../words/staff_access.ts";
import { banner } from "../../../parts/page/banner.ts";
import { copyButton } from "./copy.ts";

export const recoveryCodes = (codes: readonly string[]): TemplateResult => html`
  ${banner({ kind: "warning", title: say(words.codesTitle), body: html`<p>${say(words.codesLead)}</p>` })}
  <ol class="codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>
  <div class="actions">
    <button type="button" class="button button--outline" @click=${() => print()}>${say(words.codesPrint)}</button>
    ${copyButton(say(words.codesCopy), codes.join("\n"))}
  </div>
  <p class="section">${say(words.nextCode)}</p>
  <div class="actions"><a class="button button--solid" href="login.html">${say(words.codesKept)}</a></div>`;
