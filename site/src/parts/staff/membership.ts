// Whether this tab has seen its reader logged in as staff. Decides nothing but what is said when the session is over.
import { dropPersonal, keep, kept } from "../storage/memory.ts";

export const staffSeen = (): boolean => kept<boolean>("staff") === true;
export const sawStaffIn = (): void => keep("staff", true);
export const sawStaffOut = (): void => dropPersonal();
