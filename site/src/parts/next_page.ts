// Where a log-in leads: back to the page where the session ended, if it is one of ours (M3.1; no open redirect).
const parameters = new URLSearchParams(location.search);

/** The page of ?next= within the folder, with its query and fragment; `otherwise` where it is none of those known. */
export function nextPage(folder: URL, known: object, otherwise: string): string {
  const next = parameters.get("next") ?? otherwise;
  if (!URL.canParse(next, folder)) return otherwise;
  const wanted = new URL(next, folder);
  const page = wanted.href.startsWith(folder.href) ? wanted.pathname.slice(folder.pathname.length) : "";
  return page.slice(0, -".html".length) in known ? page + wanted.search + wanted.hash : otherwise;
}
