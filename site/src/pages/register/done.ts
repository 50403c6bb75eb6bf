// The end of the registration: the user ID, to copy and to print (M2.5), and that this is no application yet.
import type { TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import type { Core } from "@senkoi/core";
import { registerWords as words } from "../../words/register.ts";
import { say, together } from "../../words/i18n.ts";
import { stateWords } from "../../words/states.ts";
import { withField } from "../../parts/storage/address.ts";
import { banner } from "../../parts/page/banner.ts";
import { copyIcon, printIcon } from "../../parts/page/icons.ts";
import { announce } from "../../parts/page/live.ts";

export interface Done { readonly user_id: string; readonly mail: string; readonly field: string; }

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(say(stateWords.copied));
  } catch {
    announce(say(stateWords.copyFailed));
  }
}

export function drawDone({ user_id, mail, field }: Done, rules: Core): TemplateResult {
  const shown = rules.displayUserId(user_id);
  return html`
    <section class="card card--wash" aria-labelledby="id">
      <h2 id="id">${say(words.doneId)}</h2>
      <p class="user-id" translate="no">${shown}</p>
      <p>${together(say(words.doneKeep), say(words.doneMail, { mail }))}</p>
      <div class="actions">
        <button type="button" class="button button--outline button--small" @click=${() => void copy(shown)}>
          ${copyIcon()}${say(words.copy)}</button>
        <button type="button" class="button button--outline button--small" @click=${() => window.print()}>
          ${printIcon()}${say(words.print)}</button>
      </div>
    </section>
    ${banner({ kind: "warning", title: say(words.notAppliedTitle), body: html`<p>${say(words.notApplied)}</p>` })}
    <div class="actions"><a class="button button--solid" href=${withField("login.html", field)}>${say(words.logIn)}</a></div>`;
}
