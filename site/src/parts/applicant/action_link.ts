// Something that one may do: a link, or the same greyed, with the core's reason why not now.
import type { TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import { sentence } from "../../words/core_words.ts";

export const doing = (name: string, target: string, refusal: string | null): TemplateResult =>
  refusal === null
    ? html`<a href=${target}>${name}</a>`
    : html`<a class="doing--off" role="link" aria-disabled="true">${name}</a><br /><span class="small">${sentence(refusal)}</span>`;
