// Field and round, by which the offices' figures are read; the page keeps them.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import type { Cells } from "../../api/offices.ts";
import { officeFigureWords as words } from "../../words/staff_season.ts";
import { roundName } from "../../words/rounds.ts";
import { say } from "../../words/i18n.ts";
import { chooser, fieldOptions } from "./choosers.ts";
import type { Page } from "../page/page.ts";
import { staffMember } from "./shell.ts";

export class CellsAsked {
  field = "";
  round = 0;

  constructor(private readonly page: () => Page, private readonly read: () => Promise<void>) {}

  #ask(change: () => void): void {
    void this.page().run(async () => {
      change();
      await this.read();
    });
  }

  draw(cells: Cells): TemplateResult {
    const rounds = Array.from({ length: cells.rounds }, (_, index) => [String(index + 1), roundName(index + 1)] as const);
    const all = (text: string) => [["", text] as const];
    const fields = chooser({
      id: "field", label: words.field, options: [...all(say(words.allFields)), ...fieldOptions()], chosen: this.field,
      choose: (value) => this.#ask(() => { this.field = value; }),
    });
    return html`
      <div class="office-tools">
        ${staffMember().staff.field === null ? fields : nothing}
        ${chooser({
          id: "round", label: words.round, options: [...all(say(words.allRounds)), ...rounds], chosen: this.round === 0 ? "" : String(this.round),
          choose: (value) => this.#ask(() => { this.round = Number(value); }),
        })}
      </div>`;
  }
}
