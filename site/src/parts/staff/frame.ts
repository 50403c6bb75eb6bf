// The frame of the pages for staff: who is logged in as what, their menu, and the way to their log-in.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import { staffLogOut, type Member } from "../../api/staff.ts";
import { fieldName, roleName } from "../../words/core_words.ts";
import { shellWords } from "../../words/pages.ts";
import { say } from "../../words/i18n.ts";
import { staffShellWords as words } from "../../words/staff_pages.ts";
import { pageInAddress } from "../storage/address.ts";
import { banner } from "../page/banner.ts";
import type { Frame } from "../page/frame.ts";
import { headerRow, leaving, menu } from "../page/header.ts";
import { tellLogIn } from "../storage/other_tabs.ts";
import { entryOf, pagesOf } from "./menu.ts";
import { sawStaffOut, staffSeen } from "./membership.ts";

let member: Member | null = null;

/** Who is logged in; to be asked once the page has loaded. */
export function staffMember(): Member {
  if (!member) throw new Error("nobody is logged in");
  return member;
}
export const heardMember = (told: Member): void => void (member = told);

/** At a shared desk no other window may go on showing whose session this was. */
function forget(): void {
  sawStaffOut();
  tellLogIn("staff", null);
}

const leave = leaving(staffLogOut, forget, "login.html?out=1");

const line = (): TemplateResult => {
  if (!member) return html`<span class="brand__field">${say(words.forStaff)}</span>`;
  const { name, role, field } = member.staff;
  return html`<span class="brand__field">${[name, roleName(role), ...(field ? [fieldName(field)] : [])].join(" · ")}</span>`;
};

function sessionOver(wasMember: boolean): TemplateResult {
  const target = `login.html?next=${encodeURIComponent(pageInAddress() + location.search)}`;
  return banner({
    kind: "info",
    title: say(wasMember ? words.overTitle : words.noneTitle),
    body: html`<p>${say(wasMember ? words.over : words.none)}</p>`,
    actions: html`<a class="button button--solid" href=${target}>${say(words.toLogIn)}</a>`,
    alert: true,
  });
}

const footer = (): TemplateResult => html`
  <footer class="footer">
    <div class="footer__row">
      <nav aria-label=${say(shellWords.footerMenu)}>
        <ul class="footer__links"><li><a href="../">${say(words.forApplicants)}</a></li></ul>
      </nav>
      <p>${say(shellWords.footerTime)}</p>
      <p class="footer__name">${say(shellWords.name)}</p>
    </div>
  </footer>`;

export const staffFrame: Frame = {
  header: (told) => html`
    <header class="header">
      ${headerRow(told.member ? "home.html" : "login.html", line(), told.changeLanguage)}
      ${told.member && member ? menu(pagesOf(member.staff.role).map(entryOf), leave) : nothing}
    </header>`,
  footer,
  sessionOver,
  seenLoggedIn: staffSeen,
  sawSessionEnd() {
    member = null;
    sawStaffOut();
  },
};
