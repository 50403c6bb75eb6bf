// The geometry of a gauge: an amount on a scale that always shows the whole limit and a little beyond it.
// Pure; shares of the width (0 to 100). Whether it is too many is the core's answer, not this one's.

export interface GaugeScale {
  /** Width of the part up to the limit. */
  readonly within: number;
  /** Width of the part above the limit, 0 where there is none. */
  readonly beyond: number;
  readonly limitAt: number;
}

const room = 1.12;

export function gaugeScale(amount: number, limit: number): GaugeScale {
  const end = Math.max(amount, limit, 1) * room;
  const share = (value: number): number => (value / end) * 100;
  const within = Math.min(amount, limit);
  return { within: share(within), beyond: share(amount - within), limitAt: share(limit) };
}
