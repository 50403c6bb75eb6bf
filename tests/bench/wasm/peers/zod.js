// The registration form as zod has it: an object of refined strings, the rules between items in one superRefine over the parsed parts.
import * as z from "zod";
import { inFuture, isEntry, isLines, isText, patterns, read } from "./reading.js";

const text = (min, max) => z.string().refine((value) => isText(value, min, max));

export default function create({ now }) {
  const items = z.object({
    family_name: text(1, 64),
    given_name: text(1, 64),
    registry_number: z.string().regex(patterns.registryNumber),
    licence_year: z.string().regex(patterns.licenceYear).refine((year) => !inFuture(Number(year), 1, now)),
    licence_month: z.string().regex(patterns.licenceMonth),
    postal_code: z.string().regex(patterns.postalCode),
    prefecture: z.string().regex(patterns.prefecture),
    address: text(1, 200),
    phone: z.string().regex(patterns.phone),
    residency_program: text(1, 100),
    track: z.enum(["program", "curriculum"]),
    curriculum_reason: z.enum(["", "duty", "regional", "other"]),
    curriculum_reason_text: z.string().refine((value) => isLines(value, 1000)),
    regional_quota: z.enum(["yes", "no"]),
    regional_quota_consent: z.enum(["", "yes"]),
    password: z.string().regex(patterns.password),
    password_again: z.string().refine(isEntry),
  });
  // A rule between items is asked though other items are wrong, as a person expects: zod needs that said.
  const between = (item, right) => [right, { path: [item], when: () => true }];
  const schema = items
    .refine(...between("licence_month", (form) => !wholeDate(form) || !inFuture(Number(form.licence_year), Number(form.licence_month), now)))
    .refine(...between("curriculum_reason", (form) => form.track !== "curriculum" || form.curriculum_reason !== ""))
    .refine(...between("curriculum_reason_text", (form) => form.curriculum_reason !== "other" || form.curriculum_reason_text !== ""))
    .refine(...between("regional_quota_consent", (form) => form.regional_quota !== "yes" || form.regional_quota_consent !== ""))
    .refine(...between("password_again", (form) => form.password === "" || form.password_again === "" || form.password === form.password_again));
  const wholeDate = (form) =>
    patterns.licenceYear.test(form.licence_year) && patterns.licenceMonth.test(form.licence_month) && !inFuture(Number(form.licence_year), 1, now);
  return (values) => {
    const parsed = schema.safeParse(read(values, now));
    return parsed.success ? [] : [...new Set(parsed.error.issues.map((issue) => issue.path[0]))];
  };
}
