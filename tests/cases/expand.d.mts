// The types of expand.mjs, for runners that are checked.
export interface Row {
  file: string;
  name: string;
  form: string;
  settings: { now: number; startYear: number; passwordMin?: number; passwordMax?: number; refusedMailDomains?: string[]; warnedMailDomains?: string[] };
  values: Record<string, string>;
  expect: { codes: Record<string, string>; values: Record<string, string> };
}
export function textOf(written: unknown): string;
export function cases(): Row[];
export interface Search {
  name: string;
  query: { prefecture?: string; facility?: string; name?: string };
  found: number[];
}
export function searches(): { catalogue: { prefecture: string; facility: string; name: string }[]; searches: Search[] };
