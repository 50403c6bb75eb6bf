// @senkoi/core over the module: names for numbers, objects for memory. Every rule is in the module.
import { openForm } from "./form.js";
import { phoneOf } from "./phone.js";
import { searchOf } from "./search.js";
import { seasonOf } from "./season.js";

const severities = ["fine", "note", "warning", "error"];

/** The same names as keys of an object: engines keep one copy of each and compare two by their addresses. Changes the speed alone. */
const asKeys = (names) => Object.keys(Object.fromEntries(names.map((name) => [name, 0])));

/** Reads the module's description (wasm/description.hpp): codes, periods, states, forms. */
export function describe(module) {
  let at = module.description();
  let text = "";
  for (let unit; (unit = module.HEAPU8[at]); ++at) text += String.fromCharCode(unit);
  const [codes, periods, states, ...forms] = text.split("\n").map((line) => line.split(" "));
  return {
    codes: codes.map((word) => ({ code: word.slice(0, -1), severity: severities[word.at(-1)] })),
    periods,
    states,
    forms: new Map(forms.map(([name, ...words], number) => {
      const pairs = words.map((word) => word.split(":"));
      return [name, { number, items: Object.freeze(asKeys(pairs.map(([item]) => item))), rooms: pairs.map(([, room]) => +room) }];
    })),
  };
}

export function coreOf(module) {
  const names = describe(module);
  const open = (name) => {
    const known = names.forms.get(name);
    if (!known) throw new RangeError(`no form ${name}`);
    return openForm(module, known, names.codes);
  };
  /** A form of this file's own, with values; whether the module accepts each. */
  const own = {};
  const accepts = (name, values) => {
    const { form } = (own[name] ??= open(name));
    form.fill(values);
    return !form.check().some(({ field, severity }) => field in values && severity === "error");
  };
  return {
    form: (name) => open(name).form,
    configure({ now, startYear, passwordMin = 6, passwordMax = 20, refusedMailDomains = [], warnedMailDomains = [] }) {
      module.configure(now, startYear, passwordMin, passwordMax);
      const lists = [refusedMailDomains, warnedMailDomains].map((list) => list.join("\n"));
      const at = module.domains(lists[0].length, lists[1].length);
      if (!at) throw new RangeError("out of memory");
      module.HEAPU8.set(Uint8Array.from(lists.join(""), (unit) => (unit > "\x7f" ? 0 : unit.charCodeAt(0))), at);
    },
    yearsSinceLicence: (year, month) =>
      accepts("user_data", { licence_year: year, licence_month: month }) ? module.yearsSinceLicence(own.user_data.address) : null,
    displayUserId(userId) {
      if (!accepts("log_in", { user_id: userId })) return userId;
      module.displayUserId(own.log_in.address);
      return own.log_in.form.get("user_id");
    },
    ...phoneOf(module),
    ...seasonOf(module, names),
    ...searchOf(module),
  };
}
