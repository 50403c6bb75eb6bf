// The footer: what everybody may look at, and the two facts that hold on every page.
import type { TemplateResult } from "lit-html";
import { html } from "./template.ts";
import { pageWords, shellWords as words } from "../words/pages.ts";
import { say, together } from "../words/i18n.ts";

export const footer = (): TemplateResult => html`
  <footer class="footer">
    <div class="footer__row">
      <nav aria-label=${say(words.footerMenu)}>
        <ul class="footer__links">
          <li><a href="./">${say(words.entry)}</a></li>
          <li><a href="search.html">${say(pageWords.search.title)}</a></li>
          <li><a href="figures.html">${say(pageWords.figures.title)}</a></li>
          <li><a href="schedule.html">${say(pageWords.schedule.title)}</a></li>
          <li><a href="staff/login.html">${say(words.staff)}</a></li>
          <li><a href="embed.html">${say(pageWords.embed.title)}</a></li>
        </ul>
      </nav>
      <p>${together(say(words.footerTime), say(words.footerNote))}</p>
      <p class="footer__name">${say(words.name)}</p>
    </div>
  </footer>`;
