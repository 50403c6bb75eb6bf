// Whether this tab has seen its reader logged in: what the public pages know without asking the server. Decides nothing but the menu.
// When a log-in ends or another begins, all that the tab kept of a person goes.
import { dropPersonal, keep, kept } from "./memory.ts";

export const seenLoggedIn = (): boolean => kept<boolean>("member") === true;
export const sawLoggedIn = (): void => keep("member", true);
export const sawLoggedOut = dropPersonal;
