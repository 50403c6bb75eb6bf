// A gauge: how many there are against how many there may be. The picture is hidden from screen readers; the words beside it,
// which the page gives, say the same. What lies above the limit is red, stands beyond the limit's line, and is named in words.
import "./gauge.css";
import { nothing, type TemplateResult } from "lit-html";
import { html, svg } from "../page/template.ts";
import { gaugeScale } from "./gauge_scale.ts";

export const gaugeBar = (amount: number, limit: number, over: boolean): TemplateResult => {
  const { within, beyond, limitAt } = gaugeScale(amount, limit);
  return html`
    <svg class="gauge-bar" width="100%" height="20" aria-hidden="true" focusable="false">
      <rect class="gauge-bar__room" y="4" width=${`${limitAt}%`} height="12" rx="2" />
      <rect class="gauge-bar__amount" y="4" width=${`${within}%`} height="12" rx="2" />
      ${over ? svg`<rect class="gauge-bar__over" x=${`${limitAt}%`} y="4" width=${`${beyond}%`} height="12" rx="2" />` : nothing}
      <rect class="gauge-bar__limit" x=${`${limitAt}%`} width="2" height="20" />
    </svg>`;
};

/** How much of a whole that cannot be passed. */
export const shareBar = (part: number, whole: number): TemplateResult => html`
  <svg class="gauge-bar" width="100%" height="12" aria-hidden="true" focusable="false">
    <rect class="gauge-bar__room" width="100%" height="12" rx="2" />
    <rect class="gauge-bar__amount" width=${`${whole === 0 ? 0 : Math.min(100, (100 * part) / whole)}%`} height="12" rx="2" />
  </svg>`;

export interface Gauge {
  amount: number;
  limit: number;
  over: boolean;
  /** What is counted. */
  name: string;
  /** The two numbers. */
  numbers: string;
  /** What they mean. */
  meaning: string;
  /** The word for too many, shown where it is so. */
  overWord: string;
  /** What else there is to say below. */
  more?: TemplateResult | typeof nothing;
}

export const gauge = ({ amount, limit, over, name, numbers, meaning, overWord, more = nothing }: Gauge): TemplateResult => html`
  <div class=${over ? "gauge gauge--over" : "gauge"}>
    <p class="gauge__name">${name}</p>
    <p class="gauge__numbers"><strong>${numbers}</strong>${over ? html` <span class="badge badge--error">${overWord}</span>` : nothing}</p>
    ${gaugeBar(amount, limit, over)}
    <p class="gauge__meaning">${meaning}</p>
    ${more}
  </div>`;
