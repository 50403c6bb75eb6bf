// What has been entered into one form and what is to say of it. The wasm core checks; this only remembers.
// A note ("a 0 was put in front") stays until its item is edited again, for by then the value is canonical and draws none.
import type { Form, Severity } from "@senkoi/core";
import type { ProblemError } from "../../api/problem.ts";
import { coreWords, label, sentence } from "../../words/core_words.ts";
import { itemOf, itemsOf, type AnyFormName, type ItemSpec } from "../../words/core_items.ts";
import { say, type Said as Bilingual } from "../../words/i18n.ts";
import { dropForm, keepForm, keptForm } from "../storage/kept_form.ts";

export interface Said { readonly code: string; readonly severity: Severity; readonly message?: string; }

/** A module of the rules, as far as a form asks it: that of applicants, or that of staff. */
export interface FormRules { form(name: AnyFormName): Form; }

export interface FormOptions {
  /** Values to start with. */
  values?: Record<string, string>;
  /** Keep what is typed for this tab, under this name. */
  keepAs?: string;
  /** Items that other answers leave unasked: they are checked and sent as empty, yet come back as they were. */
  unasked?: (value: (name: string) => string) => readonly string[];
  /** Names that fit here better than the items' own. */
  labels?: Readonly<Record<string, Bilingual>>;
}

export class FormState {
  readonly #form: Form;
  readonly #values = new Map<string, string>();
  readonly #findings = new Map<string, Said>();
  readonly #left = new Set<string>();
  #asked = false;

  constructor(readonly name: AnyFormName, core: FormRules, private readonly options: FormOptions = {}) {
    this.#form = core.form(name);
    const kept = options.keepAs ? keptForm(options.keepAs) : {};
    for (const item of itemsOf(name)) this.#put(item.name, kept[item.name] ?? options.values?.[item.name] ?? "");
  }

