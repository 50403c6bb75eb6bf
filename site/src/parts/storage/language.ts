// The reader's language: ?lang= in the address, else the one chosen before, else Japanese. Changing it keeps all that was typed.
import { Away } from "../../api/problem.ts";
import { loadCoreWords } from "../../words/core_words.ts";
import { language, speak, type Language } from "../../words/i18n.ts";
import { remembered, remember } from "./memory.ts";

const parameter = "lang";
const isLanguage = (text: string | null): text is Language => text === "ja" || text === "en";

export const other = (): Language => (language() === "ja" ? "en" : "ja");

export function addressIn(of: Language): string {
  const url = new URL(location.href);
  url.searchParams.set(parameter, of);
  return url.pathname + url.search;
}

function speakAs(next: Language): void {
  speak(next);
  document.documentElement.lang = next;
}

/** Chooses the language; core's words in it are still to be loaded. */
export function chooseLanguage(): void {
  const asked = new URLSearchParams(location.search).get(parameter);
  const kept = remembered("language");
  const chosen = isLanguage(asked) ? asked : isLanguage(kept) ? kept : "ja";
  if (isLanguage(asked)) remember("language", asked);
  speakAs(chosen);
}

/** Fails as a request does. */
export async function loadWords(of: Language = language()): Promise<void> {
  try {
    await loadCoreWords(of);
  } catch (cause) {
    console.error(cause);
    throw new Away("unreachable");
  }
}

export async function changeLanguage(): Promise<void> {
  const next = other();
  await loadWords(next);
  speakAs(next);
  remember("language", next);
  history.replaceState(history.state, "", addressIn(next) + location.hash);
}
