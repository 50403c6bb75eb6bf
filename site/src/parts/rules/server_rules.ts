// In the place of the rules where a browser runs no WebAssembly: nothing is judged here, the server checks and says; so do the embedded
// elements. Where the season stands, and what the reader may do, is what the server told last.
import type { Allowed, Core, Finding, Form, FormItems, FormName, Present, Search } from "@senkoi/core";
import { itemsOf } from "../../words/core_items.ts";

/** Eight bytes that every engine compiles where it is there and the page's policy lets it. */
const emptyModule = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

function compiles(): boolean {
  try {
    return new WebAssembly.Module(emptyModule) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

let known: boolean | undefined;
/** Whether the rules can run in this browser at all, whatever the network does. */
export const runsWasm = (): boolean => (known ??= compiles());

class UncheckedForm implements Form {
  readonly #values = new Map<string, string>();
  constructor(private readonly name: FormName) {}

  get items(): readonly string[] { return itemsOf(this.name).map(({ name }) => name); }
  set(item: string, value: string): void { this.#values.set(item, value); }
  fill(values: Parameters<Form["fill"]>[0]): void {
    for (const [item, value] of Symbol.iterator in values ? values : Object.entries(values))
      if (typeof value === "string") this.set(item, value);
  }
  values(): Record<string, string> { return Object.fromEntries(this.items.map((item) => [item, this.get(item)])); }
  get(item: string): string { return this.#values.get(item) ?? ""; }
  checkItem(): null { return null; }

  /** Only that something is there: a form in steps cannot ask the server at each. */
  check(): readonly Finding[] {
    const missing = itemsOf(this.name).filter(({ name, required }) => required && this.get(name) === "");
    return missing.map(({ name: field, options }) => ({ field, code: options ? "choice_required" : "required", severity: "error" }));
  }
  changes(other: Form): readonly string[] { return this.items.filter((item) => this.get(item) !== other.get(item)); }
  clear(): void { this.#values.clear(); }
  close(): void { this.clear(); }
}

const notHere = (): never => { throw new Error("only the server can say this"); };

export class ServerRules implements Core {
  #present: Present = { round: 0, period: "before", until: null };
  #may: Allowed = { apply: null, switch: null, withdraw: null, change: null, delete: null };

  /** What an answer of the server told. */
  hear(present: Present, may: Allowed = this.#may): void {
    this.#present = present;
    this.#may = may;
  }
  present(): Present { return this.#present; }
  allowed(): Allowed { return this.#may; }
  form<Name extends FormName>(name: Name): Form<FormItems[Name]> { return new UncheckedForm(name) as Form as Form<FormItems[Name]>; }
  configure(): void {}
  yearsSinceLicence(): null { return null; }
  displayUserId(userId: string): string { return userId; }
  displayPhone(phone: string): string { return phone; }
  overCapacity(): boolean { return false; } // the search of the server says it
  ceilingFromPast(): number { return notHere(); }
  fold(): string { return notHere(); }
  search(): Search { return notHere(); }
}
