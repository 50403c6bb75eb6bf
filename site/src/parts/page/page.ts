// The frame of every page and its life: language, words, the first load, redrawing, one action at a time, failures in words.
// A page file calls openPage once and draws itself from its own state; nothing else touches the document.
import "../../style/index.css";
import { nothing, render, type TemplateResult } from "lit-html";
import { Gradual, type Main } from "./gradual.ts";
import { html } from "./template.ts";
import { Refused } from "../../api/problem.ts";
import { onPace } from "../../api/request.ts";
import { say } from "../../words/i18n.ts";
import { shellWords } from "../../words/pages.ts";
import { stateWords } from "../../words/states.ts";
import { anotherPersonNote, watchPerson } from "./another_person.ts";
import { banner } from "./banner.ts";
import { asFailure, attempt, failureBanner, helpsAgain, type Failure } from "./failure.ts";
import { demoBarIsTrue, startDemoBar } from "./demo_bar.ts";
import { focusAfterDeed } from "./flash.ts";
import { applicantsFrame, type Frame } from "./frame.ts";
import { changeLanguage, chooseLanguage, loadWords } from "../storage/language.ts";
import { announce, liveRegion } from "./live.ts";
import { pageDrawn } from "./page_life.ts";
import { pageNotes, startNotes } from "./page_notes.ts";
import { closedHere, closedPage, readOnly, readOnlyNote, startReadOnly } from "./read_only.ts";
import { pressedButton, watchPresses, whenReleased } from "./pointer_guard.ts";
import { showBusy } from "./show_busy.ts";

export interface PageSpec {
  /** Heading and browser title as they are now; drawn anew on each refresh. */
  title: () => string;
  /** The heading where it is more than the title's text; null: the title. */
  heading?: () => TemplateResult | null;
  /** The page below its heading. A list is drawn from its top, each entry in a task of its own: first what is in view. */
  main: () => Main;
  /** What the page needs before it can be drawn; while it runs, the page says that it loads. */
  load?: () => Promise<void>;
  /** The field whose name the header shows. */
  field?: () => string | null;
  /** A page for those who are logged in: the header carries their menu. */
  member?: boolean;
  /** Tables and maps need more room than forms. */
  wide?: boolean;
  /** Above the heading: where one is in a sequence, a way back. */
  above?: () => TemplateResult | typeof nothing;
}

export interface Page {
  readonly refresh: () => void;
  /** True while an action runs: buttons show it and do nothing. */
  readonly busy: boolean;
  /** How many parts of the page are drawn by now, from its top. */
  readonly drawn: number;
  /** Runs one action; while it runs, further clicks do nothing. A failure is shown on the page and never thrown. */
  run(action: () => Promise<void>): Promise<void>;
  /** After the content has changed as a whole: redraws, goes to the top and puts the focus on the heading. */
  arrive(): void;
  /** Reads what `load` reads once more, without clearing the page; what an action was answered stays. */
  reload(): Promise<void>;
  /** Forgets what the last action was answered: the reader begins another. */
  forgive(): void;
}

type Phase = "loading" | "ready" | "failed" | "session_over";

class Shell implements Page {
  #phase: Phase = "loading";
  #failure: Failure | null = null;
  #repeat: (() => void) | null = null;
  #ofAction = false;
  #wasMember = false;
  #slow = false;
  #drawing = false;
  #stale = false;
  readonly #gradual = new Gradual(() => this.refresh());
  busy = false;

