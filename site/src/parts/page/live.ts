// Says something to screen readers without moving the focus. The shell lays the region on the page before the first word.
import { html } from "./template.ts";

const regionId = "announcements";
const gapMs = 120;

export const liveRegion = () => html`<div id=${regionId} class="for-readers" role="status" aria-live="polite"></div>`;

export function announce(sentence: string): void {
  const region = document.getElementById(regionId);
  if (!region) return;
  region.textContent = "";
  setTimeout(() => { region.textContent = sentence; }, gapMs);
}
