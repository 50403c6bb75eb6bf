// The frame of every page and its life: language, words, the first load, redrawing, one action at a time, failures in words.
// A page file calls openPage once and draws itself from its own state; nothing else touches the document.
import "../style/index.css";
import { html, nothing, render, type TemplateResult } from "lit-html";
import { Refused } from "../api/problem.ts";
import { onPace } from "../api/request.ts";
import { say } from "../words/said.ts";
import { shellWords } from "../words/pages.ts";
import { stateWords } from "../words/states.ts";
import { banner } from "./banner.ts";
import { startDemoBar } from "./demo_bar.ts";
import { asFailure, failureBanner, sessionOver, type Failure } from "./failure.ts";
import { footer } from "./footer.ts";
import { header } from "./header.ts";
import { changeLanguage, chooseLanguage, loadWords } from "./language.ts";
import { announce, liveRegion } from "./live.ts";
import { sawLoggedOut, seenLoggedIn } from "./membership.ts";
import { watchPresses } from "./press.ts";

export interface PageSpec {
  /** Heading and browser title as they are now; drawn anew on each refresh. */
  title: () => string;
  main: () => TemplateResult;
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
  /** Runs one action; while it runs, further clicks do nothing. A failure is shown on the page and never thrown. */
  run(action: () => Promise<void>): Promise<void>;
  /** After the content has changed as a whole: redraws, goes to the top and puts the focus on the heading. */
  arrive(): void;
  /** Reads what `load` reads once more, without clearing the page. */
  reload(): Promise<void>;
}

type Phase = "loading" | "ready" | "failed" | "session_over";

class Shell implements Page {
  #phase: Phase = "loading";
  #failure: Failure | null = null;
  #repeat: (() => void) | null = null;
  #slow = false;
  #drawing = false;
  #stale = false;
  busy = false;

  constructor(private readonly spec: PageSpec, private readonly root: HTMLElement) {
    onPace((slow) => this.#pace(slow));
  }

  async start(): Promise<void> {
    watchPresses();
    chooseLanguage();
    this.root.replaceChildren();
    await Promise.all([startDemoBar(), this.#load()]);
    this.refresh();
    addEventListener("pageshow", ({ persisted }) => void (persisted && this.reload()));
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
    document.title = `${this.spec.title()} | ${say(shellWords.name)}`;
    render(this.#frame(), this.root);
  }

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
    this.refresh();
    try {
      await action();
    } catch (cause) {
      this.#fail(asFailure(cause), () => void this.run(action));
    } finally {
      this.busy = false;
      this.refresh();
    }
  }

  async reload(): Promise<void> {
    try {
      await Promise.all([loadWords(), this.spec.load?.()]);
      this.#phase = "ready";
      this.#failure = null;
    } catch (cause) {
      this.#fail(asFailure(cause), () => void this.#load());
    }
    this.refresh();
  }

  async #load(): Promise<void> {
    this.#phase = "loading";
    this.#failure = null;
    this.refresh();
    await this.reload();
  }

  #fail(failure: Failure, repeat: () => void): void {
    if (failure instanceof Refused && failure.sessionOver) this.#endSession();
    else if (this.#phase === "loading") this.#phase = "failed";
    this.#failure = failure;
    this.#repeat = repeat;
    requestAnimationFrame(() => document.getElementById("failure")?.scrollIntoView({ block: "nearest" }));
  }

  #endSession(): void {
    this.#phase = "session_over";
    if (seenLoggedIn()) sawLoggedOut();
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
    announce(this.spec.title());
  };

  #trouble(): TemplateResult | typeof nothing {
    if (!this.#failure || this.#phase === "session_over") return nothing;
    return html`<div id="failure">${failureBanner(this.#failure, this.#repeat ?? undefined)}</div>`;
  }

  #content(): TemplateResult {
    if (this.#phase === "session_over") return sessionOver();
    if (this.#phase === "ready") return html`${this.#trouble()}${this.spec.main()}`;
    if (this.#phase === "failed") return html`${this.#trouble()}`;
    return html`<p class="loading" role="status">${say(stateWords.loading)}</p>`;
  }

  #header(): TemplateResult {
    const member = this.spec.member === true && this.#phase !== "session_over";
    return header({ field: this.spec.field?.() ?? null, member, changeLanguage: this.#changeLanguage });
  }

  #frame(): TemplateResult {
    const { spec } = this;
    return html`
      <a class="skip" href="#main">${say(shellWords.skip)}</a>
      ${this.#header()}
      ${this.#slow ? html`<div class="slow">${banner({ kind: "info", title: say(stateWords.slow) })}</div>` : nothing}
      <main id="main" class=${spec.wide ? "main main--wide" : "main"} tabindex="-1" aria-busy=${this.#phase === "loading"}>
        ${spec.above?.() ?? nothing}
        <h1 id="heading" tabindex="-1">${spec.title()}</h1>
        ${this.#content()}
      </main>
      ${this.#phase === "loading" ? nothing : footer()} ${liveRegion()}`;
  }
}

/** Draws the page and starts its first load. */
export function openPage(spec: PageSpec): Page {
  const root = document.getElementById("page");
  if (!root) throw new Error("the document has no #page");
  const shell = new Shell(spec, root);
  void shell.start();
  return shell;
}
