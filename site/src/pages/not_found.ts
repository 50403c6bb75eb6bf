// For addresses that lead nowhere: the ways that do. A host shows this page at any depth; links are right in the folder of the pages alone,
// so from deeper down the address becomes the page's own.
import { html } from "../parts/page/template.ts";
import { siteRoot } from "../api/base.ts";
import { demoWords as words } from "../words/demo.ts";
import { pageWords } from "../words/pages.ts";
import { say } from "../words/i18n.ts";
import { openPage } from "../parts/page/page.ts";

if (new URL(".", location.href).href !== siteRoot.href) history.replaceState(null, "", new URL("404.html", siteRoot));

openPage({
  title: () => say(pageWords["404"].title),
  main: () => html`
    <p class="lead">${say(words.lostBody)}</p>
    <div class="actions">
      <a class="button button--solid" href="./">${say(words.toEntry)}</a>
      <a class="button button--outline" href="mypage.html">${say(words.toMyPage)}</a>
    </div>`,
});
