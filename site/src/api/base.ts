// Where the API is: told by site.json beside the pages, so that one build serves any host. A host without an API names a folder of files
// there instead, which `senkoi export-static` wrote: then everything can be read, and nothing done.
import { Away, Refused } from "./problem.ts";

/** The folder of the pages, wherever a host put it: the bundler lays every script one folder below. */
const up = import.meta.env.DEV ? "/" : "..";
export const siteRoot = new URL(up, import.meta.url);

export interface Place {
  readonly api: string;
  /** The folder of the exported files, with its last "/"; null where there is an API. */
  readonly data: string | null;
  /** Where one applies instead; null where nobody said. */
  readonly apply: string | null;
}

let reading: Promise<Place> | undefined;

const textOf = (told: object, name: string): string | null => {
  const value = (told as Record<string, unknown>)[name];
  return typeof value === "string" && value !== "" ? value : null;
};

/** A web address, perhaps relative to the pages; null for anything that would run in the page. */
function webAddress(said: string | null): string | null {
  if (said === null || !URL.canParse(said, siteRoot)) return null;
  const url = new URL(said, siteRoot);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
}

async function readPlace(): Promise<Place> {
  try {
    const answer: unknown = await (await fetch(new URL("site.json", siteRoot).href)).json();
    const told = typeof answer === "object" && answer !== null ? answer : {};
    return { api: textOf(told, "api") ?? "/api/v1", data: webAddress(textOf(told, "data")), apply: webAddress(textOf(told, "apply")) };
  } catch {
    reading = undefined;
    throw new Away("unreachable");
  }
}

export const place = (): Promise<Place> => (reading ??= readPlace());

export const apiBase = async (): Promise<string> => (await place()).api;

const readable = ["/season", "/catalogue/", "/figures/", "/programs/", "/notices"];

/** The exported file that answers a question to the API; null where only an API can. */
export function fileOf(method: string, path: string): string | null {
  const [name = "", query = ""] = path.split("?");
  if (method !== "GET" || !readable.some((each) => (each.endsWith("/") ? name.startsWith(each) : name === each))) return null;
  const field = new URLSearchParams(query).get("field");
  return `${name.slice(1)}${field ? `/${field}` : ""}.json`;
}

/** Where to ask, and whether that is a file. Fails with Refused where there is nobody to ask. */
export async function addressOf(method: string, path: string): Promise<{ url: string; file: boolean }> {
  const { api, data } = await place();
  if (!data) return { url: api + path, file: false };
  const file = fileOf(method, path);
  if (!file) throw new Refused({ status: 405, code: "read_only", message: "", errors: [] });
  return { url: data + file, file: true };
}
