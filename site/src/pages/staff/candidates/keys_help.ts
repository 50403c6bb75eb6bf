// The keys, said where they are used.
import type { TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import { say, type Said } from "../../../words/i18n.ts";
import { candidateWords as words } from "../../../words/staff_candidates.ts";

type Help = readonly (readonly [keys: readonly string[], what: Said])[];
const moving: Help = [[["↑", "↓", "k", "j"], words.keyMove]];
const deciding: Help = [
  [["a"], words.adopt], [["r"], words.reject], [["h"], words.hold], [["u"], words.keyUndo], [["x"], words.keySelect],
];
const looking: Help = [[["Enter"], words.keyOpen], [["/"], words.keySearch]];

/** While nothing can be decided, the keys that decide are not named. */
export const keysHelp = (open: boolean): TemplateResult => html`
  <div class="keys" id="keys">
    <p class="for-readers">${say(words.keys)}. ${say(words.keysAbout)}</p>
    <ul class="keys__list">
      ${[...moving, ...(open ? deciding : []), ...looking].map(([keys, what]) => html`<li>${keys.map((key) => html`<kbd>${key}</kbd>`)} ${say(what)}</li>`)}
    </ul>
  </div>`;
