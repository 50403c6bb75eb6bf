// The reader's language: ?lang= in the address, else the one chosen before, else Japanese. Changing it keeps all that was typed.
import { loadCoreWords } from "../words/core_words.ts";
import { language, speak, type Language } from "../words/said.ts";
import { remembered, remember } from "./memory.ts";

const parameter = "lang";
const isLanguage = (text: string | null): text is Language => text === "ja" || text === "en";

export const other = (): Language => (language() === "ja" ? "en" : "ja");

export function addressIn(of: Language): string {
  const url = new URL(location.href);
  url.searchParams.set(parameter, of);
  return url.pathname + url.search;
}

async function use(next: Language): Promise<void> {
  await loadCoreWords(next);
  speak(next);
  document.documentElement.lang = next;
}

export function startLanguage(): Promise<void> {
  const asked = new URLSearchParams(location.search).get(parameter);
  const kept = remembered("language");
  const chosen = isLanguage(asked) ? asked : isLanguage(kept) ? kept : "ja";
  if (isLanguage(asked)) remember("language", asked);
  return use(chosen);
}

export async function changeLanguage(): Promise<void> {
  const next = other();
  await use(next);
  remember("language", next);
  history.replaceState(history.state, "", addressIn(next) + location.hash);
}
