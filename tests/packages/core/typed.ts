// Compiles under --strict in whatever way types are looked up; never runs.
import { createCore, type Core, type Finding } from "@senkoi/core";
import address from "@senkoi/core/core.wasm";

export async function use(): Promise<readonly Finding[]> {
  const core: Core = await createCore({ wasm: new URL(address, import.meta.url) });
  const form = core.form("registration");
  // @ts-expect-error there is no such form
  core.form("registartion");
  return form.check();
}
