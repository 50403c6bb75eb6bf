// The registration form as JSON Schema for ajv's standalone code: patterns, lengths in code points, if/then between items. What JSON Schema cannot
// say (a date in the future, two equal entries) stands in ajv.js.
import { patterns } from "./reading.js";

const text = (minLength, maxLength) => ({ type: "string", minLength, maxLength, format: "sound" });
const shaped = (pattern) => ({ type: "string", pattern: pattern.source });
const rule = (item, value, then) => ({ if: { properties: { [item]: { const: value } } }, then: { properties: then } });

export const schema = {
  type: "object",
  properties: {
    family_name: text(1, 64),
    given_name: text(1, 64),
    registry_number: shaped(patterns.registryNumber),
    licence_year: shaped(patterns.licenceYear),
    licence_month: shaped(patterns.licenceMonth),
    postal_code: shaped(patterns.postalCode),
    prefecture: shaped(patterns.prefecture),
    address: text(1, 200),
    phone: shaped(patterns.phone),
    residency_program: text(1, 100),
    track: { enum: ["program", "curriculum"] },
    curriculum_reason: { enum: ["", "duty", "regional", "other"] },
    curriculum_reason_text: { type: "string", format: "lines" },
    regional_quota: { enum: ["yes", "no"] },
    regional_quota_consent: { enum: ["", "yes"] },
    password: shaped(patterns.password),
    password_again: { type: "string", format: "entry" },
  },
  allOf: [
    rule("track", "curriculum", { curriculum_reason: { minLength: 1 } }),
    rule("curriculum_reason", "other", { curriculum_reason_text: { minLength: 1 } }),
    rule("regional_quota", "yes", { regional_quota_consent: { minLength: 1 } }),
  ],
};
