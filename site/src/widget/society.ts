// Which field an author means by the attribute `society`. Pure.
import { aroundSociety as around } from "../words/widget.ts";

interface Names { readonly fields: Readonly<Record<string, string>>; readonly societies: Readonly<Record<string, string>>; }

const without = (text: string, { head = "", tail = "" }): string => {
  const headless = head !== "" && text.startsWith(head) ? text.slice(head.length) : text;
  return tail !== "" && headless.endsWith(tail) ? headless.slice(0, -tail.length) : headless;
};

/** Blind to width and case, and to what people put around the name of a specialty or of a society. */
const plain = (text: string): string => without(text.normalize("NFKC").trim().toLowerCase(), around);

/** "02", "2", "０２", the specialty or its society in either language, 「小児科領域」; null for anything else. */
export function fieldMeantIn({ ja, en }: { ja: Names; en: Names }, text: string): string | null {
  const asked = plain(text);
  if (asked === "") return null;
  const names = (field: string) => [field, String(Number(field)), ja.fields[field], en.fields[field], ja.societies[field], en.societies[field]];
  return Object.keys(ja.fields).find((field) => names(field).some((name) => name !== undefined && plain(name) === asked)) ?? null;
}