  item(name: string): ItemSpec { return itemOf(this.name, name); }
  label(name: string): string {
    const own = this.options.labels?.[name];
    return own ? say(own) : label(`${this.name}.${name}`);
  }
  value(name: string): string { return this.#values.get(name) ?? ""; }
  /** Whether the reader has tried to go on: only then errors are listed, before that each stands at its item alone. */
  get asked(): boolean { return this.#asked; }

  /** The sentence to show at an item, or null. */
  finding(name: string): { code: string; severity: Severity; text: string } | null {
    const found = this.#findings.get(name);
    if (!found || found.severity === "fine") return null;
    const known = found.code in coreWords().codes;
    const inWords = () => sentence(found.code, { label: this.label(name), limits: this.item(name) });
    return { code: found.code, severity: found.severity, text: known ? inWords() : (found.message ?? found.code) };
  }

  /** Items in error among those named (all without names), in the order of the form. */
  errors(names?: readonly string[]): readonly ItemSpec[] {
    return this.#said("error").filter(({ name }) => !names || names.includes(name));
  }
  /** Items that are allowed as they are, but worth a second look. */
  warnings(): readonly ItemSpec[] { return this.#said("warning"); }

  /** While typing: an error that stood there goes as soon as the value is right. True when something to show has changed. */
  type(name: string, value: string): boolean {
    const before = this.#findings.get(name);
    this.#put(name, value);
    this.#findings.delete(name);
    if (before?.severity === "error") {
      const now = this.#form.checkItem(name);
      if (now?.severity === "error") this.#findings.set(name, now);
      this.#form.set(name, value);
    }
    return before !== this.#findings.get(name);
  }

  /** On leaving an item: checks it, and what was left before it if the rules join the two. An empty one is let be until the end. */
  leave(name: string): void {
    if (this.value(name) === "" && !this.#findings.has(name)) return;
    this.#left.add(name);
    if (this.value(name) === "") this.#settle(name, this.#form.checkItem(name));
    this.#checkAll([...this.#left].filter((each) => this.value(each) !== ""));
  }

  /** What stands in the controls of the page though nobody told: browsers fill forms without an event. Only items without a value take
   *  it, for what is shown elsewhere may be about to change. */
  takeFilled(control: (name: string) => string | undefined): void {
    for (const [name, value] of this.#values) {
      const filled = value === "" ? control(name) : undefined;
      if (filled) this.type(name, filled);
    }
  }

  /** Checks the items named (all without names) with the rules that join them; true when nothing keeps them from going on. */
  check(names: readonly string[] = itemsOf(this.name).map((item) => item.name)): boolean {
    for (const name of names) this.#left.add(name);
    this.#checkAll(names);
    this.#asked = this.errors(names).length > 0;
    return !this.#asked;
  }

  /** Takes over what the server said of items; what it said of anything else is returned. */
  refuse(errors: readonly ProblemError[]): readonly ProblemError[] {
    const mine = (error: ProblemError) => this.#values.has(error.field);
    this.#asked = true;
    for (const error of errors.filter(mine))
      this.#findings.set(error.field, { code: error.code, severity: "error", message: error.message });
    return errors.filter((error) => !mine(error));
  }

  asks(name: string): boolean {
    return !this.options.unasked?.((each) => this.value(each)).includes(name);
  }

  /** What to send; items that are not asked now go empty. */
  values(): Record<string, string> {
    return Object.fromEntries([...this.#values].map(([name, value]) => [name, this.asks(name) ? value : ""]));
  }

  /** Empties one item, in the module's memory too. */
  empty(name: string): void {
    this.#findings.delete(name);
    this.#left.delete(name);
    this.#put(name, "");
  }

  /** Done: nothing stays, neither here nor in the module's memory nor in the tab. */
  forget(): void {
    this.#form.clear();
    for (const name of this.#values.keys()) this.#values.set(name, "");
    this.#findings.clear();
    if (this.options.keepAs) dropForm(this.options.keepAs);
  }

  #said(severity: Severity): readonly ItemSpec[] {
    return itemsOf(this.name).filter(({ name }) => this.asks(name) && this.#findings.get(name)?.severity === severity);
  }

  #put(name: string, value: string): void {
    this.#values.set(name, value);
    this.#form.set(name, value);
    if (this.options.keepAs) keepForm(this.options.keepAs, this.#withoutSecrets());
  }

  #withoutSecrets(): Record<string, string> {
    const open = [...this.#values].filter(([name]) => this.item(name).kind !== "password");
    return Object.fromEntries(open);
  }

  #settle(name: string, found: Said | null): void {
    if (found) this.#findings.set(name, found);
    else if (this.#findings.get(name)?.severity !== "note") this.#findings.delete(name);
    if (found?.severity !== "error") this.#put(name, this.#form.get(name));
  }

  #checkAll(names: readonly string[]): void {
    this.#form.fill(this.values());
    const found = new Map(this.#form.check().map((each) => [each.field, each]));
    const asked = new Set(names.filter((each) => this.asks(each)));
    for (const [name, value] of this.#values) if (value === "" && this.asks(name) && this.#form.get(name) !== "") asked.add(name); // from another's text
    for (const name of asked) this.#settle(name, found.get(name) ?? null);
  }
}

// Browsers and password managers fill forms in, and some tell no event of it: what they wrote is read before a form is judged, and
// before a redraw puts the form's own, empty values back.

const holdsText = (control: Element | RadioNodeList | null): control is HTMLInputElement =>
  (control instanceof HTMLInputElement && control.type !== "checkbox") || control instanceof HTMLSelectElement;

/** Takes over what stands in the controls of this element's form. */
export function takeFilled(form: FormState, element: EventTarget | null): void {
  const inPage = element instanceof HTMLFormElement ? element : (element as HTMLInputElement | null)?.form;
  if (!inPage) return;
  form.takeFilled((name) => {
    const control = inPage.elements.namedItem(name);
    return holdsText(control) ? control.value : undefined;
  });
}
