// Whether this tab has seen its reader logged in: what the public pages know without asking the server. Decides nothing but the menu.
// When one logs out or another logs in, all that the tab kept of a person goes. A session that ends by itself takes nobody's typing:
// changes of user data wait for the log-in, and go unless the same user comes back (M6.1).
import { areAnybodysChanges, areChangesOf } from "./kept_form.ts";
import { dropPersonal, keep, kept } from "./memory.ts";

export const seenLoggedIn = (): boolean => kept<boolean>("member") === true;
export const sawLoggedIn = (): void => keep("member", true);
export const sawLoggedOut = (): void => dropPersonal();
export const sawSessionEnd = (): void => dropPersonal(areAnybodysChanges);
export const sawLogIn = (userId: string): void => dropPersonal(areChangesOf(userId));
