// What the director's page knows: programs with their seats, candidates, the decisions on their way and what refused them.
// Decisions are sent in the order in which they were made, as many at once as wait; the page goes on meanwhile.
import type { ApplicationState } from "@senkoi/core";
import {
  decide, type Candidate, type Candidates, type Decided, type Decision, type DecisionOutcome, type DirectedProgram, type Held, type Seats,
} from "../../../api/directing.ts";
import { roomsOf, type Room } from "./rooms.ts";

const mostAtOnce = 500;

/** What a decision replaced: where the candidate stood, and of a hold why and by whom. */
export interface Replaced { readonly state: Decided; readonly held: Held | null; }

export interface Refusal { readonly candidate: Candidate; readonly message: string; readonly code: string; }

export class Board {
  readonly programs: readonly DirectedProgram[];
  readonly #candidates = new Map<number, Candidate>();
  readonly #wishes = new Map<number, Decided>();
  readonly #refusals = new Map<number, Refusal>();
  readonly #replaced = new Map<number, Replaced>();
  readonly #taken = new Map<number, number>();
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
      this.#replaced.set(id, { state: from as Decided, held: candidate.held });
      this.#wishes.set(id, to);
      this.#waiting.push({ application: id, from, to, ...held });
    }
  }

  /** What the last decision of this page replaced; undefined where it has decided nothing. */
  replacedOf({ application }: Candidate): Replaced | undefined { return this.#replaced.get(application.id); }

  /** Back to what the last decision replaced, a hold with its reason; without one to undecided. The undone can be undone. */
  undo(candidates: readonly Candidate[]): void {
    for (const candidate of candidates) {
      const { state, held } = this.replacedOf(candidate) ?? { state: "applied", held: null };
      this.wish([candidate], state, held ?? undefined);
    }
  }

  /** How many more a limit lets in once what is on its way has arrived. */
  #free({ left, holds }: Room, program: number): number {
    const comes = this.of(program).filter((each) => this.isOnItsWay(each) && holds(each));
    const more = comes.filter((each) => this.stateOf(each) === "adopted" && each.application.state !== "adopted").length;
    const fewer = comes.filter((each) => this.stateOf(each) !== "adopted" && each.application.state === "adopted").length;
    return Math.max(0, left - more + fewer);
  }

  /** How many more may be adopted at most, once what is on its way has arrived. */
  adoptable({ id, seats }: DirectedProgram): number {
    return Math.min(...[seats.left, seats.ceiling_left ?? Infinity].map((left) => this.#free({ left, holds: () => true }, id)));
  }

  /** How many of these are too many to adopt; 0 where all have a seat. The system never picks who loses (S2). */
  tooMany(candidates: readonly Candidate[], { id, seats }: DirectedProgram): number {
    const wanted = candidates.filter((each) => this.stateOf(each) !== "adopted");
    return Math.max(0, ...roomsOf(seats).map((room) => wanted.filter(room.holds).length - this.#free(room, id)));
  }

  /** How many decisions of this page the server has taken in a program. */
  takenIn(program: number): number { return this.#taken.get(program) ?? 0; }

  /** What a colleague has decided meanwhile; what is on its way from here stands until its answer. */
  update(read: Candidates): void {
    for (const each of read.candidates) if (!this.isOnItsWay(each)) this.put(each);
    for (const { id, seats } of read.programs) this.seat(id, seats);
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
    const { program } = candidate.application;
    if (code === null && state !== candidate.application.state) this.#taken.set(program, this.takenIn(program) + 1);
    const now = { ...candidate, application: { ...candidate.application, state }, held, may };
    if (code !== null && state !== wanted) this.#replaced.delete(outcome.application); // nothing was replaced
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
