// Which programs of a field a director decides for: those chosen, and others found by a part of their name.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../../parts/page/template.ts";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";
import { readPrograms } from "../../../api/calls.ts";
import type { FoundProgram } from "../../../api/types.ts";
import { facilityName, programName } from "../../../parts/applicant/program_name.ts";
import { prefectureName } from "../../../words/core_words.ts";
import { say } from "../../../words/i18n.ts";
import { peopleWords as words } from "../../../words/staff_home.ts";
import { errorIcon } from "../../../parts/page/icons.ts";

const most = 12;

export class ProgramChoice {
  readonly chosen: Set<number>;
  /** Set when a try to go on found none chosen. */
  missing = false;
  #programs: readonly FoundProgram[] = [];
  #folded: readonly string[] = [];
  #part = "";
  #field = "";

  constructor(private readonly id: string, private readonly fold: (text: string) => string, private readonly refresh: () => void, chosen: readonly number[] = []) {
    this.chosen = new Set(chosen);
  }

  /** Reads the programs of a field; another field begins with none chosen. Fails as a request does. */
  async choose(field: string): Promise<void> {
    if (field === this.#field) return;
    const other = this.#field !== "";
    this.#field = field;
    if (other) this.chosen.clear();
    this.#programs = field ? (await readPrograms({ field })).programs : [];
    this.#folded = this.#programs.map(({ facility, name }) => this.fold(`${facility} ${name}`));
  }

  /** False, and says so at the choice, while none is chosen. */
  check(): boolean {
    this.missing = this.chosen.size === 0;
    return !this.missing;
  }

  #toggle(id: number, on: boolean): void {
    if (on) this.chosen.add(id);
    else this.chosen.delete(id);
    this.missing &&= this.chosen.size === 0;
    this.refresh();
    document.getElementById(this.#boxId(id))?.focus({ preventScroll: true });
  }

  #boxId = (program: number): string => `${this.id}-${program}`;

  #narrow = (event: Event): void => {
    this.#part = (event.target as HTMLInputElement).value;
    this.refresh();
  };

  #found(): readonly FoundProgram[] {
    const part = this.fold(this.#part);
    return this.#programs.filter(({ id }, i) => !this.chosen.has(id) && this.#folded[i]?.includes(part));
  }

  #box = ({ id, name, facility, prefecture }: FoundProgram): TemplateResult => html`
    <li><label class="choice">
      <input type="checkbox" class="choice__box" id=${this.#boxId(id)} .checked=${live(this.chosen.has(id))}
        @change=${(event: Event) => this.#toggle(id, (event.target as HTMLInputElement).checked)} />
      <span>${programName(name)}<br /><span class="small">${facilityName(facility)} ${prefectureName(prefecture)}</span></span>
    </label></li>`;

  /** Keyed, and read from the page each time: a box that moves up takes its tick along, and the one in its place has none. */
  #boxes = (programs: readonly FoundProgram[]) => repeat(programs, ({ id }) => id, this.#box);

  #choices(): TemplateResult {
    const found = this.#found();
    const more = found.length - most;
    const chosen = this.#programs.filter(({ id }) => this.chosen.has(id));
    return html`
      ${chosen.length > 0 ? html`<p class="small">${say(words.programsChosen, { count: chosen.length })}</p>` : nothing}
      <ul class="plain-list">${this.#boxes(chosen)}</ul>
      <label class="item__label" for=${`${this.id}-part`}>${say(words.programsFind)}</label>
      <input id=${`${this.id}-part`} class="input" type="search" autocomplete="off" .value=${this.#part} @input=${this.#narrow} />
      <ul class="plain-list" aria-live="polite">${this.#boxes(found.slice(0, most))}</ul>
      ${found.length === 0 && chosen.length === 0 ? html`<p>${say(words.programsNone)}</p>` : nothing}
      ${more > 0 ? html`<p class="small">${say(words.programsMore, { count: more })}</p>` : nothing}`;
  }

  draw(): TemplateResult {
    return html`
      <fieldset class="item" id=${this.id} tabindex="-1" aria-describedby=${`${this.id}-help`}>
        <legend class="item__label">${say(words.programs)}</legend>
        <p id=${`${this.id}-help`} class="item__help">${say(words.programsHelp)}</p>
        ${this.#field ? this.#choices() : html`<p>${say(words.programsField)}</p>`}
        <div aria-live="polite">${this.missing
          ? html`<p class="item__said item__said--error">${errorIcon()}<span>${say(words.programsNeeded)}</span></p>` : nothing}</div>
      </fieldset>`;
  }
}
