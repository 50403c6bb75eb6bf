// One item of a form about to be drawn: what its label, help and control have in common, and what its events do.
import { nothing } from "lit-html";
import { help } from "../../words/core_words.ts";
import type { ItemSpec } from "../../words/core_items.ts";
import type { FormState } from "../form/form_state.ts";
import { takeFilled } from "../form/form_state.ts";
import { whenReleased } from "./pointer_guard.ts";

export interface FieldOptions {
  /** Required although core's table does not say so, for it depends on another answer. */
  required?: boolean;
  /** Called after a choice or an input, when the page must change. */
  changed?: () => void;
  /** No sign for required or optional: a log-in asks for all it asks. */
  plain?: boolean;
  autocomplete?: string;
  /** Of the options of a select, those that the reader may choose. */
  only?: readonly string[] | undefined;
}

export interface Drawing {
  readonly form: FormState;
  readonly item: ItemSpec;
  readonly id: string;
  readonly options: FieldOptions;
  /** Redraws the page after the item has something new to say. */
  readonly refresh: () => void;
}

export const fieldId = (form: FormState, name: string): string => `${form.name}-${name}`;
export const labelOf = ({ form, item }: Drawing): string => form.label(item.name);
export const helpOf = ({ form, item }: Drawing): string => help(`${form.name}.${item.name}`, item);
export const isRequired = ({ item, options }: Drawing): boolean => options.required ?? item.required;
export const invalid = ({ form, item }: Drawing): "true" | typeof nothing =>
  form.finding(item.name)?.severity === "error" ? "true" : nothing;

/** For aria-describedby: the help, and what is said of the value. */
export function described(drawing: Drawing): string | typeof nothing {
  const { form, item, id } = drawing;
  const ids = [helpOf(drawing) ? `${id}-help` : "", form.finding(item.name) ? `${id}-said` : ""];
  return ids.filter((each) => each !== "").join(" ") || nothing;
}

/** While typing; a word that an input method still composes is remembered, but nothing moves under it. */
export const onInput = ({ form, item, options, refresh }: Drawing) => (event: Event): void => {
  const changed = form.type(item.name, (event.target as HTMLInputElement).value);
  if ((event as InputEvent).isComposing) return;
  options.changed?.();
  if (changed) refresh();
};

export const onLeave = ({ form, item, refresh }: Drawing) => (event: Event): void => {
  takeFilled(form, event.target);
  form.leave(item.name);
  whenReleased(refresh);
};

/** A choice is typed and left at once. */
export const onChoice = (drawing: Drawing, value: (target: HTMLInputElement) => string) => (event: Event): void => {
  drawing.form.type(drawing.item.name, value(event.target as HTMLInputElement));
  drawing.options.changed?.();
  onLeave(drawing)(event);
};
