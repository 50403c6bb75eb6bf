// <senkoi-countdown>: the time left until an instant, by the server's clock. Says so aloud at ten minutes and at one minute,
// and fires "ended" once at the end. Reads its properties `until` (milliseconds) and `towards` (what begins or ends then).
import { html, type TemplateResult } from "lit-html";
import type { Period } from "@senkoi/core";
import { serverNow } from "../api/season.ts";
import { say, type Said } from "../words/said.ts";
import { countdownWords, stateWords as words } from "../words/states.ts";
import { announce } from "./live.ts";

const second = 1000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;
const longestTimer = hour;
const soon = 30 * minute;

const part = (said: Said, count: number) => say(said, { count });

/** "3日 4時間", "4時間 12分", "12分 05秒": the two largest units that matter. */
export function duration(ms: number): string {
  const [days, hours] = [Math.floor(ms / day), Math.floor((ms % day) / hour)];
  const [minutes, seconds] = [Math.floor((ms % hour) / minute), Math.floor((ms % minute) / second)];
  if (days > 0) return `${part(words.days, days)} ${part(words.hours, hours)}`;
  if (hours > 0) return `${part(words.hours, hours)} ${part(words.minutes, minutes)}`;
  return minutes > 0 ? `${part(words.minutes, minutes)} ${part(words.seconds, seconds)}` : part(words.seconds, seconds);
}

export type Towards = keyof typeof countdownWords;

/** What one waits for at the end of a period. */
export function towards(period: Period): Towards {
  if (period === "registration") return "closing";
  return period === "before" || period === "notified" ? "opening" : "border";
}

class Countdown extends HTMLElement {
  towards: Towards = "closing";
  #until = 0;
  #timer = 0;
  #said = new Set<Said>();
  #ended = false;

  set until(instant: number) {
    if (instant === this.#until) {
      this.#show();
      return;
    }
    this.#until = instant;
    this.#ended = false;
    this.#said.clear();
    this.#tick();
  }

  connectedCallback(): void { this.#tick(); }
  disconnectedCallback(): void { clearTimeout(this.#timer); }

  #show(): number {
    const left = Math.max(0, this.#until - serverNow());
    const text = left > 0 ? say(words.left, { time: duration(left) }) : say(countdownWords[this.towards].over);
    if (this.textContent !== text) this.textContent = text;
    this.toggleAttribute("data-soon", this.towards === "closing" && left < soon);
    return left;
  }

  #tick(): void {
    clearTimeout(this.#timer);
    if (!this.isConnected || this.#until === 0) return;
    const left = this.#show();
    if (left > 0) this.#sayAloud(left);
    if (left <= 0) return this.#end();
    const step = left > day ? minute : second;
    this.#timer = window.setTimeout(() => this.#tick(), Math.min(step, left, longestTimer));
  }

  #sayAloud(left: number): void {
    const { ten, one } = countdownWords[this.towards];
    const sentence = left <= minute ? one : left <= 10 * minute ? ten : null;
    if (!sentence || this.#said.has(sentence)) return;
    this.#said.add(sentence);
    announce(say(sentence));
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    announce(say(countdownWords[this.towards].over));
    this.dispatchEvent(new CustomEvent("ended"));
  }
}

customElements.define("senkoi-countdown", Countdown);

/** Towards a deadline, unless told otherwise. */
export const countdown = (until: number, to: Towards = "closing", ended: () => void = () => {}): TemplateResult =>
  html`<senkoi-countdown class="countdown" .towards=${to} .until=${until} @ended=${ended}></senkoi-countdown>`;
