// The rules of the pages for staff: their own wasm module, so that pages of applicants don't carry it.
import { createCore, type StaffCore } from "@senkoi/staff";
import { Away, Refused } from "../../api/problem.ts";
import { season, serverNow } from "../../api/season.ts";
import { say } from "../../words/i18n.ts";
import { stateWords } from "../../words/states.ts";
import { runsWasm } from "../rules/server_rules.ts";
import "./words.ts";

let starting: Promise<StaffCore> | undefined;

async function start(): Promise<StaffCore> {
  if (!runsWasm()) throw new Refused({ status: 0, code: "no_webassembly", message: say(stateWords.staffNeedsWasm), errors: [] });
  try {
    return await createCore();
  } catch (cause) {
    starting = undefined;
    console.error(cause);
    throw new Away("unreachable");
  }
}

/** The module with the server's clock, the present season and the operator's rules; loaded once. Fails as a request does. */
export async function staffCoreOfSeason(): Promise<StaffCore> {
  const [rules, present] = await Promise.all([(starting ??= start()), season()]);
  const { start_year: startYear, policy: { passwordMinimum, passwordMaximum, ...domains } } = present;
  rules.configure({ now: serverNow(), startYear, passwordMin: passwordMinimum, passwordMax: passwordMaximum, ...domains });
  return rules;
}
