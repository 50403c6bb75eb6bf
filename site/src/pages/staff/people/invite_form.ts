// The form by which an office invites: role and field as far as the inviter may choose them, and a director's programs.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import type { StaffCore } from "@senkoi/staff";
import { Refused } from "../../../api/problem.ts";
import { invite, type Person, type Role, type Staff } from "../../../api/staff.ts";
import { roleName } from "../../../words/core_words.ts";
import { language, say } from "../../../words/i18n.ts";
import { peopleWords as words } from "../../../words/staff_home.ts";
import { errorSummary } from "../../../parts/form/error_summary.ts";
import { field as item } from "../../../parts/form/field.ts";
import { FormState } from "../../../parts/form/form_state.ts";
import type { Page } from "../../../parts/page/page.ts";
import { submitButton, submitted } from "../../../parts/form/submit.ts";
import { ProgramChoice } from "./program_choice.ts";

export class InviteForm {
  #form: FormState;
  #programs: ProgramChoice;

  constructor(private readonly page: Page, private readonly rules: StaffCore, private readonly inviter: Staff,
    private readonly roles: readonly Role[], private readonly invited: (person: Person) => Promise<void>) {
    this.#form = this.#fresh();
    this.#programs = this.#freshPrograms();
  }

  /** What the inviter can't choose otherwise is chosen already. */
  #fresh(): FormState {
    const role = this.roles.length === 1 ? this.roles[0] ?? "" : "";
    return new FormState("staff_invitation", this.rules, { values: { role, field: this.inviter.field ?? "", language: language() } });
  }
  #freshPrograms = () => new ProgramChoice("programs", (text) => this.rules.fold(text), this.page.refresh);

  get #role(): string { return this.#form.value("role"); }

  /** A choice of role or field changes what else is asked. */
  #chosen = (): void => {
    if (this.#role === "director") void this.page.run(() => this.#programs.choose(this.#form.value("field")));
  };

  /** Before the first drawing: what a society may choose from. */
  start = async (): Promise<void> => {
    if (this.#role === "director") await this.#programs.choose(this.#form.value("field"));
  };

  #send = async (): Promise<void> => {
    const director = this.#role === "director";
    const { person } = await invite(this.#form.values(), director ? [...this.#programs.chosen] : []);
    this.#form.forget();
    this.#form = this.#fresh();
    this.#programs = this.#freshPrograms();
    await this.start();
    await this.invited(person);
  };

  #refused = (refusal: Refused): boolean => {
    const atPrograms = refusal.problem.errors.some(({ field }) => field === "programs");
    if (atPrograms) this.#programs.missing = true;
    return false;
  };

  #submit = (event: Event): void => {
    if (this.#role === "director" && !this.#programs.check() && this.#form.check()) {
      event.preventDefault();
      this.page.refresh();
      return document.getElementById("programs")?.focus();
    }
    void submitted({ page: this.page, form: this.#form, send: this.#send, refused: this.#refused })(event);
  };

  #asked(name: string): boolean {
    if (name === "role") return this.roles.length > 1;
    return name !== "field" || (this.inviter.field === null && this.#role !== "" && this.#role !== "board");
  }

  draw(): TemplateResult {
    const { refresh } = this.page;
    const one = (name: string) => this.#asked(name)
      ? item(this.#form, name, refresh, { changed: this.#chosen, required: true, only: name === "role" ? this.roles : undefined }) : nothing;
    return html`
      <form class="form" novalidate @submit=${this.#submit}>
        ${errorSummary(this.#form)}
        ${this.roles.length === 1 ? html`<p>${roleName(this.roles[0] ?? "")}</p>` : nothing}
        ${["role", "field", "name", "mail", "language"].map(one)}
        ${this.#role === "director" ? this.#programs.draw() : nothing}
        <div class="actions">${submitButton(this.page, say(words.send))}</div>
      </form>`;
  }
}
