// The season as the server sees it, and the server's clock: deadlines are never judged by the reader's own.
import { place } from "./base.ts";
import { readSeason } from "./calls.ts";
import type { Season } from "./types.ts";

let clockAhead = 0;
let reading: Promise<Season> | undefined;

/** Sets the clock from an answer that carries the server's time. */
export function heardServerTime(serverNow: number): void {
  clockAhead = serverNow - Date.now();
}
export const serverNow = (): number => Date.now() + clockAhead;

async function readAfresh(): Promise<Season> {
  const season = await readSeason();
  if (!(await place()).data) heardServerTime(season.server_now); // a file knows only when it was written
  return season;
}

/** The season, read once a page. Fails as requests do; the next call then asks again. */
export function season(): Promise<Season> {
  reading ??= readAfresh().catch((cause: unknown) => {
    reading = undefined;
    throw cause;
  });
  return reading;
}

/** Forgets what was read: a period ended, or the demo's clock was moved. */
export function forgetSeason(): void {
  reading = undefined;
}
