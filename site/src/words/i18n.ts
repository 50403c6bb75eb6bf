// What the pages say, in both languages side by side. A sentence without its translation does not compile.
export type Language = "ja" | "en";
export interface Said { readonly ja: string; readonly en: string; }
export type Words = Readonly<Record<string, Said>>;
export type Fillers = Readonly<Record<string, string | number>>;

let spoken: Language = "ja";

export const language = (): Language => spoken;
export function speak(next: Language): void {
  spoken = next;
}

export function fill(text: string, fillers: Fillers): string {
  let filled = text;
  for (const [name, value] of Object.entries(fillers)) filled = filled.replaceAll(`{${name}}`, () => String(value));
  return filled;
}

/** The sentence in the reader's language, its {placeholders} filled. */
export const say = (said: Said, fillers: Fillers = {}): string => fill(said[spoken], fillers);

/** Sentences after one another: Japanese has no space between them. */
export const together = (...sentences: readonly string[]): string => sentences.join(spoken === "ja" ? "" : " ");

/** A sentence cut at its {placeholders}, so that a template can stand in each: texts and names in turn. */
export function pieces(text: string): readonly { text?: string; slot?: string }[] {
  const found: { text?: string; slot?: string }[] = [];
  let rest = text;
  for (let open = rest.indexOf("{"); open >= 0; open = rest.indexOf("{")) {
    const close = rest.indexOf("}", open);
    if (close < 0) break;
    found.push({ text: rest.slice(0, open) }, { slot: rest.slice(open + 1, close) });
    rest = rest.slice(close + 1);
  }
  return [...found, { text: rest }];
}
