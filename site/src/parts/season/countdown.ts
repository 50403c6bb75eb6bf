// <senkoi-countdown>: the time left until an instant, by the server's clock. Says so aloud at ten minutes and at one minute,
// and fires "ended" once at the end. Reads its properties `until` (milliseconds) and `towards` (what begins or ends then).
import type { TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import type { Period } from "@senkoi/core";
import { serverNow } from "../../api/season.ts";
import { say, type Said } from "../../words/i18n.ts";
import { countdownWords, stateWords as words } from "../../words/states.ts";
import { announce } from "../page/live.ts";

const second = 1000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;
const longestTimer = hour;
const soon = 30 * minute;

const units: readonly (readonly [length: number, many: Said, one: Said])[] = [
  [day, words.days, words.dayOne], [hour, words.hours, words.hourOne], [minute, words.minutes, words.minuteOne], [second, words.seconds, words.secondOne],
];

/** "3日 4時間", "12分 5秒", "2分": the largest unit and the one below it, unless that is none. */
export function duration(ms: number): string {
  const largest = units.findIndex(([length]) => ms >= length);
  let rest = ms;
  const parts = units.slice(largest, largest + 2).map(([length, many, one]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count === 0 ? "" : say(count === 1 ? one : many, { count });
  });
  return parts.filter((part) => part !== "").join(" ") || say(words.seconds, { count: 0 });
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
    const time = say(this.towards === "opening" ? words.leftToOpening : words.left, { time: duration(left) });
    const text = left > 0 ? time : say(countdownWords[this.towards].over);
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
