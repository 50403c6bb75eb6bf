// For addresses that lead nowhere: the ways that do.
import { html } from "lit-html";
import { demoWords as words } from "../words/demo.ts";
import { pageWords } from "../words/pages.ts";
import { say } from "../words/said.ts";
import { openPage } from "../parts/page.ts";

openPage({
  title: () => say(pageWords["404"].title),
  main: () => html`
    <p class="lead">${say(words.lostBody)}</p>
    <div class="actions">
      <a class="button button--solid" href="/">${say(words.toEntry)}</a>
      <a class="button button--outline" href="/mypage.html">${say(words.toMyPage)}</a>
    </div>`,
});
