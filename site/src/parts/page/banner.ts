// The notification banner: what one must know at this point of the page.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "./template.ts";
import { errorIcon, infoIcon, successIcon, warningIcon } from "./icons.ts";

export type BannerKind = "error" | "warning" | "success" | "info";
export interface Banner {
  kind: BannerKind;
  title: string;
  body?: TemplateResult | typeof nothing;
  actions?: TemplateResult | typeof nothing;
  /** Read out at once; only for what answers an action. */
  alert?: boolean;
}

const icons = { error: errorIcon, warning: warningIcon, success: successIcon, info: infoIcon };

export const banner = ({ kind, title, body = nothing, actions = nothing, alert = false }: Banner): TemplateResult => html`
  <div class="banner banner--${kind}" role=${alert ? "alert" : "note"}>
    <div class="banner__icon">${icons[kind]()}</div>
    <div class="banner__text">
      <p class="banner__title">${title}</p>
      ${body}
      ${actions === nothing ? nothing : html`<div class="actions">${actions}</div>`}
    </div>
  </div>`;
