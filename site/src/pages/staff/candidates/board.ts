// What the director's page knows: programs with their seats, candidates, the decisions on their way and what refused them.
// Decisions are sent in the order in which they were made, as many at once as wait; the page goes on meanwhile.
import type { ApplicationState } from "@senkoi/core";
import {
  decide, type Candidate, type Candidates, type Decided, type Decision, type DecisionOutcome, type DirectedProgram, type Held, type Seats,
} from "../../../api/directing.ts";

const mostAtOnce = 500;

export interface Refusal { readonly candidate: Candidate; readonly message: string; readonly code: string; }

export class Board {
  readonly programs: readonly DirectedProgram[];
  readonly #candidates = new Map<number, Candidate>();
  readonly #wishes = new Map<number, Decided>();
  readonly #refusals = new Map<number, Refusal>();
  #waiting: Decision[] = [];

  constructor(read: Candidates) {
    this.programs = read.programs;
    for (const each of read.candidates) this.#candidates.set(each.application.id, each);
  }

  of(program: number): readonly Candidate[] {
    return [...this.#candidates.values()].filter((each) => each.application.program === program);
  }
  get(id: number): Candidate | undefined { return this.#candidates.get(id); }
  put(candidate: Candidate): void { this.#candidates.set(candidate.application.id, candidate); }

  /** As it stands, or as it will once the server has taken it. */
  stateOf({ application }: Candidate): ApplicationState { return this.#wishes.get(application.id) ?? application.state; }
  isOnItsWay({ application }: Candidate): boolean { return this.#wishes.has(application.id); }
  refusalOf({ application }: Candidate): Refusal | undefined { return this.#refusals.get(application.id); }
  forgetRefusals(): void { this.#refusals.clear(); }
  get isSending(): boolean { return this.#waiting.length > 0; }

  wish(candidates: readonly Candidate[], to: Decided, held?: Held): void {
    for (const candidate of candidates) {
      const from = this.stateOf(candidate);
      if (from === to && !held) continue;
      const { id } = candidate.application;
      this.#refusals.delete(id);
      this.#wishes.set(id, to);
      this.#waiting.push({ application: id, from, to, ...held });
    }
  }

  /** Sends all that waits, also what comes while it sends. On failure it waits on, unless asking again would help nobody. */
  async send(told: (outcomes: readonly DecisionOutcome[]) => void, isFinal: (cause: unknown) => boolean = () => false): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, mostAtOnce);
      const { outcomes } = await this.#decide(batch, isFinal);
      this.#waiting = this.#waiting.slice(batch.length);
      outcomes.forEach((outcome, index) => this.#take(outcome, batch[index]!.to));
      told(outcomes);
    }
  }

  /** A refusal that the same request meets again must not stand before every later decision. */
  async #decide(batch: readonly Decision[], isFinal: (cause: unknown) => boolean): ReturnType<typeof decide> {
    try {
      return await decide(batch);
    } catch (cause) {
      if (isFinal(cause)) {
        this.#waiting = [];
        this.#wishes.clear();
      }
      throw cause;
    }
  }

  #take(outcome: DecisionOutcome, wanted: Decided): void {
    const candidate = this.#candidates.get(outcome.application);
    if (!candidate) return;
    const { state, held, may, code, message } = outcome;
    const now = { ...candidate, application: { ...candidate.application, state }, held, may };
    this.#candidates.set(outcome.application, now);
    if (!this.#waiting.some((each) => each.application === outcome.application)) this.#wishes.delete(outcome.application);
    // What an answer that was lost on the way had done already.
    const doneBefore = code === "changed_meanwhile" && state === wanted;
    if (code !== null && message !== null && !doneBefore) this.#refusals.set(outcome.application, { candidate: now, message, code });
    this.seat(candidate.application.program, outcome.seats);
  }

  seat(program: number, seats: Seats): void {
    const found = this.programs.find((each) => each.id === program);
    if (found) found.seats = seats;
  }
}

/** What is left for one adoption more: of the capacity and of the ceiling, whichever is less. */
export const leftOf = ({ left, ceiling_left }: Seats): number => Math.min(left, ceiling_left ?? Infinity);
