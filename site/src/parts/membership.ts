// Whether this tab has seen its reader logged in: what the public pages know without asking the server. Decides nothing but the menu.
import { drop, keep, kept } from "./memory.ts";

export const seenLoggedIn = (): boolean => kept<boolean>("member") === true;
export const sawLoggedIn = (): void => keep("member", true);
export const sawLoggedOut = (): void => drop("member");
