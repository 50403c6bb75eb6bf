// A page that is drawn part by part from its top, each part in a task of its own: first what is in view, and no drawing keeps the
// reader's first tap waiting.
import type { nothing, TemplateResult } from "lit-html";

/** Drawn when its turn comes. */
export type Part = () => TemplateResult | typeof nothing;
export type Main = TemplateResult | readonly Part[];

const isList = (main: Main): main is readonly Part[] => Array.isArray(main);

export class Gradual {
  /** How many parts are drawn by now. */
  drawn = 1;
  #parts = 1;
  #waiting = false;

  constructor(private readonly refresh: () => void) {}

  /** Of the page's content what is drawn by now. */
  of(main: Main): TemplateResult | readonly (TemplateResult | typeof nothing)[] {
    this.#parts = isList(main) ? main.length : 1;
    if (!isList(main)) return main;
    return main.slice(0, this.drawn).map((part) => part());
  }

  get whole(): boolean { return this.drawn >= this.#parts; }

  /** After each drawing. */
  drawOn(): void {
    if (this.whole || this.#waiting) return;
    this.#waiting = true;
    setTimeout(() => {
      this.#waiting = false;
      ++this.drawn;
      this.refresh();
    });
  }
}
