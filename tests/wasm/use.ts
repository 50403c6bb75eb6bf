// A page as it would use the module: compiles under --strict, never runs.
import { createCore, type Core, type Finding } from "../../build/wasm/core/core.js";

export async function use(): Promise<readonly Finding[]> {
  const core: Core = await createCore({ wasm: new URL("https://example.jp/core.wasm") });
  core.configure({ now: Date.now(), startYear: 2019, warnedMailDomains: ["example.org"] });
  const form = core.form("registration");
  for (const item of form.items) form.set(item, "");
  form.fill({ family_name: "山田" });
  const alone: Finding | null = form.checkItem("family_name");
  // @ts-expect-error there is no such item
  form.set("family_nmae", "");
  form.fill(new FormData());
  const { family_name }: Record<string, string> = form.values();
  form.set("given_name", family_name ?? "");
  const years: number | null = core.yearsSinceLicence("2017", "3");
  const found: Uint32Array = core.search([{ prefecture: "13", facility: "", name: "" }]).find({ name: "内科" });
  const { period, until } = core.present([], Date.now());
  const refusal: string | null = core.allowed([], Date.now(), [{ round: 1, state: "applied" }]).withdraw;
  const there: string | null = core.allowed([], Date.now(), [], { ownField: true, recruits: false }).apply;
  console.log(there, alone?.severity, years?.toFixed(), found.length, period === "gap", until?.toFixed(), refusal?.length);
  // @ts-expect-error there is no such form
  core.form("registartion");
  // @ts-expect-error findings are not for changing
  form.check().push();
  return form.check();
}
