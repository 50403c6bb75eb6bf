// What was asked and what was answered, as the people of a rush have it in writing.
import { percentile } from "../harness/figures.js";
import { headerOf } from "../harness/wire.js";

/** @typedef {{what: string, status: number, code: string, sentAt: number, answeredAt: number, ms: number, retryAfter: number | undefined}} Entry */

export class Ledger {
  /** @type {Entry[]} */
  entries = [];

  /** Writes an answer down; its JSON comes back where there is any to read. @param {import("../harness/wire.js").Answer} answer */
  note(what, answer) {
    const { status, head, body, sentAt, answeredAt, ms } = answer;
    const plain = body.length > 0 && headerOf(head, "content-encoding") === undefined;
    const said = plain ? JSON.parse(body.toString()) : undefined;
    const retryAfter = headerOf(head, "retry-after");
    this.entries.push({ what, status, code: status >= 400 ? said.code : "", sentAt, answeredAt, ms, retryAfter: retryAfter && Number(retryAfter) });
    return { status, said };
  }

  /** Rows of a table: how often each answer was given in each part of the time. @param {Record<string, (entry: Entry) => boolean>} parts */
  answers(parts) {
    const keys = [...new Set(this.entries.map(nameOf))].toSorted();
    const counts = Object.values(parts).map((isIn) => countBy(this.entries.filter(isIn), nameOf));
    return [["answers", ...Object.keys(parts)], ...keys.map((key) => [key, ...counts.map((count) => count.get(key) ?? 0)])];
  }

  /** Rows of a table: how long each request took in each part. @param {Record<string, (entry: Entry) => boolean>} parts */
  latencies(parts) {
    const kinds = [...new Set(this.entries.map(({ what }) => what))];
    const cells = (what) => Object.values(parts).map((isIn) => {
      const times = this.entries.filter((entry) => entry.what === what && isIn(entry)).map(({ ms }) => ms);
      return times.length === 0 ? "" : [0.5, 0.99, 1].map((part) => percentile(times, part).toFixed(1)).join(" / ");
    });
    return [["p50 / p99 / longest, ms", ...Object.keys(parts)], ...kinds.map((what) => [what, ...cells(what)])];
  }
}

const nameOf = ({ what, status, code }) => `${what} ${status || "broken"} ${code}`.trim();

function countBy(values, key) {
  const counts = new Map();
  for (const value of values) counts.set(key(value), (counts.get(key(value)) ?? 0) + 1);
  return counts;
}

/** A broken connection, or a refusal for want of room that does not say when to come again. @param {Entry} entry */
export const isUnanswered = ({ status, retryAfter }) => status === 0 || ((status >= 500 || status === 429) && !(retryAfter > 0));
