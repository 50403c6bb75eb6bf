// An entry of the log as its reader's language has it. The log itself is written once, in plain tokens that no translation changes.
import { coreWords, label } from "../../../words/core_words.ts";
import { say, type Said } from "../../../words/i18n.ts";
import { auditTokens } from "../../../words/staff_audit.ts";

const known: Readonly<Record<string, Said>> = auditTokens;
const staff = "staff ";

function word(token: string): string {
  const { states, roles } = coreWords();
  const item = `user_data.${token}`;
  const named = states[token] ?? roles[token] ?? (label(item) === item ? token : label(item));
  return known[token] ? say(known[token]) : named;
}

const phrase = (text: string): string => (known[text] ? say(known[text]) : text.split(" ").map(word).join(" "));

/** "applied to adopted", "capacity 5 to 12, name": what is no word of the log's stands as it is. */
export const readableDetail = (detail: string): string => detail.split(", ").map(phrase).join(say(auditTokens.join));

/** "staff 3" */
export const readableSubject = (subject: string): string =>
  subject.startsWith(staff) ? `${say(auditTokens.staff)} ${subject.slice(staff.length)}` : subject;

/** What somebody has typed as they see it, as the log has it. */
export function subjectMeant(typed: string): string {
  const text = typed.normalize("NFKC").trim();
  const shown = say(auditTokens.staff);
  return text.startsWith(shown) ? staff + text.slice(shown.length).trim() : text;
}

/** User IDs are shown in groups. */
export const actorMeant = (typed: string): string => typed.normalize("NFKC").trim().replaceAll("-", "");
