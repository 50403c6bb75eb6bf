// The items of every form as core describes them: order, kind, limits, how a browser may fill them in.
import type { FormName } from "@senkoi/core";
import forms from "@senkoi/words/forms.json";

export type Kind =
  | "text" | "mail" | "tel" | "digits" | "password" | "select" | "radio" | "checkbox" | "textarea" | "year" | "month";

export interface ItemSpec {
  readonly name: string;
  readonly kind: Kind;
  readonly required: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly autocomplete?: string;
  readonly inputmode?: string;
  readonly options?: readonly string[];
}

export const itemsOf = (form: FormName): readonly ItemSpec[] => forms[form];

export function itemOf(form: FormName, name: string): ItemSpec {
  const item = itemsOf(form).find((each) => each.name === name);
  if (!item) throw new Error(`${form} has no item ${name}`);
  return item;
}
