// What the address of a page says: its field, its secret after the #.
import { coreWords } from "../../words/core_words.ts";
import { keep, kept, remember, remembered } from "./memory.ts";

const isField = (text: string | null): text is string => text !== null && text in coreWords().fields;

/** The field that the address names; null while the words are loading. */
export function fieldInAddress(): string | null {
  const asked = new URLSearchParams(location.search).get("field");
  if (!isField(asked)) return null;
  remember("field", asked);
  return asked;
}

/** The field that the reader came for: from the address, else the one visited last; null while the words are loading, and where the
 *  address names a field that there is not: whoever meant another one chooses, and enters no field by mistake (M1.1). */
export function chosenField(): string | null {
  if (new URLSearchParams(location.search).has("field")) return fieldInAddress();
  const before = remembered("field");
  return isField(before) ? before : null;
}

/** "search.html" of wherever the site lies; empty at the entry. */
export const pageInAddress = (): string => location.pathname.slice(location.pathname.lastIndexOf("/") + 1);

export const withField = (page: string, field: string | null): string => (field ? `${page}?field=${field}` : page);

const tokenInHash = (): string | null => new URLSearchParams(location.hash.slice(1)).get("token");

/** True when the page was reached by a mailed link, until its secret is taken. */
export const arrivedByLink = (): boolean => tokenInHash() !== null;

/** A link pasted over the page that is open changes the part after the # alone: the page then starts anew. */
export const startAnewOnLink = (): void => addEventListener("hashchange", () => arrivedByLink() && location.reload());

const proof = "proof";
/** The secret of the last mailed link in this tab: whoever asks for another letter shows by it that the mailbox is theirs. */
export const mailboxProof = (): string | undefined => kept<string>(proof) ?? undefined;

/** Takes the secret of a mailed link out of the address bar and keeps it for this tab: a reload finds it, a screenshot does not. */
export function takeToken(purpose: string): string | null {
  const found = tokenInHash();
  if (found) {
    keep(`token.${purpose}`, found);
    keep(proof, found);
    history.replaceState(history.state, "", location.pathname + location.search);
  }
  return found ?? kept<string>(`token.${purpose}`);
}
