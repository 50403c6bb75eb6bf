// What the types promise, as lists that the type checker holds complete: a key too many or too few does not compile,
// and types.test.js compares them with what is there at run time.
/** @import { Core, CreateOptions, Finding, Form, FormName, Search, Present, Allowed, Period, ApplicationState, Severity } from "../../build/wasm/core/core.d.ts" */

/** @satisfies {Record<keyof Core, true>} */
export const core = {
  form: true, configure: true, yearsSinceLicence: true, displayUserId: true, displayPhone: true, present: true, allowed: true,
  overCapacity: true, ceilingFromPast: true, fold: true, search: true,
};

/** @satisfies {Record<keyof Form, true>} */
export const form = { items: true, set: true, fill: true, get: true, checkItem: true, check: true, changes: true, clear: true, values: true, close: true };

/** @satisfies {Record<keyof Finding, true>} */
export const finding = { field: true, code: true, severity: true };

/** @satisfies {Record<keyof Search, true>} */
export const search = { find: true };

/** @satisfies {Record<keyof Present, true>} */
export const present = { round: true, period: true, until: true };

/** @satisfies {Record<keyof Allowed, true>} */
export const allowed = { apply: true, switch: true, withdraw: true, change: true, delete: true };

/** @satisfies {Record<FormName, true>} */
export const forms = {
  mail_entry: true, registration: true, user_data: true, log_in: true, recovery: true,
  password_reset: true, password_change: true, program_search: true,
};

/** @satisfies {Record<Period, true>} */
export const periods = { before: true, registration: true, gap: true, adoption: true, waiting: true, notified: true, over: true };

/** @satisfies {Record<ApplicationState, true>} */
export const states = { applied: true, withdrawn: true, adopted: true, rejected: true, held: true, declined: true };

/** @satisfies {Record<Severity, true>} */
export const severities = { fine: true, note: true, warning: true, error: true };

/** @satisfies {Record<keyof CreateOptions, true>} */
export const options = { wasm: true };
