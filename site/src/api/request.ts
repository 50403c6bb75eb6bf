// One request to the API: time limit, retries where repeating is harmless, problem+json as errors, and word of a slow network.
// Fails with Refused or Away, never otherwise.
import { language } from "../words/i18n.ts";
import { actingFor, unlessForAnother } from "./acting.ts";
import { addressOf } from "./base.ts";
import { Away, readProblem, Refused } from "./problem.ts";

export interface Asking {
  body?: unknown;
  /** A table to import, sent as it is. */
  file?: Blob;
  headers?: Record<string, string>;
  /** Repeating does no harm although this is no GET: it says the same again, or an Idempotency-Key goes along. */
  repeatable?: boolean;
}

type Method = "GET" | "POST" | "PUT" | "DELETE";
type Address = Awaited<ReturnType<typeof addressOf>>;
type PaceListener = (slow: boolean) => void;

export const limits = { timeoutMs: 20_000, fileTimeoutMs: 120_000, slowAfterMs: 3_000, attempts: 3, backoffMs: 600, longestWaitMs: 5_000 };

const paceListeners = new Set<PaceListener>();
let slowRequests = 0;

/** Tells when a request has been waiting for long, and when none is any more. */
export function onPace(listener: PaceListener): void {
  paceListeners.add(listener);
}

function countSlow(change: 1 | -1): void {
  slowRequests += change;
  for (const listener of paceListeners) listener(slowRequests > 0);
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

function secondsToWait(response: Response): number | null {
  const seconds = Number(response.headers.get("Retry-After") ?? NaN);
  return Number.isFinite(seconds) ? seconds : null;
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function once(method: Method, { url, file }: Address, asking: Asking): Promise<unknown> {
  const headers: Record<string, string> = { Accept: "application/json", "Accept-Language": language(), ...asking.headers };
  const time = asking.file ? limits.fileTimeoutMs : limits.timeoutMs;
  const init: RequestInit = { method, headers, credentials: file ? "omit" : "include", signal: AbortSignal.timeout(time) };
  if (asking.file) {
    headers["Content-Type"] = "text/csv";
    init.body = asking.file.slice(0, asking.file.size, "text/csv");
  } else if (method !== "GET") {
    headers["Content-Type"] = "application/json";
    init.body = JSON.stringify(asking.body ?? {});
  }
  const response = await fetch(url, init);
  const body = await readBody(response);
  if (!response.ok) throw new Refused(readProblem(response.status, body), secondsToWait(response));
  return body;
}

function asFailure(cause: unknown): Refused | Away {
  if (cause instanceof Refused) return cause;
  if (cause instanceof DOMException && cause.name === "TimeoutError") return new Away("too_slow");
  return new Away(globalThis.navigator?.onLine === false ? "offline" : "unreachable");
}

/** How long to wait before the next attempt; null when there shall be none. */
export function waitBeforeRetry(failure: Refused | Away, attempt: number): number | null {
  if (attempt >= limits.attempts) return null;
  if (failure instanceof Away) return failure.reason === "offline" ? null : limits.backoffMs * attempt;
  if (failure.status < 502 || failure.status > 504) return null;
  const wait = failure.retryAfterSeconds === null ? limits.backoffMs * attempt : failure.retryAfterSeconds * 1000;
  return wait <= limits.longestWaitMs ? wait : null;
}

async function attempts(method: Method, address: Address, asking: Asking): Promise<unknown> {
  const repeatable = method === "GET" || asking.repeatable === true;
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(method, address, asking);
    } catch (cause) {
      const failure = asFailure(cause);
      const wait = repeatable ? waitBeforeRetry(failure, attempt) : null;
      if (wait === null) throw failure;
      await pause(wait);
    }
  }
}

async function paced(method: Method, path: string, asking: Asking): Promise<unknown> {
  let slow = false;
  const timer = setTimeout(() => { slow = true; countSlow(1); }, limits.slowAfterMs);
  try {
    return await attempts(method, await addressOf(method, path), asking);
  } finally {
    clearTimeout(timer);
    if (slow) countSlow(-1);
  }
}

export const ask = <Answer>(method: Method, path: string, asking: Asking = {}): Promise<Answer> =>
  paced(method, path, { ...asking, headers: { ...actingFor(method, path), ...asking.headers } }).catch(unlessForAnother) as Promise<Answer>;
