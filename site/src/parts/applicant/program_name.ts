// The names of programs and facilities are Japanese on English pages, too: marked so, a screen reader speaks them right (WCAG 3.1.2).
import "./program_name.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import { nameEndings } from "../../words/program.ts";

/** Breaks before its ending where it can: browsers find no phrases in such long words and would break anywhere. */
export function programName(name: string): TemplateResult {
  const ending = nameEndings.find((each) => name.lastIndexOf(each) > 0);
  const at = ending === undefined ? name.length : name.lastIndexOf(ending);
  return html`<span class="program-name" lang="ja">${name.slice(0, at)}${ending === undefined ? nothing : html`<wbr />`}${name.slice(at)}</span>`;
}

export const facilityName = (name: string): TemplateResult => html`<span class="program-name" lang="ja">${name}</span>`;
