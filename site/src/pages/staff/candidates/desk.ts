// The director at work: which rows are shown, where the focus is, what is selected, what stands open, and each decision from the
// key or the button to the server. The focus is always on a row, or on what stands below it.
import type { StaffCore } from "@senkoi/staff";
import type { Candidate, Decided, DecisionOutcome, DirectedProgram } from "../../../api/directing.ts";
import { Refused } from "../../../api/problem.ts";
import { helpsAgain } from "../../../parts/page/failure.ts";
import { FormState } from "../../../parts/form/form_state.ts";
import { announce } from "../../../parts/page/live.ts";
import type { Page } from "../../../parts/page/page.ts";
import { sentence } from "../../../words/core_words.ts";
import { say } from "../../../words/i18n.ts";
import { candidateWords as words } from "../../../words/staff_candidates.ts";
import { leftOf, type Board } from "./board.ts";
import { askFirst } from "./bulk.ts";
import { choose, nameOf, type Choice } from "./choosing.ts";
import { mayDecide, rowId } from "./rows.ts";
import { decisionName } from "./toolbar.ts";

/** A hand that trembles, a slow mouse: the second click of a pair comes within this. */
const doubleClickMs = 700;

/** What stands below a row: its data, the form of a hold (for it or for all selected), the form of a change. */
export type Below = { of: number } & (
  | { face: "data"; saved?: true }
  | { face: "hold"; ids: readonly number[]; form: FormState }
  | { face: "change"; data: FormState; note: FormState });

/** Why nothing can be decided of somebody now; that one is where one is already says nothing of it. */
export function refusalOfDeciding({ may }: Candidate): string {
  const code = [may.adopt, may.reject, may.hold].find((each) => each !== null && each !== "move_not_allowed");
  return code ? sentence(code) : "";
}

export class Desk {
  board!: Board;
  rules!: StaffCore;
  choice: Choice = { program: 0, text: "", filter: "all", order: "applied" };
  shown: readonly number[] = [];
  active = 0;
  selected = new Set<number>();
  open: Below | null = null;
  /** The row that was pressed last, and when: a second click within a moment is not a second decision (L11). */
  #pressed = { id: 0, at: -Infinity };
  /** Who was put in charge of a hold last: mostly it is the same again. */
  owner = "";

  constructor(private readonly frame: () => Page) {}

