// An empty result says what to do: each condition can be dropped by one press (M3.3).
import type { TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import { banner } from "../../parts/page/banner.ts";
import { say } from "../../words/i18n.ts";
import { searchWords as words } from "../../words/search.ts";
import { queryItems, type Query } from "./search_state.ts";

const drops = { prefecture: words.withoutPrefecture, facility: words.withoutFacility, name: words.withoutName };

export function nothingFound(query: Query, change: (next: Query) => void): TemplateResult {
  const drop = (item: keyof Query) => html`
    <button type="button" class="button button--outline button--small" @click=${() => change({ ...query, [item]: "" })}>${say(drops[item])}</button>`;
  return banner({
    kind: "info",
    title: say(words.nothingTitle),
    body: html`<p>${say(words.nothing)}</p>`,
    actions: html`${queryItems.filter((item) => query[item] !== "").map(drop)}`,
  });
}
