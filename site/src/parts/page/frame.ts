// What stands around a kind of pages: above, below, and in place of a page whose session is over.
import type { TemplateResult } from "lit-html";
import { sessionOver } from "./failure.ts";
import { header, type Header } from "./header.ts";
import { sawSessionEnd, seenLoggedIn } from "../storage/membership.ts";
import { html } from "./template.ts";
import { pageWords, shellWords as words } from "../../words/pages.ts";
import { say, together } from "../../words/i18n.ts";

export interface Frame {
  header(told: Header): TemplateResult;
  footer(): TemplateResult;
  /** `wasMember`: there was a session that this tab has seen. */
  sessionOver(wasMember: boolean): TemplateResult;
  seenLoggedIn(): boolean;
  sawSessionEnd(): void;
}

/** What everybody may look at, and the two facts that hold on every page. */
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

export const applicantsFrame: Frame = { header, footer, sessionOver, seenLoggedIn, sawSessionEnd };
