// Where the API is: told by site.json beside the pages, so that one build serves any host.
import { Away } from "./problem.ts";

let base: Promise<string> | undefined;

async function readBase(): Promise<string> {
  try {
    const told: unknown = await (await fetch("/site.json")).json();
    const api = typeof told === "object" && told !== null && "api" in told ? told.api : undefined;
    return typeof api === "string" ? api : "/api/v1";
  } catch {
    base = undefined;
    throw new Away("unreachable");
  }
}

export const apiBase = (): Promise<string> => (base ??= readBase());
