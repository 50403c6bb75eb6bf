// Which field an author means by the attribute `society`. Pure.
interface Names { readonly fields: Readonly<Record<string, string>>; readonly societies: Readonly<Record<string, string>>; }

const plain = (text: string): string => text.trim().toLowerCase();

/** "02", "2", the specialty or its society in either language; null for anything else. */
export function fieldMeantIn({ ja, en }: { ja: Names; en: Names }, text: string): string | null {
  const asked = plain(text);
  if (asked === "") return null;
  const names = (field: string) => [field, String(Number(field)), ja.fields[field], en.fields[field], ja.societies[field], en.societies[field]];
  return Object.keys(ja.fields).find((field) => names(field).some((name) => name !== undefined && plain(name) === asked)) ?? null;
}
