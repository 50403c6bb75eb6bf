// How far an import is, while its answer is waited for: asked for twice a second, shown as a bar with words (S3, S4).
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import { readImportProgress, type ImportStand } from "../../api/offices.ts";
import { importWords as words } from "../../words/staff_programs.ts";
import { say } from "../../words/i18n.ts";
import { announce } from "../page/live.ts";

const everyMs = 500;

const phaseWords = { waiting: words.phaseWaiting, reading: words.phaseReading, staging: words.phaseStaging, finishing: words.phaseFinishing };

export class ImportProgress {
  #stand: ImportStand | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly redraw: () => void) {}

  /** Runs what is waited for, and watches it meanwhile. */
  async while<Answer>(wait: () => Promise<Answer>): Promise<Answer> {
    this.#show({ phase: "waiting", done: 0, rows: 0 });
    this.#watch();
    try {
      return await wait();
    } finally {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#stand = null;
    }
  }

  #watch(): void {
    const timer = setTimeout(() => void this.#look(timer), everyMs);
    this.#timer = timer;
  }

  /** One that fails is left out: the import goes on without being watched. */
  async #look(timer: ReturnType<typeof setTimeout>): Promise<void> {
    const told = await readImportProgress().catch(() => null);
    if (this.#timer !== timer) return; // the answer has come meanwhile
    if (told?.import) this.#show(told.import);
    this.#watch();
  }

  #show(stand: ImportStand): void {
    if (stand.phase !== this.#stand?.phase) announce(say(phaseWords[stand.phase]));
    this.#stand = stand;
    this.redraw();
  }

  draw(): TemplateResult | typeof nothing {
    if (!this.#stand) return nothing;
    const { phase, done, rows } = this.#stand;
    const label = say(phaseWords[phase]);
    return html`
      <div class="import-progress">
        <p id="import-phase">${label}</p>
        ${rows > 0 ? html`<progress max=${rows} .value=${done} aria-labelledby="import-phase"></progress>` : html`<progress aria-labelledby="import-phase"></progress>`}
        <p class="small">${say(words.phaseOthers)}</p>
      </div>`;
  }
}
