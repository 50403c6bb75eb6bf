// One request to the API, from a page that is not ours: no credentials, no cookie, nothing kept. Fails with Failed, never otherwise.
import { readProblem } from "../api/problem.ts";
import type { Language } from "../words/i18n.ts";

/** `code` is the API's, or "unreachable"; `said` a sentence of the server, or empty. */
export class Failed extends Error {
  constructor(readonly code: string, readonly said: string, readonly errors: readonly { field: string; code: string; message: string }[] = []) {
    super(code);
  }
}

export const timeoutMs = 20_000;

async function answerOf(url: string, init: RequestInit): Promise<{ ok: boolean; status: number; body: unknown }> {
  try {
    const response = await fetch(url, { ...init, mode: "cors", credentials: "omit", referrerPolicy: "no-referrer", signal: AbortSignal.timeout(timeoutMs) });
    const body: unknown = await response.json().catch(() => undefined);
    return { ok: response.ok, status: response.status, body };
  } catch {
    console.warn(`Senkoi: no answer from ${url}. Does it allow ${location.origin}, and this page's policy ${new URL(url).origin}?`);
    throw new Failed("unreachable", "");
  }
}

export async function ask<Answer>(url: string, language: Language, post?: unknown): Promise<Answer> {
  const headers: Record<string, string> = { Accept: "application/json", "Accept-Language": language };
  const init: RequestInit = { headers };
  if (post !== undefined) {
    headers["Content-Type"] = "application/json";
    init.method = "POST";
    init.body = JSON.stringify(post);
  }
  const { ok, status, body } = await answerOf(url, init);
  if (ok && body !== undefined) return body as Answer;
  const { code, message, errors } = readProblem(status, body);
  throw new Failed(ok ? "unknown" : code, message, errors);
}
