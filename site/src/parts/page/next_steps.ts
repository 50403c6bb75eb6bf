// After a mail was sent: what to do now, and what when none comes. The same for registration and recovery.
import type { TemplateResult } from "lit-html";
import { html } from "./template.ts";

export const steps = (title: string, items: readonly string[]): TemplateResult => html`
  <section class="section">
    <h2>${title}</h2>
    <ol class="list">${items.map((item) => html`<li>${item}</li>`)}</ol>
  </section>`;

export const advice = (title: string, items: readonly (string | TemplateResult)[], actions: TemplateResult): TemplateResult => html`
  <section class="section">
    <h2>${title}</h2>
    <ul class="list">${items.map((item) => html`<li>${item}</li>`)}</ul>
    <div class="actions">${actions}</div>
  </section>`;
