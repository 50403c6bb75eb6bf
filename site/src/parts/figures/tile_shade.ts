// How full a prefecture is, as its tile shows it: percent of the limit, and the shade of that. Pure; whether it is too many is core's answer.
export type Level = "none" | "low" | "middle" | "full" | "over";
export interface Shade { readonly level: Level; /** Null where nothing recruits. */ readonly percent: number | null; }

/** The shade of a share that is not above its limit. */
function shade(percent: number): Level {
  if (percent <= 50) return "low";
  return percent <= 80 ? "middle" : "full";
}

export function tileShade(amount: number, limit: number, over: boolean): Shade {
  const share = (amount / Math.max(limit, 1)) * 100;
  const percent = over ? Math.ceil(share) : Math.floor(share);
  return { level: over ? "over" : shade(percent), percent };
}

export const noShade: Shade = { level: "none", percent: null };
