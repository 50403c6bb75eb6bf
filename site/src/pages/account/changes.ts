// What a change would change: item by item, before and after (M6.1).
import type { TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import { itemsOf } from "../../words/core_items.ts";
import { label } from "../../words/core_words.ts";
import { accountWords as words } from "../../words/account.ts";
import { say } from "../../words/i18n.ts";
import { shownValue, type PartRules } from "../../parts/form/applicant_items.ts";

type Values = Readonly<Record<string, string>>;
export interface Change { readonly name: string; readonly before: string; readonly after: string; }

export function changesOf(before: Values, after: Values): Change[] {
  return itemsOf("user_data")
    .map(({ name }) => ({ name, before: before[name] ?? "", after: after[name] ?? "" }))
    .filter((each) => each.before !== each.after);
}

const row = ({ name, before, after }: Change, rules: PartRules): TemplateResult => html`
  <tr>
    <th scope="row">${label(`user_data.${name}`)}</th>
    <td><span class="changes__face">${say(words.before)}</span>${shownValue(name, before, rules)}</td>
    <td><span class="changes__face">${say(words.after)}</span><strong>${shownValue(name, after, rules)}</strong></td>
  </tr>`;

export const changesTable = (changes: readonly Change[], rules: PartRules): TemplateResult => html`
  <table class="table changes">
    <thead><tr><th scope="col">${say(words.item)}</th><th scope="col">${say(words.before)}</th><th scope="col">${say(words.after)}</th></tr></thead>
    <tbody>${changes.map((change) => row(change, rules))}</tbody>
  </table>`;
