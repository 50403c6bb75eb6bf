// How the reader came to this page: anew, or once more (reload, back, forward).

/** What an earlier visit left on the page is not for a new one. */
export function isNewVisit(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type === "navigate";
}
