// Compiles under --strict in whatever way types are looked up; never runs.
import { createCore, type Core, type Finding } from "@senkoi/core";
import { itemsOf, sentenceOf, standardSchema } from "@senkoi/core/schema";
import forms from "@senkoi/core/forms.json" with { type: "json" };
import words from "@senkoi/core/words/en.json" with { type: "json" };
import address from "@senkoi/core/core.wasm";

export async function use(): Promise<readonly Finding[]> {
  const core: Core = await createCore({ wasm: new URL(address, import.meta.url) });
  const form = core.form("registration");
  // @ts-expect-error there is no such form
  core.form("registartion");
  const schema = standardSchema(core, "recovery", { words, forms });
  const result = schema["~standard"].validate({ mail: "a" });
  if (!result.issues) return [{ field: result.value.mail, code: "ok", severity: "fine" }];
  const label: string | undefined = itemsOf("registration", { words, forms })[0]?.label;
  const [first] = form.check();
  if (first) console.log(label, sentenceOf("registration", first, { words, forms }));
  return form.check();
}
