// Where the API is: told by site.json beside the pages, so that one build serves any host.
import { Away } from "./problem.ts";

/** The folder of the pages, wherever a host put it: the bundler lays every script one folder below. */
const up = import.meta.env.DEV ? "/" : "..";
export const siteRoot = new URL(up, import.meta.url);

let base: Promise<string> | undefined;

async function readBase(): Promise<string> {
  try {
    const told: unknown = await (await fetch(new URL("site.json", siteRoot).href)).json();
    const api = typeof told === "object" && told !== null && "api" in told ? told.api : undefined;
    return typeof api === "string" ? api : "/api/v1";
  } catch {
    base = undefined;
    throw new Away("unreachable");
  }
}

export const apiBase = (): Promise<string> => (base ??= readBase());
