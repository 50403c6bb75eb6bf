// Where Senkoi is: this script lies in <pages>/embed/<version>/, and the API below the pages, unless the author says otherwise.
export const wasmUrl = (): URL => new URL("core.wasm", import.meta.url);

/** The address that an author wrote, if it is one of the web; null for anything that would run in the page. */
function webAddress(said: string): string | null {
  try {
    const url = new URL(said, document.baseURI);
    return ["https:", "http:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** The pages' address with its last "/". */
export function siteOf(said: string): string {
  const address = (said && webAddress(said)) || new URL("../../", import.meta.url).href;
  return address.endsWith("/") ? address : `${address}/`;
}

/** The API's address without its last "/". */
export function apiOf(said: string, site: string): string {
  const address = (said && webAddress(said)) || `${site}api/v1`;
  return address.endsWith("/") ? address.slice(0, -1) : address;
}
