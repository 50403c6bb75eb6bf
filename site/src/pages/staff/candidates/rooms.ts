// What limits an adoption: the seats of the program and the limits of its cell, each with whom it holds (S2, T3, T4). In a season of one
// kind these are the capacity and the ceiling, and they hold everybody.
import type { Candidate, Seats } from "../../../api/directing.ts";

export interface Room {
  /** How many may still be adopted. */
  readonly left: number;
  readonly holds: (candidate: Candidate) => boolean;
}

const kindOf = ({ application }: Candidate): string => application.kind ?? "ordinary";
const counts = ({ application }: Candidate, at: "at_ceiling" | "at_capacity"): boolean => application.counts?.[at] !== false;

/** The node itself and what stands above it, its own first. A tree of one node holds every kind. */
function pathOf(limits: NonNullable<Seats["limits"]>, kind: string): Set<string> {
  const path = new Set<string>();
  if (limits.length === 1 && limits[0]!.node === "all") return new Set(["all"]);
  for (let node = limits.find((each) => each.node === kind); node && !path.has(node.node); node = limits.find((each) => each.node === node!.parent)) {
    path.add(node.node);
  }
  return path;
}

export function roomsOf({ left, ceiling_left, offers, limits = [] }: Seats): Room[] {
  const all: Room[] = offers
    ? offers.map(({ kind, left: seats }) => ({ left: seats, holds: (each) => counts(each, "at_capacity") && kindOf(each) === kind }))
    : [{ left, holds: (each) => counts(each, "at_capacity") }];
  if (!offers) return [...all, { left: ceiling_left ?? Infinity, holds: (each) => counts(each, "at_ceiling") }];
  const binding = limits.flatMap(({ node, left: free }) => (free === null ? [] : [{ node, free }]));
  return [...all, ...binding.map(({ node, free }) => ({ left: free, holds: (each: Candidate) => counts(each, "at_ceiling") && pathOf(limits, kindOf(each)).has(node) }))];
}

/** What is left for one adoption more of this candidate: of each limit that holds them, the least. */
export const leftFor = (seats: Seats, candidate: Candidate): number =>
  roomsOf(seats).filter(({ holds }) => holds(candidate)).reduce((least, { left }) => Math.min(least, left), Infinity);
