// @senkoi/core/schema: the items of a form with their labels, finished sentences, and a schema for libraries of forms.
import type { Core, Finding, FormItems, FormName } from "./core.js";

/** `words`: words/ja.json or words/en.json of this package; `forms`: its forms.json. */
export interface Files {
  readonly words: {
    readonly codes: Readonly<Record<string, string>>;
    readonly items: Readonly<Record<string, { readonly label: string; readonly help: string }>>;
    readonly options: Readonly<Record<string, string>>;
    readonly prefectures: Readonly<Record<string, string>>;
  };
  readonly forms: Readonly<Record<string, readonly { readonly name: string; readonly options: readonly string[] }[]>>;
  /** Where Settings differ from what forms.json says: `{ password: { min: 8, max: 64 } }`. */
  readonly limits?: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
}

export interface Item<Name extends string = string> {
  readonly name: Name;
  /** How it is entered: "text", "digits", "select", "radio", "checkbox", "password" … */
  readonly kind: string;
  readonly required: boolean;
  /** Characters. */
  readonly min: number;
  readonly max: number;
  /** Attributes of the same names. */
  readonly autocomplete: string;
  readonly inputmode: string;
  readonly label: string;
  readonly help: string;
  /** Of a choice; empty for what is typed. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** In the form's order. */
export function itemsOf<Name extends FormName>(name: Name, files: Files): readonly Item<FormItems[Name]>[];

/** What to show beside the item, with its label and limits filled in. */
export function sentenceOf(name: FormName, finding: Pick<Finding, "field" | "code">, files: Files): string;

/** Standard Schema, version 1 (standardschema.dev), as form libraries take it. */
export interface Schema<Values> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "senkoi";
    readonly validate: (input: unknown) =>
      | { readonly value: Values; readonly issues?: undefined }
      | { readonly issues: readonly { readonly message: string; readonly path?: readonly PropertyKey[] }[] };
    readonly types?: { readonly input: Partial<Values>; readonly output: Values };
  };
}

/** Errors are issues; notes and warnings stop nobody. The value is canonical, with an empty text for what is left out. */
export function standardSchema<Name extends FormName>(core: Core, name: Name, files: Files): Schema<Record<FormItems[Name], string>>;
