// Form values kept for the tab, so that a reload, the back button or another page loses nothing. Passwords are never kept.
import { drop, keep, kept } from "./memory.ts";

const key = (name: string) => `form.${name}`;

export const keepForm = (name: string, values: Record<string, string>): void => keep(key(name), values);
export const keptForm = (name: string): Record<string, string> => kept<Record<string, string>>(key(name)) ?? {};
export const dropForm = (name: string): void => drop(key(name));
