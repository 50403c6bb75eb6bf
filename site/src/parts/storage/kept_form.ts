// Form values kept for the tab, so that a reload, the back button or another page loses nothing. Passwords are never kept.
import { drop, keep, kept } from "./memory.ts";

const key = (name: string) => `form.${name}`;
const changes = "user_data.";

/** The name of the form in which a user changes their data: it carries whose they are. */
export const changesOfUser = (userId: string): string => changes + userId;
export const areChangesOf = (userId: string) => (kept: string): boolean => kept === key(changesOfUser(userId));
export const areAnybodysChanges = (kept: string): boolean => kept.startsWith(key(changes));

export const keepForm = (name: string, values: Record<string, string>): void => keep(key(name), values);
export const keptForm = (name: string): Record<string, string> => kept<Record<string, string>>(key(name)) ?? {};
export const dropForm = (name: string): void => drop(key(name));
