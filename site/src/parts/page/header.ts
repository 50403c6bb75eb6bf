// The header: brand, field, language switch, and the menu of those who are logged in.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "./template.ts";
import { logOut } from "../../api/calls.ts";
import { Refused } from "../../api/problem.ts";
import { pageWords, shellWords as words } from "../../words/pages.ts";
import { coreWords } from "../../words/core_words.ts";
import { language, say } from "../../words/i18n.ts";
import { pageInAddress } from "../storage/address.ts";
import { demoBar } from "./demo_bar.ts";
import { leaveFocus } from "./flash.ts";
import { announce } from "./live.ts";
import { globeIcon, mark, menuIcon } from "./icons.ts";
import { addressIn, other } from "../storage/language.ts";
import { sawLoggedOut } from "../storage/membership.ts";
import { tellLogIn } from "../storage/other_tabs.ts";

export interface Header {
  field: string | null;
  member: boolean;
  changeLanguage: (event: Event) => void;
}

const memberPages = ["mypage", "search", "account", "figures", "schedule"] as const;

/** For the button that logs out: ends the session, then leads to where one logs in. */
export const leaving = (end: () => Promise<void>, forget: () => void, target: string) => async (event: Event): Promise<void> => {
  const button = event.currentTarget as HTMLButtonElement;
  if (button.getAttribute("aria-disabled") === "true") return;
  for (const name of ["aria-disabled", "aria-busy"]) button.setAttribute(name, "true");
  announce(say(words.loggingOut));
  try {
    await end();
  } catch (cause) {
    if (!(cause instanceof Refused)) return ["aria-disabled", "aria-busy"].forEach((name) => button.removeAttribute(name));
  }
  forget();
  leaveFocus();
  location.assign(target);
};

function toggleMenu(event: Event): void {
  const button = event.currentTarget as HTMLButtonElement;
  const open = button.getAttribute("aria-expanded") !== "true";
  button.setAttribute("aria-expanded", String(open));
}

export interface MenuEntry { readonly path: string; readonly title: string; }

/** The menu of those who are logged in, with the log-out at its end. */
export function menu(entries: readonly MenuEntry[], leave: (event: Event) => void): TemplateResult {
  const here = pageInAddress();
  const entry = ({ path, title }: MenuEntry) => html`<li><a href=${path} aria-current=${here === path ? "page" : nothing}>${title}</a></li>`;
  return html`
    <nav class="menu" aria-label=${say(words.menu)}>
      <button type="button" class="menu__button" aria-expanded="false" aria-controls="menu" @click=${toggleMenu}>
        ${menuIcon()}<span>${say(words.menu)}</span>
      </button>
      <ul id="menu" class="menu__list">
        ${entries.map(entry)}
        <li class="menu__out"><button type="button" class="menu__log-out" @click=${leave}>${say(words.logOut)}</button></li>
      </ul>
    </nav>`;
}

/** At a shared desk no other window may go on showing whose session this was. */
function forget(): void {
  sawLoggedOut();
  tellLogIn("applicant", null);
}

const leave = leaving(logOut, forget, "login.html?out=1");
const memberMenu = () => menu(memberPages.map((name) => ({ path: `${name}.html`, title: say(pageWords[name].title) })), leave);

const fieldLine = (name: string | undefined) =>
  name ? html`<span class="brand__field">${say(words.specialty, { field: name })}</span>` : nothing;

/** The demo's bar, and the row of brand, a line below it, and the language switch. */
export const headerRow = (home: string, line: TemplateResult | typeof nothing, change: Header["changeLanguage"]): TemplateResult => html`
  ${demoBar()}
  <div class="header__row">
    <a class="brand" href=${home}>
      ${mark()}
      <span class="brand__text"><span class="brand__name">${say(words.nameShort)}</span>${line}</span>
    </a>
    <a class="language" href=${addressIn(other())} lang=${other()} hreflang=${other()} @click=${change}
      >${globeIcon()}<span>${words.otherLanguage[language()]}</span></a>
  </div>`;

export const header = ({ field, member, changeLanguage }: Header): TemplateResult => html`
  <header class="header">
    ${headerRow(member ? "mypage.html" : "./", field ? fieldLine(coreWords().fields[field]) : nothing, changeLanguage)}
    ${member ? memberMenu() : nothing}
  </header>`;
