// Which face the page shows: the data, the form to change them, or the check before saving. It stands in the address, so that the
// browser's own back and forward keys walk through the faces.
export type Mode = "view" | "change" | "check";

const isMode = (text: string | null): text is Mode => text === "change" || text === "check";

export function modeInAddress(): Mode {
  const step = new URLSearchParams(location.search).get("step");
  return isMode(step) ? step : "view";
}

export function goToMode(mode: Mode): void {
  const url = new URL(location.href);
  url.hash = "";
  if (mode === "view") url.searchParams.delete("step");
  else url.searchParams.set("step", mode);
  history.pushState(null, "", url);
}
