// Order statistics of a list of numbers.

/** The value below which the given part of all lies: percentile(times, 0.99). Undefined for no values. */
export function percentile(values, part) {
  const sorted = Float64Array.from(values).sort();
  return sorted.length === 0 ? undefined : sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}

export const median = (values) => percentile(values, 0.5);
