// The rules of the browser: the wasm core, started once a page and told the season. Where a browser runs no WebAssembly, the server's word.
import { createCore, type Core } from "@senkoi/core";
import { Away } from "../../api/problem.ts";
import { season, serverNow } from "../../api/season.ts";
import { limitPasswords } from "../../words/core_items.ts";
import { runsWasm, ServerRules } from "./server_rules.ts";

let starting: Promise<Core> | undefined;

async function start(): Promise<Core> {
  if (!runsWasm()) return new ServerRules();
  try {
    return await createCore();
  } catch (cause) {
    starting = undefined;
    console.error(cause);
    throw new Away("unreachable");
  }
}

/** The core, loaded once; it knows no season yet. Fails as a request does: its file must come over the network too. */
export const core = (): Promise<Core> => (starting ??= start());

/** The core with the server's clock, the present season and the operator's rules, as every form check needs it. */
export async function coreOfSeason(): Promise<Core> {
  const [rules, present] = await Promise.all([core(), season()]);
  const { start_year: startYear, policy: { passwordMinimum, passwordMaximum, ...domains } } = present;
  rules.configure({ now: serverNow(), startYear, passwordMin: passwordMinimum, passwordMax: passwordMaximum, ...domains });
  if (rules instanceof ServerRules) rules.hear(present.present);
  limitPasswords({ min: passwordMinimum, max: passwordMaximum });
  return rules;
}
