// The mailed link: opened by a button and never by looking at the page, for mail scanners look too (M2.2).
// What the server answered is kept for the tab, so that a reload goes on with the form.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import { openLink } from "../../api/calls.ts";
import { Refused, type SpentLink } from "../../api/problem.ts";
import type { OpenedLink } from "../../api/types.ts";
import { fieldName, sentence } from "../../words/core_words.ts";
import { registerWords as words } from "../../words/register.ts";
import { say, type Said } from "../../words/i18n.ts";
import { chosenField, takeToken, withField } from "../../parts/storage/address.ts";
import { banner } from "../../parts/page/banner.ts";
import { keepForm } from "../../parts/storage/kept_form.ts";
import { drop, keep, kept, remember } from "../../parts/storage/memory.ts";
import type { Page } from "../../parts/page/page.ts";

interface Kept { readonly token: string; readonly link: OpenedLink; }
const deadEnds: Readonly<Record<string, Said>> = {
  link_expired: words.expiredTitle, link_used: words.usedTitle, link_superseded: words.supersededTitle, link_time_over: words.timeOverTitle,
};

/** Where a link led nowhere: why, and whose it was, where the server knows it. */
interface DeadEnd { readonly code: string; readonly owner: SpentLink | null; }

/** One link and its fate: not opened yet, opened, or at a dead end. */
export class Link {
  readonly token = takeToken("register");
  opened: OpenedLink | null = null;
  #deadEnd: DeadEnd | null = null;

  constructor() {
    const before = kept<Kept>("opened");
    if (before && before.token === this.token) this.opened = before.link;
    if (!this.token) this.#deadEnd = kept<DeadEnd>("dead_end"); // a reload of the page that says so
  }

  get title(): Said {
    if (this.#deadEnd) return deadEnds[this.#deadEnd.code] ?? words.expiredTitle;
    return this.token ? words.openTitle : words.noLinkTitle;
  }
  get field(): string | null { return this.opened?.field ?? this.#deadEnd?.owner?.field ?? chosenField(); }
  get usable(): boolean { return this.opened !== null && this.#deadEnd === null; }

  async open(): Promise<void> {
    if (!this.token) return;
    this.opened = await openLink(this.token);
    remember("field", this.opened.field);
    drop("dead_end");
    keep("opened", { token: this.token, link: this.opened } satisfies Kept);
  }

  /** True when a refusal says that this link leads nowhere any more. */
  ends(refusal: Refused): boolean {
    if (!(refusal.code in deadEnds)) return false;
    this.end(refusal.code, refusal.problem.link);
    return true;
  }

  /** The address is kept for the new beginning: whoever starts again finds it entered. */
  end(code: string, whose?: SpentLink): void {
    const owner = whose ?? (this.opened && { mail: this.opened.mail, field: this.opened.field });
    this.#deadEnd = { code, owner };
    keep("dead_end", this.#deadEnd);
    drop("opened");
    drop("token.register");
    if (!owner) return;
    remember("field", owner.field);
    keepForm("mail_entry", { mail: owner.mail });
  }

  /** After registration nothing of the link stays. */
  done(): void {
    drop("dead_end");
    drop("opened");
    drop("token.register");
  }

  draw(page: Page, start: () => void, hasEntries: boolean): TemplateResult {
    if (this.#deadEnd) return this.#drawDeadEnd(this.#deadEnd, hasEntries);
    if (!this.token) return this.#drawNoLink();
    return html`
      <p class="lead">${say(words.openLead)}</p>
      <ul class="list"><li>${say(words.openTime)}</li><li>${say(words.openNeeds)}</li><li>${say(words.openKept)}</li></ul>
      <div class="actions">
        <button type="button" class="button button--solid" aria-disabled=${page.busy} @click=${start}>${say(words.open)}</button>
      </div>`;
  }

  /** Whoever came as far as the form may have registered, though the answer was lost on the way: the ID is in the mail (M2.5). */
  #told({ code, owner }: DeadEnd, hasEntries: boolean): TemplateResult | typeof nothing {
    if (code !== "link_used") return hasEntries ? html`<p>${say(words.entered)}</p>` : nothing;
    return owner ? html`<p>${say(words.usedMailed, { mail: owner.mail })}</p>` : nothing;
  }

  #drawDeadEnd(deadEnd: DeadEnd, hasEntries: boolean): TemplateResult {
    const { code, owner } = deadEnd;
    const used = code === "link_used";
    const again = html`<a class=${used ? "button button--outline" : "button button--solid"} href=${withField("mail.html", this.field)}
      >${say(words.toMail)}</a>`;
    const logIn = html`<a class="button button--solid" href=${withField("login.html", this.field)}>${say(words.toLogIn)}</a>`;
    const whose = owner && html`
      <dl class="facts">
        <div><dt>${say(words.fieldOf)}</dt><dd>${fieldName(owner.field)}</dd></div>
        <div><dt>${say(words.mail)}</dt><dd translate="no">${owner.mail}</dd></div>
      </dl>`;
    return html`
      ${banner({ kind: "warning", title: sentence(code), body: this.#told(deadEnd, hasEntries), actions: used ? html`${logIn} ${again}` : again })}
      ${whose ?? nothing}`;
  }

  #drawNoLink(): TemplateResult {
    const again = html`<a class="button button--solid" href=${withField("mail.html", this.field)}>${say(words.toMail)}</a>`;
    return banner({ kind: "info", title: say(words.noLink), actions: again });
  }
}