  constructor(private readonly spec: PageSpec, private readonly frame: Frame, private readonly root: HTMLElement) {
    onPace((slow) => this.#pace(slow));
  }

  async start(): Promise<void> {
    watchPresses();
    watchPerson();
    chooseLanguage();
    this.root.replaceChildren();
    setTimeout(this.refresh); // the scripts have just run: drawing is a task of its own
    await this.reload();
    this.refresh();
    if (focusAfterDeed()) this.#followMails();
    addEventListener("pageshow", ({ persisted }) => void (persisted && this.#comeBack()));
  }

  /** Drawing can take the focus from an input, whose check then asks to draw again: that waits its turn. */
  refresh = (): void => {
    this.#stale = true;
    if (this.#drawing) return;
    this.#drawing = true;
    try {
      while (this.#stale) this.#draw();
    } finally {
      this.#drawing = false;
    }
  };

  #draw(): void {
    this.#stale = false;
    try {
      this.#render();
    } catch (cause) {
      this.#break(cause);
    }
  }

  #render(): void {
    document.title = `${this.#title()} | ${say(shellWords.name)}`;
    render(this.#frame(), this.root);
    pageDrawn(this.busy ? "working" : this.#phase === "ready" ? "resting" : "gone");
    if (this.#phase === "ready") this.#gradual.drawOn();
  }

  /** Back on a page that an action had left. */
  #comeBack(): void {
    this.busy = false;
    void this.reload();
  }

  get drawn(): number { return this.#gradual.drawn; }
  get #whole(): boolean { return this.#phase !== "loading" && (this.#phase !== "ready" || this.#gradual.whole); }

  /** A page that can't be drawn says so, and can be read again. */
  #break(cause: unknown): void {
    this.#phase = "failed";
    this.#failure = asFailure(cause);
    this.#ofAction = false;
    this.#repeat = () => void this.#load();
    this.#render();
  }

  /** What the frame asks of the page while the page itself may be broken. */
  #ask<T>(told: () => T, otherwise: T): T {
    if (this.#phase !== "failed") return told();
    try {
      return told();
    } catch {
      return otherwise;
    }
  }

  #title = (): string => this.#ask(this.spec.title, say(shellWords.name));

  arrive(): void {
    this.#failure = null;
    this.refresh();
    window.scrollTo(0, 0);
    document.getElementById("heading")?.focus({ preventScroll: true });
  }

  async run(action: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.#failure = null;
    const shown = showBusy(pressedButton());
    this.refresh();
    try {
      await action();
    } catch (cause) {
      const failure = asFailure(cause);
      this.#ofAction = true;
      this.#fail(failure, helpsAgain(failure) ? () => void this.run(action) : null);
    } finally {
      this.busy = false;
      shown();
      this.refresh();
      this.#followMails();
    }
  }

  forgive(): void {
    this.#failure = null;
  }

  #followMails(): void {
    void demoBarIsTrue().then((changed) => changed && whenReleased(this.refresh));
  }

  async reload(): Promise<void> {
    try {
      await Promise.all([loadWords(), startDemoBar(), startNotes(), startReadOnly().then(() => (closedHere() ? undefined : (this.spec.load ? attempt(stateWords.loadFailed, this.spec.load) : undefined)))]);
      this.#phase = "ready";
      if (!this.#ofAction) this.#failure = null;
    } catch (cause) {
      this.#ofAction = false;
      this.#fail(asFailure(cause), () => void this.#load());
    }
    this.refresh();
  }

  async #load(): Promise<void> {
    this.#phase = "loading";
    this.#failure = null;
    this.#ofAction = false;
    this.refresh();
    await this.reload();
  }

  #fail(failure: Failure, repeat: (() => void) | null): void {
    if (failure instanceof Refused && failure.sessionOver) this.#endSession();
    else if (this.#phase === "loading") this.#phase = "failed";
    this.#failure = failure;
    this.#repeat = repeat;
    requestAnimationFrame(() => document.getElementById("failure")?.scrollIntoView({ block: "nearest" }));
  }

  #endSession(): void {
    this.#phase = "session_over";
    if (!this.frame.seenLoggedIn()) return;
    this.#wasMember = true;
    this.frame.sawSessionEnd();
  }

  #pace(slow: boolean): void {
    this.#slow = slow;
    if (slow) announce(say(stateWords.slow));
    this.refresh();
  }

  #changeLanguage = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { href } = event.currentTarget as HTMLAnchorElement;
    try {
      await changeLanguage();
    } catch {
      return location.assign(href);
    }
    this.refresh();
    announce(this.#title());
  };

  #trouble(): TemplateResult | typeof nothing {
    if (!this.#failure || this.#phase === "session_over") return nothing;
    return html`<div id="failure">${failureBanner(this.#failure, this.#repeat ?? undefined)}</div>`;
  }

  #content(): TemplateResult {
    if (this.#phase === "session_over") return this.frame.sessionOver(this.#wasMember);
    if (this.#phase === "ready" && closedHere()) return closedPage();
    if (this.#phase === "ready") return html`${this.#trouble()}${this.#gradual.of(this.spec.main())}`;
    if (this.#phase === "failed") return html`${this.#trouble()}`;
    return html`<p class="loading" role="status">${say(stateWords.loading)}</p>`;
  }

  #header(): TemplateResult {
    const member = this.spec.member === true && this.#phase !== "session_over" && !readOnly();
    const field = this.#ask(() => this.spec.field?.() ?? null, null);
    return this.frame.header({ field, member, changeLanguage: this.#changeLanguage });
  }

  #frame(): TemplateResult {
    const { spec } = this;
    const content = this.#content();
    const whole = this.#whole;
    return html`
      <a class="skip" href="#main">${say(shellWords.skip)}</a>
      ${this.#header()}
      ${this.#slow ? html`<div class="slow">${banner({ kind: "info", title: say(stateWords.slow) })}</div>` : nothing}
      ${this.#phase === "loading" ? nothing : html`${readOnlyNote()} ${anotherPersonNote()} ${pageNotes()}`}
      <main id="main" class=${spec.wide ? "main main--wide" : "main"} tabindex="-1" aria-busy=${!whole}>
        ${closedHere() ? nothing : this.#ask(() => spec.above?.() ?? nothing, nothing)}
        <h1 id="heading" tabindex="-1">${this.#ask(() => spec.heading?.() ?? null, null) ?? this.#title()}</h1>
        ${content}
      </main>
      ${whole ? this.frame.footer() : nothing} ${liveRegion()}`;
  }
}

/** Draws the page in its frame and starts its first load. */
export function openPage(spec: PageSpec, frame: Frame = applicantsFrame): Page {
  const root = document.getElementById("page");
  if (!root) throw new Error("the document has no #page");
  const shell = new Shell(spec, frame, root);
  void shell.start();
  return shell;
}
