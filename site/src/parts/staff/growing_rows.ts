// The rows of a long table: on a phone, where a row is a card, a dozen at first, and more by a button below them.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import { say } from "../../words/i18n.ts";
import { searchWords as words } from "../../words/search.ts";
import { isNarrow } from "../page/narrow.ts";

const firstOnPhone = 12;
const firstOnDesk = 60;
const further = 60;

export class GrowingRows {
  #shown = isNarrow() ? firstOnPhone : firstOnDesk;

  constructor(private readonly refresh: () => void) {}

  of<Row>(rows: readonly Row[]): readonly Row[] {
    return rows.slice(0, this.#shown);
  }

  /** Shows more, where there are any. */
  grow = (): void => {
    this.#shown += further;
    this.refresh();
  };

  showsAll(rows: readonly unknown[]): boolean { return rows.length <= this.#shown; }

  /** The button that shows more of the rows; nothing where all are shown. */
  button(rows: readonly unknown[]): TemplateResult | typeof nothing {
    if (this.showsAll(rows)) return nothing;
    const count = rows.length - this.#shown;
    return html`<p class="actions"><button type="button" class="button button--outline" @click=${this.grow}>${say(words.more, { count })}</button></p>`;
  }
}
