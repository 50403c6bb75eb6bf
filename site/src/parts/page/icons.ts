// The few pictures of the pages, as inline SVG in the colour of their text. They never carry meaning alone.
import type { TemplateResult } from "lit-html";
import { html, svg } from "./template.ts";

const framed = (inner: TemplateResult<2>, size = 24): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" width=${size} height=${size} aria-hidden="true" focusable="false">${inner}</svg>`;

export const mark = () => html`<svg class="mark" viewBox="0 0 32 32" width="36" height="36" aria-hidden="true" focusable="false">
  <rect width="32" height="32" rx="8" fill="currentColor" /><g class="icon__cut" fill="none" stroke-width="2.4" stroke-linecap="round">
  <path d="M8 9c0 6 8 5 8 13" opacity=".55" /><path d="M24 9c0 6-8 5-8 13" opacity=".55" /><path d="M16 9v13" /></g>
  <g class="icon__dot"><circle cx="16" cy="8.5" r="3" /><circle cx="16" cy="24" r="2.4" /></g></svg>`;

const stroke = (path: string) =>
  framed(svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />`);

export const errorIcon = () => framed(svg`<path d="M8 2h8l6 6v8l-6 6H8l-6-6V8z" fill="currentColor"/><path d="M12 7v6m0 3.5v.5" class="icon__cut" stroke-width="2.2" stroke-linecap="round"/>`);
export const warningIcon = () => framed(svg`<path d="M12 3 23 21H1z" fill="currentColor"/><path d="M12 10v5m0 2.6v.4" class="icon__cut" stroke-width="2.2" stroke-linecap="round"/>`);
export const successIcon = () => framed(svg`<circle cx="12" cy="12" r="10" fill="currentColor"/><path d="m7.5 12.5 3 3 6-6.5" class="icon__cut" fill="none" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>`);
export const infoIcon = () => framed(svg`<circle cx="12" cy="12" r="10" fill="currentColor"/><path d="M12 11v6m0-10v.5" class="icon__cut" stroke-width="2.2" stroke-linecap="round"/>`);
export const arrowIcon = () => stroke("m9 5 7 7-7 7");
export const backIcon = () => stroke("m15 5-7 7 7 7");
export const menuIcon = () => stroke("M4 6h16M4 12h16M4 18h16");
export const globeIcon = () => stroke("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18");
export const clockIcon = () => stroke("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3 2");
export const mailIcon = () => stroke("M3 6h18v12H3zM3 7l9 6 9-6");
export const copyIcon = () => stroke("M9 9h11v11H9zM5 15H4V4h11v1");
export const printIcon = () => stroke("M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z");
export const checkIcon = () => stroke("m5 12.5 4.5 4.5L19 7");
