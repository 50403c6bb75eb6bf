// The secret of the confirmation codes, to be typed or copied into an authenticator app, or opened by one on this device.
import type { TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import { say } from "../../../words/i18n.ts";
import { staffAccessWords as words } from "../../../words/staff_access.ts";
import { copyButton } from "./copy.ts";

/** In groups of four, as people read keys. */
const grouped = (key: string): string => Array.from({ length: Math.ceil(key.length / 4) }, (_, i) => key.slice(4 * i, 4 * i + 4)).join(" ");

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
