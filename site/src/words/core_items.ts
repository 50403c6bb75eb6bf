// The items of every form as core describes them: order, kind, limits, how a browser may fill them in.
import type { FormName } from "@senkoi/core";
import type { StaffFormName } from "@senkoi/staff";
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

export type AnyFormName = FormName | StaffFormName;
const known: Partial<Record<AnyFormName, readonly ItemSpec[]>> = { ...forms };

/** Further forms, which not every page carries. */
export const addForms = (more: Partial<Record<AnyFormName, readonly ItemSpec[]>>): void => void Object.assign(known, more);

export const itemsOf = (form: AnyFormName): readonly ItemSpec[] => known[form] ?? [];

type Limits = Required<Pick<ItemSpec, "min" | "max">>;
let passwords: Limits | null = null;

/** The operator's limits, in place of core's defaults. */
export function limitPasswords(limits: Limits): void {
  passwords = limits;
}

/** A new password has a least length; the present one, and the repetition, are only compared. */
const limited = (item: ItemSpec, { min, max }: Limits): ItemSpec => ({ ...item, max, min: (item.min ?? 0) > 1 ? min : item.min ?? 0 });

export function itemOf(form: AnyFormName, name: string): ItemSpec {
  const item = itemsOf(form).find((each) => each.name === name);
  if (!item) throw new Error(`${form} has no item ${name}`);
  return item.kind === "password" && passwords ? limited(item, passwords) : item;
}
