// A program's name, which breaks before its ending where it can: browsers find no phrases in such long words and would break anywhere.
import "./program_name.css";
import { html, nothing, type TemplateResult } from "lit-html";
import { nameEndings } from "../words/program.ts";

export function programName(name: string): TemplateResult {
  const ending = nameEndings.find((each) => name.lastIndexOf(each) > 0);
  const at = ending === undefined ? name.length : name.lastIndexOf(ending);
  return html`<span class="program-name">${name.slice(0, at)}${ending === undefined ? nothing : html`<wbr />`}${name.slice(at)}</span>`;
}