  get page(): Page { return this.frame(); }
  get program(): DirectedProgram { return this.board.programs.find(({ id }) => id === this.choice.program)!; }
  get rows(): Candidate[] { return this.#found(this.shown); }
  get current(): Candidate | undefined { return this.board.get(this.active); }
  get chosen(): Candidate[] { return this.#found(this.selected).filter(mayDecide); }
  #found(ids: Iterable<number>): Candidate[] { return [...ids].flatMap((id) => this.board.get(id) ?? []); }

  /** Looks anew for what the choice asks for. */
  look(): void {
    this.shown = choose(this.board, this.choice, this.rules);
    if (!this.shown.includes(this.active)) this.active = this.shown[0] ?? 0;
    this.selected = new Set([...this.selected].filter((id) => this.shown.includes(id)));
  }

  change(next: Choice): void {
    this.choice = next;
    this.open = null;
    this.look();
    this.page.refresh();
  }

  focus(id: number): void {
    this.active = id;
    this.page.refresh();
    const row = document.getElementById(rowId(id));
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }

  step(by: number): void {
    const next = this.shown[Math.min(Math.max(this.shown.indexOf(this.active) + by, 0), this.shown.length - 1)];
    if (next !== undefined) this.focus(next);
  }

  show(next: Below | null): void {
    this.open = next;
    this.page.refresh();
    const below = document.getElementById(`data-${next?.of}`);
    if (next && next.face !== "data") below?.querySelector<HTMLElement>("input, select, textarea")?.focus();
    below?.scrollIntoView({ block: "nearest" });
  }

  closeBelow = (): void => {
    const { of } = this.open!;
    this.show(null);
    this.focus(of);
  };

  toggleOpen = ({ application: { id } }: Candidate): void => {
    this.show(this.open?.of === id ? null : { of: id, face: "data" });
    this.focus(id);
  };

  toggleSelect = ({ application: { id } }: Candidate): void => {
    if (!this.selected.delete(id)) this.selected.add(id);
    this.page.refresh();
  };

  selectAll = (): void => {
    this.selected = this.selected.size === this.shown.length ? new Set() : new Set(this.shown);
    this.page.refresh();
  };

  selectNone = (): void => {
    this.selected.clear();
    this.page.refresh();
  };

  /** By key: for the selected ones, or else for the one row, after which the next one has its turn. */
  async decide(to: Decided, at: Candidate): Promise<void> {
    const many = (this.selected.size > 0 ? this.#found(this.selected) : [at]).filter(mayDecide);
    if (many.length === 0) return announce(refusalOfDeciding(at));
    if (to === "held") return this.#startHold(many, at);
    const more = to === "adopted" && many.length > 1 ? this.board.tooMany(many, this.program) : 0;
    if (more > 0) return announce(say(words.tooMany, { count: many.length, left: leftOf(this.program.seats), more }));
    if (!(await askFirst(many, to, this.board))) return this.focus(at.application.id);
    this.selected.clear();
    this.#wish(many, to);
    if (many.length === 1 && to !== "applied") this.step(1);
    else this.focus(at.application.id);
  }

  /** By button: pressing what is decided already takes it back. */
  press = async (candidate: Candidate, to: Decided): Promise<void> => {
    const { id } = candidate.application;
    this.active = id;
    const again = this.#pressed.id === id && performance.now() - this.#pressed.at < doubleClickMs;
    this.#pressed = { id, at: performance.now() };
    if (again) return;
    if (to === "held") return this.#startHold([candidate], candidate);
    const wanted = this.board.stateOf(candidate) === to ? "applied" : to;
    if (await askFirst([candidate], wanted, this.board)) this.#wish([candidate], wanted);
  };

  #startHold(candidates: readonly Candidate[], at: Candidate): void {
    const [one] = candidates;
    const values = candidates.length === 1 && one!.held ? { ...one!.held } : { reason: "", owner: this.owner };
    const form = new FormState("hold", this.rules, { values });
    this.show({ of: at.application.id, face: "hold", ids: candidates.map(({ application }) => application.id), form });
  }

  saveHold({ of, ids, form }: Below & { face: "hold" }): void {
    if (!form.check()) {
      this.page.refresh();
      return document.querySelector<HTMLElement>(".holding [aria-invalid=true]")?.focus();
    }
    const { reason = "", owner = "" } = form.values();
    this.owner = owner;
    this.open = null;
    this.selected.clear();
    this.board.forgetRefusals();
    this.board.wish(this.#found(ids), "held", { reason, owner });
    this.#send();
    this.active = of;
    if (ids.length === 1) this.step(1);
    else this.focus(of);
  }

  #wish(candidates: readonly Candidate[], to: Decided): void {
    this.board.forgetRefusals();
    const those = candidates.filter((each) => mayDecide(each));
    if (to === "applied") this.board.undo(those);
    else this.board.wish(those, to);
    this.#send();
  }

  /** One action sends whatever waits, also what is decided meanwhile. */
  #send(): void {
    if (this.page.busy) return this.page.refresh();
    void this.page.run(() => this.#sendAll());
  }

  /** What was given up is read as it stands. */
  async #sendAll(): Promise<void> {
    try {
      await this.board.send((outcomes) => this.#tell(outcomes), (cause) => cause instanceof Refused && !helpsAgain(cause));
    } catch (cause) {
      if (!this.board.isSending) await this.page.reload();
      throw cause;
    }
  }

  #tell(outcomes: readonly DecisionOutcome[]): void {
    const refused = this.#found(outcomes.map(({ application }) => application)).flatMap((each) => this.board.refusalOf(each) ?? []);
    const last = this.board.get(outcomes.at(-1)!.application);
    if (refused.length > 0) announce(`${say(words.refusedTitle, { count: refused.length })} ${refused[0]!.message}`);
    else if (outcomes.length > 1) announce(say(words.outcome, { done: outcomes.length }));
    else if (last) announce(say(words.outcomeOne, { name: nameOf(last), state: decisionName(last.application.state) }));
    this.page.refresh();
  }
}
