// The applicant's data in its three parts, as registration asks for it and the user information shows it (M2.3, M6.1):
// which items stand together, which are asked only after another answer, and how each is drawn.
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import type { Core } from "@senkoi/core";
import { registerWords as words } from "../../words/register.ts";
import { label, optionName, prefectureName } from "../../words/core_words.ts";
import { months } from "../../words/dates.ts";
import { say, type Said } from "../../words/i18n.ts";
import { field, type FieldOptions } from "./field.ts";
import type { FormState } from "./form_state.ts";

export type PartName = "person" | "contact" | "training";
export const partItems: Readonly<Record<PartName, readonly string[]>> = {
  person: ["family_name", "given_name", "registry_number", "licence_year", "licence_month"],
  contact: ["postal_code", "prefecture", "address", "phone"],
  training: [
    "residency_program", "track", "curriculum_reason", "curriculum_reason_text", "regional_quota", "regional_quota_consent",
  ],
};
export const partTitles: Readonly<Record<PartName, Said>> = {
  person: words.titlePerson, contact: words.titleContact, training: words.titleTraining,
};

/** For FormState: what is asked only after another answer (M2.3d, M2.3e). Whether it is then required, core decides. */
export function unaskedItems(value: (name: string) => string): readonly string[] {
  const unasked: string[] = [];
  if (value("track") !== "curriculum") unasked.push("curriculum_reason", "curriculum_reason_text");
  else if (value("curriculum_reason") !== "other") unasked.push("curriculum_reason_text");
  if (value("regional_quota") !== "yes") unasked.push("regional_quota_consent");
  return unasked;
}

/** Of the rules, what the parts ask: the module of applicants and that of staff both know it. */
export type PartRules = Pick<Core, "yearsSinceLicence" | "displayPhone">;
export interface PartDrawing { form: FormState; rules: PartRules; refresh: () => void; }

const drawer = ({ form, refresh }: PartDrawing) => (name: string, options: FieldOptions = {}) =>
  field(form, name, refresh, { changed: refresh, ...options });

/** M2.3b: computed as one types, never typed. */
function years({ form, rules }: PartDrawing): TemplateResult {
  const count = rules.yearsSinceLicence(form.value("licence_year"), form.value("licence_month"));
  return html`
    <p class="result" role="status">
      <span>${say(words.years)}</span>
      ${count === null
        ? html`<span class="small">${say(words.yearsHow)}</span>`
        : html`<strong>${say(words.yearsValue, { years: count })}</strong>`}
    </p>`;
}

function person(drawing: PartDrawing): TemplateResult {
  const draw = drawer(drawing);
  return html`
    <div class="pair">${draw("family_name")} ${draw("given_name")}</div>
    ${draw("registry_number")}
    <div class="pair">${draw("licence_year")} ${draw("licence_month")}</div>
    ${years(drawing)}`;
}

function contact(drawing: PartDrawing): TemplateResult {
  const draw = drawer(drawing);
  return html`${draw("postal_code")} ${draw("prefecture")} ${draw("address")} ${draw("phone")}`;
}

function training(drawing: PartDrawing): TemplateResult {
  const { form } = drawing;
  const draw = drawer(drawing);
  const followUp = (names: readonly string[]) => {
    const asked = names.filter((name) => form.asks(name));
    return asked.length === 0 ? nothing : html`<div class="follow-up">${asked.map((name) => draw(name, { required: true }))}</div>`;
  };
  return html`
    ${draw("residency_program")}
    ${draw("track")} ${followUp(["curriculum_reason", "curriculum_reason_text"])}
    ${draw("regional_quota")} ${followUp(["regional_quota_consent"])}`;
}

const parts = { person, contact, training };
export const drawPart = (part: PartName, drawing: PartDrawing): TemplateResult => parts[part](drawing);

/** A value as people read it: the name of a choice, of a prefecture. */
export function shownValue(name: string, value: string, rules: PartRules): string {
  if (value === "") return say(words.empty);
  if (name === "prefecture") return prefectureName(value);
  if (name === "phone") return rules.displayPhone(value);
  if (name === "licence_year") return say(words.yearOf, { year: value });
  if (name === "licence_month") return say(months[Number(value) - 1] ?? words.empty);
  return ["track", "curriculum_reason", "regional_quota", "regional_quota_consent"].includes(name) ? optionName(`${name}.${value}`) : value;
}

export const fact = (name: string, value: string): TemplateResult => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

function yearsFact(form: FormState, rules: PartRules): TemplateResult | typeof nothing {
  const count = rules.yearsSinceLicence(form.value("licence_year"), form.value("licence_month"));
  return count === null ? nothing : fact(say(words.years), say(words.yearsValue, { years: count }));
}

/** The rows of one part on a check page; unasked items are left out. The years since the licence stand among them. */
export function partFacts(part: PartName, form: FormState, rules: PartRules): TemplateResult {
  const rows = partItems[part].filter((name) => form.asks(name));
  return html`<dl class="facts">
    ${rows.map((name) => fact(label(`${form.name}.${name}`), shownValue(name, form.value(name), rules)))}
    ${part === "person" ? yearsFact(form, rules) : nothing}
  </dl>`;
}
