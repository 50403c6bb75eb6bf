// An applicant who applies, switches and withdraws without a pause, and writes down what was asked and what was answered: acknowledged,
// refused, or unanswered, where only the rows know. A new deed has a new idempotency key; the row of an application keeps it.
import { randomUUID } from "node:crypto";
import { addressOf } from "../bench/harness/server.js";
import { Wire } from "../bench/harness/wire.js";

const pick = (list) => list[Math.floor(Math.random() * list.length)];

/** @typedef {{what: "apply" | "switch" | "withdraw", key?: string, from?: number, program?: number}} Deed */

export class Person {
  /** Applications that must be there: number → {key, program, state}. @type {Map<number, {key: string, program: number, state: string}>} */
  book = new Map();
  /** Numbers whose rows the next check compares. @type {Set<number>} */
  touched = new Set();
  /** Keys of what was refused: none may have a row, now or later. @type {Set<string>} */
  refused = new Set();
  /** @type {Deed | undefined} */
  unanswered;
  /** @type {number | undefined} */
  live;
  /** @type {string[]} */
  faults = [];
  count = { acknowledged: 0, refused: 0, unanswered: 0 };

  constructor({ userId, token }, number, programs) {
    Object.assign(this, { userId, number, programs, cookie: `senkoi=${token}` });
  }

  /** Acts until `over()`; an unanswered deed of the time before comes first, with its key. */
  async act(server, over) {
    const wire = new Wire(server, addressOf(this.number));
    while (!over() && this.unanswered === undefined) await this.#carryOut(wire, this.again ?? this.#choose());
    wire.close();
  }

  /** @returns {Deed} */
  #choose() {
    const key = randomUUID();
    if (this.live === undefined) return { what: "apply", key, program: pick(this.programs).id };
    const { program } = this.book.get(this.live);
    if (Math.random() < 0.6) return { what: "switch", key, from: this.live, program: pick(this.programs.filter(({ id }) => id !== program)).id };
    return { what: "withdraw", from: this.live };
  }

  async #carryOut(wire, deed) {
    const path = deed.what === "apply" ? "" : `/${deed.from}/${deed.what === "switch" ? "switch" : "withdrawal"}`;
    const body = deed.what === "withdraw" ? {} : { program_id: deed.program };
    const headers = `x-senkoi-acting-for: ${this.userId}\r\n${deed.key ? `idempotency-key: ${deed.key}\r\n` : ""}`;
    const answer = await wire.ask("POST", `/api/v1/me/applications${path}`, { body, cookie: this.cookie, headers });
    const repeated = this.again !== undefined;
    this.again = undefined;
    if (answer.status === 0) {
      this.count.unanswered++;
      this.unanswered = deed;
    } else if (answer.status < 300) {
      this.count.acknowledged++;
      this.#acknowledged(deed, JSON.parse(answer.body.toString()).application, repeated);
    } else {
      this.count.refused++;
      this.#refused(deed, answer, repeated);
    }
  }

  #acknowledged(deed, application, repeated) {
    if (deed.what === "withdraw") return this.left(deed.from);
    const known = [...this.book].find(([, { key }]) => key === deed.key);
    if (known && known[0] !== application.id) this.faults.push(`doubled: ${deed.key} is application ${known[0]} and ${application.id}`);
    if (known && !repeated) this.faults.push(`doubled: ${deed.key} was acknowledged twice`);
    if (!known) this.entered(application.id, deed);
  }

  // After a crash the same deed with the same key may be refused for want of room like any other.
  #refused(deed, { status, body }, repeated) {
    const { code } = status === 503 ? { code: "busy" } : JSON.parse(body.toString());
    if (code !== "busy") this.faults.push(`false refusal: ${deed.what} of ${this.userId} got ${status} ${code}`);
    if (deed.key && !(repeated && [...this.book.values()].some(({ key }) => key === deed.key))) this.refused.add(deed.key);
    if (deed.from) this.touched.add(deed.from);
  }

  /** An application is there, and what it switched from is left. */
  entered(id, { key, program, what, from }) {
    if (what === "switch") this.left(from);
    this.book.set(id, { key, program, state: "applied" });
    this.live = id;
    this.touched.add(id);
  }

  left(id) {
    this.book.get(id).state = "withdrawn";
    this.touched.add(id);
    if (this.live === id) this.live = undefined;
  }
}
