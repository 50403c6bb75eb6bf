// The keys, said where they are used.
import { html, type TemplateResult } from "lit-html";
import { say, type Said } from "../../../words/said.ts";
import { candidateWords as words } from "../../../words/staff_candidates.ts";

const help: readonly (readonly [keys: readonly string[], what: Said])[] = [
  [["↑", "↓", "k", "j"], words.keyMove], [["a"], words.adopt], [["r"], words.reject], [["h"], words.hold],
  [["u"], words.keyUndo], [["Enter"], words.keyOpen], [["x"], words.keySelect], [["/"], words.keySearch],
];

export const keysHelp = (): TemplateResult => html`
  <div class="keys" id="keys">
    <p class="for-readers">${say(words.keys)}. ${say(words.keysAbout)}</p>
    <ul class="keys__list">
      ${help.map(([keys, what]) => html`<li>${keys.map((key) => html`<kbd>${key}</kbd>`)} ${say(what)}</li>`)}
    </ul>
  </div>`;
