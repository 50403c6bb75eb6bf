// A table into the system, in two steps: the file is checked and everything that is wrong is listed by line and column; then it is
// confirmed and done, wholly or not at all. What was checked is what is sent, whatever becomes of the file meanwhile, and the digest of
// the first answer goes along.
import "../../pages/staff/offices/offices.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import { importTable, type Importable, type ImportReport } from "../../api/offices.ts";
import { importWords as words } from "../../words/staff_programs.ts";
import { say } from "../../words/i18n.ts";
import { banner } from "../page/banner.ts";
import { announce } from "../page/live.ts";
import type { Page } from "../page/page.ts";
import { GrowingRows } from "./growing_rows.ts";
import { changesTable } from "./import_changes.ts";
import { ImportProgress } from "./import_progress.ts";

/** Null where it cannot be read: a program holds it, or it is gone. */
const copyOf = (file: File): Promise<File | null> => file.arrayBuffer().then((bytes) => new File([bytes], file.name), () => null);

export class ImportBox {
  #file: File | null = null; // as it was when it was chosen
  #report: ImportReport | null = null;
  #unreadable = false;
  #rows = new GrowingRows(() => this.page().refresh());
  readonly #progress = new ImportProgress(() => this.page().refresh());

  constructor(private readonly what: Importable, private readonly page: () => Page, private readonly after: () => Promise<void>,
    /** What else the report tells before it is confirmed. */
    private readonly more: (report: ImportReport) => TemplateResult | typeof nothing = () => nothing) {}

  readonly #choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const chosen = input.files?.[0];
    if (!chosen) return;
    this.#file = chosen;
    this.#report = null;
    this.#unreadable = false;
    this.#rows = new GrowingRows(() => this.page().refresh());
    void this.page().run(async () => {
      announce(say(words.checking));
      const file = await copyOf(chosen);
      input.value = ""; // the same file, corrected, can be chosen again
      this.#unreadable = file === null;
      if (!file) return announce(say(words.unreadable));
      this.#file = file;
      this.#report = await importTable(this.what, file);
      announce(this.#verdict(this.#report));
    });
  };

  readonly #confirm = (): void => {
    const [file, digest] = [this.#file, this.#report?.digest];
    if (!file || !digest) return;
    void this.page().run(async () => {
      this.#report = await this.#progress.while(() => importTable(this.what, file, digest));
      await this.after();
      announce(this.#verdict(this.#report));
    });
  };

  #changes({ added, changed }: ImportReport): number { return added + changed; }

  #verdict(report: ImportReport): string {
    if (report.done && report.matched !== undefined)
      return say(words.quotaDone, { rows: report.rows, matched: report.matched, unmatched: report.unmatched ?? 0 });
    if (report.done) return say(words.done, { added: report.added, changed: report.changed });
    if (report.problem_count > 0) return say(words.bad, { count: report.problem_count });
    if (this.what === "regional-quota") return say(words.quotaGood);
    return say(this.#changes(report) === 0 ? words.nothing : words.good);
  }

  #numbers(report: ImportReport): TemplateResult {
    const names = this.what === "regional-quota" ? (["rows"] as const) : (["rows", "added", "changed", "same"] as const);
    return html`
      <dl class="import-numbers">
        ${names.map((name) => html`<div><dt>${say(words[name])}</dt><dd>${report[name]}</dd></div>`)}
      </dl>`;
  }

  #replaced({ replaced, done }: ImportReport): TemplateResult | typeof nothing {
    return replaced === undefined || done ? nothing : html`<p>${say(words.quotaReplaces, { count: replaced })}</p>`;
  }

  #problems({ problems, problem_count: count }: ImportReport): TemplateResult | typeof nothing {
    if (count === 0) return nothing;
    return html`
      ${problems.length < count ? html`<p class="small">${say(words.first, { shown: problems.length })}</p>` : nothing}
      <div class="table-frame" role="group" aria-labelledby=${`${this.what}-checked`} tabindex="0">
        <table class="table office-table" id="problems">
          <thead><tr><th scope="col" class="number">${say(words.line)}</th><th scope="col" class="number">${say(words.column)}</th>
            <th scope="col">${say(words.heading)}</th><th scope="col">${say(words.problem)}</th></tr></thead>
          <tbody>${problems.map(({ line, column, heading, message }) => html`
            <tr><td class="number" data-label=${say(words.line)}>${line}</td>
              <td class="number" data-label=${say(words.column)}>${column === 0 ? say(words.whole) : column}</td>
              <td data-label=${say(words.heading)}>${heading || say(words.whole)}</td>
              <td data-label=${say(words.problem)}>${message}</td></tr>`)}</tbody>
        </table>
      </div>`;
  }

  #button(report: ImportReport): TemplateResult | typeof nothing {
    const quota = this.what === "regional-quota";
    if (report.done || !report.digest || (!quota && this.#changes(report) === 0)) return nothing;
    const text = quota ? say(words.quotaConfirm, { count: report.rows }) : say(words.confirm, { count: this.#changes(report) });
    return html`<p class="actions"><button type="button" id="confirm-import" class="button button--solid" aria-disabled=${this.page().busy}
      @click=${this.#confirm}>${text}</button></p>`;
  }

  /** The programs have a page of their own for it, the others a section of theirs. */
  #heading(): TemplateResult {
    const [id, text] = [`${this.what}-checked`, say(words.checked, { file: this.#file?.name ?? "" })];
    return this.what === "programs" ? html`<h2 id=${id}>${text}</h2>` : html`<h3 id=${id}>${text}</h3>`;
  }

  #told(report: ImportReport): TemplateResult {
    const kind = report.problem_count > 0 ? "error" : report.done ? "success" : "info";
    return html`
      <section class="section" aria-labelledby=${`${this.what}-checked`}>
        ${this.#heading()}
        ${banner({ kind, title: this.#verdict(report) })}
        ${this.#numbers(report)} ${this.#replaced(report)} ${this.#problems(report)} ${this.more(report)} ${this.#button(report)} ${this.#progress.draw()}
        ${report.done || report.problem_count > 0 ? nothing : changesTable(report, this.#rows, this.what)}
      </section>`;
  }

  draw(): TemplateResult {
    const id = `file-${this.what}`;
    return html`
      <div class="item">
        <label class="item__label" for=${id}>${say(words.choose)}</label>
        <p class="item__help" id=${`${id}-help`}>${say(words.encodings)}</p>
        <input type="file" id=${id} class="file-input" accept=".csv,.txt,.tsv,text/csv,text/plain" aria-describedby=${`${id}-help`} @change=${this.#choose} />
      </div>
      ${this.#unreadable ? banner({ kind: "error", title: say(words.unreadable) }) : nothing}
      ${this.#report ? this.#told(this.#report) : html`<p class="small">${say(this.page().busy && this.#file ? words.checking : words.nothingYet)}</p>`}`;
  }
}
