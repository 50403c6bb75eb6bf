// Where one comes from and goes to.

/** Goes to another page, at the end of an action: until that page has come, which takes its time on a slow line, the action is not over. */
export function leaveFor(target: string): Promise<never> {
  location.assign(target);
  return new Promise<never>(() => {});
}

const parameters = new URLSearchParams(location.search);

/**
 * Where a log-in leads: back to the page where the session ended, if it is one of ours (M3.1; no open redirect). The page of ?next= within
 * the folder, with its query and fragment; `otherwise` where it is none of those known.
 */
export function nextPage(folder: URL, known: object, otherwise: string): string {
  const next = parameters.get("next") ?? otherwise;
  if (!URL.canParse(next, folder)) return otherwise;
  const wanted = new URL(next, folder);
  const page = wanted.href.startsWith(folder.href) ? wanted.pathname.slice(folder.pathname.length) : "";
  return page.slice(0, -".html".length) in known ? page + wanted.search + wanted.hash : otherwise;
}

/** Whether the reader came anew, not by reload, back or forward: what an earlier visit left on the page is not for a new one. */
export function isNewVisit(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type === "navigate";
}
