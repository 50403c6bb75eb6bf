// The geometry of a season on one line: each period of each round, the months as marks, the present as a point.
// Pure; which period it is now is the core's answer (core.present), not this one's.
import type { Round } from "@senkoi/core";

export type SegmentKind = "registration" | "gap" | "adoption" | "waiting";
export interface Segment { readonly round: number; readonly kind: SegmentKind; readonly from: number; readonly until: number; }
export interface SeasonLine { readonly from: number; readonly until: number; }

/** A round's periods in their order; empty ones (no gap, no waiting) are left out. */
export function segmentsOf(round: Round): Segment[] {
  const borders: [SegmentKind, number, number][] = [
    ["registration", round.registration_from, round.registration_until],
    ["gap", round.registration_until, round.adoption_from],
    ["adoption", round.adoption_from, round.adoption_until],
    ["waiting", round.adoption_until, round.notification_at],
  ];
  return borders
    .filter(([, from, until]) => from < until)
    .map(([kind, from, until]) => ({ round: round.round, kind, from, until }));
}

const day = 86_400_000;
const margin = 5 * day;

export function seasonLine(rounds: readonly Round[]): SeasonLine {
  const first = Math.min(...rounds.map((round) => round.registration_from));
  const last = Math.max(...rounds.map((round) => round.notification_at));
  return { from: first - margin, until: last + margin };
}

/** Share of the width, 0 to 100; what lies outside the season stands at its end. */
export function positionOn(line: SeasonLine, instant: number): number {
  return Math.min(100, Math.max(0, ((instant - line.from) / (line.until - line.from)) * 100));
}

const japan = 9 * 3_600_000;

/** The first instant of each month (Japan time) that begins on the line. */
export function monthStarts(line: SeasonLine): number[] {
  const first = new Date(line.from + japan);
  const starts: number[] = [];
  for (let month = 1; ; month++) {
    const instant = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1) - japan;
    if (!(instant < line.until)) return starts; // without a round the line has no ends
    starts.push(instant);
  }
}
