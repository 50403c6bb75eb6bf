// A part of a page that is folded: its content is drawn when it is opened, and stays.
import "./fold.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "./template.ts";

export interface Fold {
  /** Also the element's ID, to which an address may lead. */
  id: string;
  summary: string;
  content: () => TemplateResult;
  refresh: () => void;
  /** Open from the start, as where there is room. */
  startsOpen?: boolean;
  /** The summary is as large as a heading of that level. */
  level?: 2 | 3;
}

const opened = new Set<string>();

/** Opens a fold from elsewhere: an address that leads to it, an error inside. Shown at the next drawing. */
export const unfold = (id: string): void => void opened.add(id);

const inAddress = (id: string): boolean => location.hash === `#${id}`;

export function fold({ id, summary, content, refresh, level, startsOpen = false }: Fold): TemplateResult {
  const open = startsOpen || opened.has(id) || inAddress(id);
  if (open) opened.add(id);
  const follow = (event: Event): void => {
    if (!(event.target as HTMLDetailsElement).open || opened.has(id)) return;
    opened.add(id);
    refresh();
  };
  const title = level === 2 ? html`<h2 class="fold__title">${summary}</h2>` : level === 3 ? html`<h3 class="fold__title">${summary}</h3>` : summary;
  return html`
    <details id=${id} class=${level ? "fold fold--part" : "fold"} ?open=${open} @toggle=${follow}>
      <summary>${title}</summary>
      ${open ? html`<div class="fold__content">${content()}</div>` : nothing}
    </details>`;
}
