// Asks once more before something weighty, in a native modal dialog: focus is kept inside, Escape is a no. After a yes the dialog stays
// for as long as the page works on it and says so. What makes the question idle meanwhile (a deadline, another tab) takes its place.
import { nothing, render, type TemplateResult } from "lit-html";
import { say } from "../../words/i18n.ts";
import { stateWords } from "../../words/states.ts";
import { banner } from "./banner.ts";
import { onPageDrawn, pageLife } from "./page_life.ts";
import { html } from "./template.ts";

export interface Question {
  title: string;
  /** A function is asked anew whenever the page is drawn. */
  body: TemplateResult | (() => TemplateResult);
  yes: string;
  no?: string;
  /** The yes destroys something; it is then drawn in red. */
  grave?: boolean;
  /** Why there is nothing to answer any more, in a sentence; null while the question stands. */
  idle?: () => string | null;
  /** The page goes on by itself: the dialog does not wait for what the yes does. */
  leavesAtOnce?: boolean;
}

class Asking {
  readonly answer: Promise<boolean>;
  readonly #dialog = document.createElement("dialog");
  readonly #endings: (() => void)[];
  #say!: (yes: boolean) => void;
  #sending = false;

  constructor(private readonly question: Question) {
    const dialog = this.#dialog;
    this.answer = new Promise((say) => { this.#say = say; });
    dialog.className = "dialog";
    dialog.setAttribute("aria-labelledby", "question");
    this.#draw();
    document.body.append(dialog);
    dialog.showModal();
    this.#endings = [onPageDrawn(() => this.#follow()), watchRest(dialog)];
    dialog.addEventListener("cancel", (event) => void (this.#sending && event.preventDefault()));
    dialog.addEventListener("close", () => this.#end());
  }

  #end(): void {
    for (const end of this.#endings) end();
    this.#dialog.remove();
    this.#say(false); // after a yes this says nothing more
  }

  #close = (): void => this.#dialog.close();

  #agree = (event: Event): void => {
    event.preventDefault();
    if (this.#sending) return;
    this.#sending = true;
    if (this.question.leavesAtOnce) {
      this.#say(true);
      return this.#close();
    }
    this.#draw();
    this.#say(true);
    setTimeout(() => this.#follow()); // by then the page has begun, if there is anything to do
  };

  #follow(): void {
    if (pageLife() === "gone" || (this.#sending && pageLife() !== "working")) this.#close();
    else this.#draw();
  }

  #draw(): void {
    render(this.#frame(this.#sending ? null : (this.question.idle?.() ?? null)), this.#dialog);
  }

  #frame(idle: string | null): TemplateResult {
    const { title, body } = this.question;
    return html`
      <form method="dialog" @submit=${this.#agree}>
        <h2 id="question" class="dialog__title" tabindex="-1" autofocus>${title}</h2>
        <div class="dialog__body">${idle === null ? (typeof body === "function" ? body() : body) : banner({ kind: "warning", title: idle, alert: true })}</div>
        <p class="dialog__sending" role="status">${this.#sending ? say(stateWords.sendingWait) : ""}</p>
        <div class="actions actions--end">${idle === null ? this.#buttons() : this.#closing()}</div>
      </form>
      <p class="dialog__more" aria-hidden="true"><span>${say(stateWords.moreBelow)}</span></p>`;
  }

  #closing = (): TemplateResult =>
    html`<button type="button" class="button button--solid" @click=${this.#close}>${say(stateWords.close)}</button>`;

  #buttons(): TemplateResult {
    const { yes, no, grave } = this.question;
    const sending = this.#sending;
    return html`
      ${sending ? nothing : html`<button type="button" class="button button--outline" @click=${this.#close}>${no ?? say(stateWords.cancel)}</button>`}
      <button class=${grave ? "button button--grave" : "button button--solid"} aria-disabled=${sending} aria-busy=${sending}>${
        sending ? say(stateWords.sending) : yes}</button>`;
  }
}

/** The answer: a yes at once, so that what was asked can begin; a no after the dialog has closed and the focus is back where it was. */
export const confirmed = (question: Question): Promise<boolean> => new Asking(question).answer;

const slack = 8;

/**
 * At a large zoom a dialog is taller than the window: as long as something of it lies below, it carries `data-more` and shows that.
 * Watches a dialog until what is returned is called.
 */
function watchRest(dialog: HTMLDialogElement): () => void {
  const look = (): void => {
    const below = dialog.scrollHeight - dialog.clientHeight - dialog.scrollTop;
    dialog.toggleAttribute("data-more", below > slack);
  };
  const sizes = new ResizeObserver(look);
  sizes.observe(dialog);
  for (const each of dialog.children) sizes.observe(each);
  dialog.addEventListener("scroll", look, { passive: true });
  look();
  return () => sizes.disconnect();
}
