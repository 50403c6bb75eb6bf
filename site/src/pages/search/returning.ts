// What brings the results back as they were after a look at a program: the address, how many rows, how far down (M3.4).
import { drop, keep, kept } from "../../parts/storage/memory.ts";

export interface Place { readonly address: string; readonly shown: number; readonly top: number; }

const here = (): string => location.pathname + location.search;

export const keepPlace = (shown: number): void => keep("search", { address: here(), shown, top: scrollY } satisfies Place);

/** Where the link back to the results leads; the search says by the sign that it shall restore. */
export const addressOfResults = (): string => kept<Place>("search")?.address ?? "search.html";
export const signReturn = (): void => keep("search.returning", true);

function cameBack(): boolean {
  const signed = kept<boolean>("search.returning") === true;
  drop("search.returning");
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return signed || navigation?.type === "back_forward" || navigation?.type === "reload";
}

/** The place to restore; null for a search that begins afresh. */
export function keptPlace(): Place | null {
  const place = kept<Place>("search");
  return cameBack() && place?.address === here() ? place : null;
}
