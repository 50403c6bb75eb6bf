// The words that core owns (labels, help, codes, states, rounds, periods), built from it into one file a language; loaded with the page.
import { fill, language, type Language } from "./i18n.ts";
import type { ItemSpec } from "./core_items.ts";

export interface CoreWords {
  codes: Record<string, string>;
  items: Record<string, { label: string; help?: string }>;
  fields: Record<string, string>;
  prefectures: Record<string, string>;
  states: Record<string, string>;
  periods: Record<string, string>;
  rounds: Record<string, string>;
  societies: Record<string, string>;
  options: Record<string, string>;
  roles: Record<string, string>;
}

type Source = Record<Language, () => Promise<{ default: Partial<CoreWords> }>>;
const sources: Source[] = [{ ja: () => import("@senkoi/words/ja.json"), en: () => import("@senkoi/words/en.json") }];
const loaded = new Map<Language, CoreWords>();

const noWords = (): CoreWords =>
  ({ codes: {}, items: {}, fields: {}, prefectures: {}, states: {}, periods: {}, rounds: {}, societies: {}, options: {}, roles: {} });

/** Further words of core, which not every page carries; told before any are loaded. */
export const addWords = (source: Source): void => void sources.push(source);

function merged(parts: readonly Partial<CoreWords>[]): CoreWords {
  const words = noWords();
  for (const part of parts) for (const name of Object.keys(words) as (keyof CoreWords)[]) Object.assign(words[name], part[name]);
  return words;
}

/** Must have ended for a language before anything below is called in it; the page shell sees to that. */
export async function loadCoreWords(of: Language): Promise<void> {
  if (!loaded.has(of)) loaded.set(of, merged((await Promise.all(sources.map((source) => source[of]()))).map((part) => part.default)));
}

/** Empty while the words could not be loaded: a page can still say that the server is away. */
export const coreWords = (): CoreWords => loaded.get(language()) ?? noWords();

type Limits = Pick<ItemSpec, "min" | "max">;
const isDigit = (point: string | undefined): boolean => point !== undefined && point >= "0" && point <= "9";
/** An example (例：02-4839162-1) stays on one line: nothing breaks between a colon or a hyphen and a digit. */
const unbroken = (text: string): string =>
  [...text].map((point, i, all) => ((point === "-" || point === "：") && isDigit(all[i + 1]) ? `${point}\u2060` : point)).join("");
const filled = (text: string, { min, max }: Limits, name: string) => fill(unbroken(text), { min: min ?? "", max: max ?? "", label: name });

/** The sentence of a code; what it may name of an item (its label, its limits) comes from `of`. */
export function sentence(code: string, of: { label?: string; limits?: Limits } = {}): string {
  return filled(coreWords().codes[code] ?? code, of.limits ?? {}, of.label ?? "");
}
export const fieldName = (field: string): string => coreWords().fields[field] ?? field;
export const societyName = (field: string): string => coreWords().societies[field] ?? fieldName(field);
export const prefectureName = (prefecture: string): string => coreWords().prefectures[prefecture] ?? prefecture;
export const stateName = (state: string): string => coreWords().states[state] ?? state;
export const periodName = (period: string): string => coreWords().periods[period] ?? period;
export const roundName = (round: number): string => coreWords().rounds[round] ?? String(round);
export const roleName = (role: string): string => coreWords().roles[role] ?? role;
export const label = (item: string): string => coreWords().items[item]?.label ?? item;
export const help = (item: string, limits: Limits): string => filled(coreWords().items[item]?.help ?? "", limits, label(item));
export const optionName = (option: string): string => coreWords().options[option] ?? option;
