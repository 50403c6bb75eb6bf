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

let warned = false;

/** Two folders up: right where the script lies as it was published, a guess where a bundler took it elsewhere. */
function ownSite(): string {
  const [folder, , file] = new URL(import.meta.url).pathname.split("/").slice(-3);
  if (!warned && !(folder === "embed" && file === "senkoi.js")) {
    warned = true;
    console.warn("Senkoi: bundled elements do not know where Senkoi is. Give each the attributes site and api.");
  }
  return new URL("../../", import.meta.url).href;
}

/** The pages' address with its last "/". */
export function siteOf(said: string): string {
  const address = (said && webAddress(said)) || ownSite();
  return address.endsWith("/") ? address : `${address}/`;
}

/** Where the figures and the catalogue of a field are: at the API, or among exported files of a host without one. */
export function readingOf(api: string, said: string): (kind: "figures" | "catalogue", field: string) => string {
  const folder = said && webAddress(said);
  if (!folder) return (kind, field) => `${api}/${kind}/${field}`;
  return (kind, field) => new URL(`${kind}/${field}.json`, folder.endsWith("/") ? folder : `${folder}/`).href;
}

/** The API's address without its last "/". */
export function apiOf(said: string, site: string): string {
  const address = (said && webAddress(said)) || `${site}api/v1`;
  return address.endsWith("/") ? address.slice(0, -1) : address;
}
