// One applicant of the rush: logs in, looks around, applies, switches and withdraws, and keeps every acknowledgement. Some have two tabs
// open and send a deed from both at once.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { password } from "../harness/season.js";
import { addressOf } from "../harness/server.js";
import { headerOf, Wire } from "../harness/wire.js";

const pick = (list) => list[Math.floor(Math.random() * list.length)];

export class Applicant {
  /** Acknowledged applications: number → {program, appliedAt, withdrawnAt}. @type {Map<number, {program: number, appliedAt: number, withdrawnAt?: number}>} */
  acknowledged = new Map();
  /** How often something had to be asked until there was room for it. */
  tries = {};

  constructor({ userId, token, number, tabs = 1, programs }) {
    Object.assign(this, { userId, number, tabs, programs });
    this.cookie = token && `senkoi=${token}`;
    this.password = password;
  }

  /** At the door of a server. Four share an address, as people of one hospital do. */
  goTo(server, ledger) {
    this.ledger = ledger;
    this.acknowledged.clear();
    this.wires = Array.from({ length: this.tabs }, () => new Wire(server, addressOf(this.number >> 2)));
  }

  leave() {
    for (const wire of this.wires) wire.close();
  }

  /** Posts until there is room, each time when it was told to come again. */
  async insist(what, path, body) {
    for (let tries = 1; ; ++tries) {
      const answer = await this.wires[0].ask("POST", path, { body, cookie: this.cookie });
      const { status, said } = this.ledger.note(what, answer);
      this.tries[what] = tries;
      if (status !== 0 && status !== 429 && status !== 503) return { status, said, head: answer.head };
      await sleep(1000 * Number(headerOf(answer.head, "retry-after") ?? 1));
    }
  }

  async logIn() {
    const { status, head } = await this.insist("log-in", "/api/v1/sessions", { user_id: this.userId, password: this.password });
    if (status === 201) [this.cookie] = headerOf(head, "set-cookie").split(";");
  }

  /** What comes to mind next. */
  act() {
    const dice = Math.random();
    const program = pick(this.programs);
    const field = this.userId.slice(0, 2);
    if (dice < 0.25) return this.#read("search", `/api/v1/programs?field=${field}&prefecture=${program.prefecture}`);
    if (dice < 0.45) return this.#read("program", `/api/v1/programs/${program.id}`);
    if (dice < 0.5) return this.#read("figures", `/api/v1/figures/${field}`);
    if (dice < 0.65) return this.#read("my page", "/api/v1/me");
    const { live } = this;
    if (live === undefined) return this.apply();
    return Promise.all(this.wires.map((wire) => (Math.random() < 0.6 ? this.#switch(wire, live) : this.#withdraw(wire, live))));
  }

  /** From every tab at once. */
  apply() {
    return Promise.all(this.wires.map(async (wire) => {
      this.#applied(await this.#send(wire, "apply", "/api/v1/me/applications", { program_id: pick(this.programs).id }));
    }));
  }

  /** Number of the application that lives as far as this person knows. */
  get live() {
    return [...this.acknowledged].find(([, { withdrawnAt }]) => withdrawnAt === undefined)?.[0];
  }

  async #read(what, path) {
    this.ledger.note(what, await pick(this.wires).ask("GET", path, { cookie: this.cookie }));
  }

  async #switch(wire, from) {
    const left = this.acknowledged.get(from);
    const other = pick(this.programs.filter(({ id }) => id !== left.program));
    const said = await this.#send(wire, "switch", `/api/v1/me/applications/${from}/switch`, { program_id: other.id });
    this.#applied(said);
    if (said) left.withdrawnAt = said.applied_at; // one instant for both
  }

  async #withdraw(wire, from) {
    const said = await this.#send(wire, "withdraw", `/api/v1/me/applications/${from}/withdrawal`, {});
    if (said) this.acknowledged.get(from).withdrawnAt = said.changed_at;
  }

  #applied(said) {
    if (said) this.acknowledged.set(said.id, { program: said.program.id, appliedAt: said.applied_at });
  }

  /** As the page of this person sends them. */
  #headers(what) {
    return `x-senkoi-acting-for: ${this.userId}\r\n${what === "withdraw" ? "" : `idempotency-key: ${randomUUID()}\r\n`}`;
  }

  /** The application as the server acknowledged it; nothing where it refused. */
  async #send(wire, what, path, body) {
    const answer = await wire.ask("POST", path, { body, cookie: this.cookie, headers: this.#headers(what) });
    const { status, said } = this.ledger.note(what, answer);
    return status >= 200 && status < 300 ? said.application : undefined;
  }
}
