// The demo's staff, to be played: how each logs in, with the code that an authenticator would show now.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import { readDemo } from "../../api/calls.ts";
import type { DemoStaff, DemoState } from "../../api/types.ts";
import { fieldName, roleName } from "../../words/core_words.ts";
import { demoWords as words } from "../../words/demo.ts";
import { say, type Said } from "../../words/i18n.ts";
import type { Page } from "../../parts/page/page.ts";

const fact = (name: Said, value: string): TemplateResult => html`<p><span class="small">${say(name)}</span><br /><strong>${value}</strong></p>`;

const card = ({ mail, password, name, role, field, code }: DemoStaff): TemplateResult => html`
  <li class="card">
    <h3>${roleName(role)}${field ? html` <span class="small">${fieldName(field)}</span>` : nothing}</h3>
    <p>${name}</p>
    ${fact(words.staffMail, mail)} ${fact(words.staffPassword, password)} ${fact(words.staffCode, code ?? say(words.staffCodeLater))}
  </li>`;

/** `heard` takes the state with the present codes. */
export function staffLogIns(page: Page, staff: readonly DemoStaff[], heard: (state: DemoState) => void): TemplateResult {
  const fresh = () => page.run(async () => heard(await readDemo()));
  return html`
    <section class="section" aria-labelledby="staff-title">
      <h2 id="staff-title">${say(words.staff)}</h2>
      <p>${say(words.staffLead)}</p>
      <ul class="cards">${staff.map(card)}</ul>
      <div class="actions">
        <a class="button button--solid" href="staff/login.html" target="_blank">${say(words.staffOpen)}</a>
        <button type="button" class="button button--outline" aria-disabled=${page.busy} @click=${() => void fresh()}>${say(words.staffFresh)}</button>
      </div>
    </section>`;
}
