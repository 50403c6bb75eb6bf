// The mails of the demo: a list, and one of them open (?mail= in the address, so that "back" closes it).
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import { readDemoMail } from "../../api/calls.ts";
import { Refused } from "../../api/problem.ts";
import type { DemoMail, DemoMailRow } from "../../api/types.ts";
import { demoWords as words } from "../../words/demo.ts";
import { say } from "../../words/i18n.ts";
import { backIcon } from "../../parts/page/icons.ts";
import type { Page } from "../../parts/page/page.ts";
import { dateTime, isoTime } from "../../parts/season/time.ts";

const parameter = "mail";
/** Only links to pages become links: a mail's text is nobody's to trust. */
const isWebLink = (link: string): boolean => link.startsWith("http://") || link.startsWith("https://");

export class MailBox {
  #open: DemoMail | null = null;

  constructor(private readonly page: () => Page) {}

  /** A mail that is not there (the demo was started anew) leaves the list. */
  async openFromAddress(): Promise<void> {
    const asked = Number(new URLSearchParams(location.search).get(parameter) ?? NaN);
    this.#open = null;
    if (!Number.isInteger(asked)) return;
    try {
      this.#open = await readDemoMail(asked);
    } catch (cause) {
      if (!(cause instanceof Refused && cause.status === 404)) throw cause;
    }
  }

  #read = (event: Event): void => {
    event.preventDefault();
    history.pushState(null, "", (event.currentTarget as HTMLAnchorElement).href);
    void this.page().run(async () => {
      await this.openFromAddress();
      this.page().arrive();
      document.getElementById("mail")?.scrollIntoView();
    });
  };

  #row = (mail: DemoMailRow): TemplateResult => html`
    <li>
      <a href=${`?${parameter}=${mail.id}`} @click=${this.#read}>${mail.subject}</a>
      <span class="small">${mail.to}</span>
      <time class="small" datetime=${isoTime(mail.at)}>${dateTime(mail.at)}</time>
    </li>`;

  #list(mails: readonly DemoMailRow[]): TemplateResult {
    if (mails.length === 0) return html`<p>${say(words.noMails)}</p>`;
    return html`<ul class="mails">${mails.map(this.#row)}</ul>`;
  }

  #letter({ to, subject, text, links }: DemoMail): TemplateResult {
    const shown = links.filter(isWebLink);
    return html`
      <article id="mail" class="card letter" aria-labelledby="subject">
        <h3 id="subject">${subject}</h3>
        <p class="small">${say(words.to)} ${to}</p>
        ${shown.length > 0
          ? html`<p>${say(words.links)}</p><ul class="list">${shown.map((link) => html`<li><a href=${link}>${link}</a></li>`)}</ul>`
          : nothing}
        <p class="letter__text">${text}</p>
        <p><a class="back" href="demo.html">${backIcon()}${say(words.back)}</a></p>
      </article>`;
  }

  draw(mails: readonly DemoMailRow[]): TemplateResult {
    return html`
      <section class="section" aria-labelledby="mails-title">
        <div class="part-head">
          <h2 id="mails-title">${say(words.mails)}</h2>
          <button type="button" class="button button--quiet" @click=${() => void this.page().reload()}>${say(words.again)}</button>
        </div>
        ${this.#open ? this.#letter(this.#open) : this.#list(mails)}
      </section>`;
  }
}
