// What the browser keeps: the language, the field and whether this is a demo for good, forms for as long as the tab lives. Never a password, never a session.
// A browser may forbid storage; then nothing is kept and nothing breaks.
const prefix = "senkoi.";

function quietly<T>(deed: () => T): T | null {
  try {
    return deed();
  } catch {
    return null;
  }
}

type Remembered = "language" | "field" | "demo";

export const remember = (name: Remembered, value: string): void => void quietly(() => localStorage.setItem(prefix + name, value));
export const remembered = (name: Remembered): string | null => quietly(() => localStorage.getItem(prefix + name));

/** Keeps a value for this tab only; it outlives reloads and the back button. */
export const keep = (name: string, value: unknown): void =>
  void quietly(() => sessionStorage.setItem(prefix + name, JSON.stringify(value)));
export const kept = <T>(name: string): T | null =>
  quietly(() => JSON.parse(sessionStorage.getItem(prefix + name) ?? "null") as T | null);
/** Everything that this tab keeps but what is `spared`: at a shared desk the next person finds nothing of the one before. */
export function dropPersonal(spared: (name: string) => boolean = () => false): void {
  quietly(() => {
    const names = Array.from({ length: sessionStorage.length }, (_, i) => sessionStorage.key(i) ?? "");
    for (const name of names) if (name.startsWith(prefix) && !spared(name.slice(prefix.length))) sessionStorage.removeItem(name);
  });
}
export const drop = (name: string): void => void quietly(() => sessionStorage.removeItem(prefix + name));
