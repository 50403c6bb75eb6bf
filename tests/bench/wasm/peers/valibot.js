// The registration form as valibot has it: one pipe an item, the rules between items by forward and partialCheck.
import * as v from "valibot";
import { inFuture, isEntry, isLines, isText, patterns, read } from "./reading.js";

const text = (min, max) => v.pipe(v.string(), v.check((value) => isText(value, min, max)));
const shaped = (pattern) => v.pipe(v.string(), v.regex(pattern));

export default function create({ now }) {
  const between = (items, item, right) => v.forward(v.partialCheck(items.map((name) => [name]), right), [item]);
  const schema = v.pipe(
    v.object({
      family_name: text(1, 64),
      given_name: text(1, 64),
      registry_number: shaped(patterns.registryNumber),
      licence_year: v.pipe(v.string(), v.regex(patterns.licenceYear), v.check((year) => !inFuture(Number(year), 1, now))),
      licence_month: shaped(patterns.licenceMonth),
      postal_code: shaped(patterns.postalCode),
      prefecture: shaped(patterns.prefecture),
      address: text(1, 200),
      phone: shaped(patterns.phone),
      residency_program: text(1, 100),
      track: v.picklist(["program", "curriculum"]),
      curriculum_reason: v.picklist(["", "duty", "regional", "other"]),
      curriculum_reason_text: v.pipe(v.string(), v.check((value) => isLines(value, 1000))),
      regional_quota: v.picklist(["yes", "no"]),
      regional_quota_consent: v.picklist(["", "yes"]),
      password: shaped(patterns.password),
      password_again: v.pipe(v.string(), v.check(isEntry)),
    }),
    between(["licence_year", "licence_month"], "licence_month", 
      (form) => inFuture(Number(form.licence_year), 1, now) || !inFuture(Number(form.licence_year), Number(form.licence_month), now)),
    between(["track", "curriculum_reason"], "curriculum_reason", (form) => form.track !== "curriculum" || form.curriculum_reason !== ""),
    between(["curriculum_reason", "curriculum_reason_text"], "curriculum_reason_text",
      (form) => form.curriculum_reason !== "other" || form.curriculum_reason_text !== ""),
    between(["regional_quota", "regional_quota_consent"], "regional_quota_consent",
      (form) => form.regional_quota !== "yes" || form.regional_quota_consent !== ""),
    v.rawCheck(({ dataset: { value: form }, addIssue }) => {
      const mismatch = form.password !== "" && form.password_again !== "" && form.password !== form.password_again;
      if (mismatch) addIssue({ message: "", path: [{ type: "object", origin: "value", input: form, key: "password_again", value: form.password_again }] });
    }),
  );
  return (values) => {
    const parsed = v.safeParse(schema, read(values, now));
    return parsed.success ? [] : [...new Set(parsed.issues.map((issue) => issue.path[0].key))];
  };
}
