// @senkoi/core over the Emscripten module: names for numbers, objects for memory. Every rule is in the module.
import { Form } from "./form.js";

const severities = ["fine", "note", "warning", "error"];

/** Reads the module's description (wasm/description.hpp): codes, periods, states, forms. */
function describe(module) {
  let at = module.description();
  let text = "";
  for (let unit; (unit = module.HEAPU8[at]); ++at) text += String.fromCharCode(unit);
  const [codes, periods, states, ...forms] = text.split("\n").map((line) => line.split(" "));
  return {
    codes: codes.map((word) => ({ key: word.slice(0, -1), severity: severities[word.at(-1)] })),
    periods,
    states,
    forms: new Map(forms.map(([name, ...items], number) => [name, {
      number,
      items: Object.freeze(items.map((word) => word.replace(/\d+$/, ""))),
      rooms: items.map((word) => Number(/\d+$/.exec(word)[0])),
    }])),
  };
}

export function coreOf(module) {
  const { codes, periods, states, forms } = describe(module);

  /** Puts numbers into the scratch memory, with room for the answer; gives the answer's place. */
  const pass = (numbers) => {
    const start = module.scratch(8 * Math.max(numbers.length, 8)) / 8;
    module.HEAPF64.set(numbers, start);
    return (place) => module.HEAPF64[start + place];
  };
  /** Puts texts into the scratch memory, one behind the other. */
  const write = (...texts) => {
    const text = texts.join("");
    const start = module.scratch(2 * text.length) / 2;
    for (let i = 0; i < text.length; ++i) module.HEAPU16[start + i] = text.charCodeAt(i);
    return start;
  };
  const roundNumbers = (rounds) => rounds.flatMap((round) => [
    round.round, round.registration_from, round.registration_until, round.adoption_from, round.adoption_until, round.notification_at,
  ]);
  const refusal = (code) => (code ? codes[code].key : null);
  const form = (name) => {
    const known = forms.get(name);
    if (!known) throw new RangeError(`no form ${name}`);
    return new Form(module, known.number, known, codes);
  };
  const refused = (form, item) => form.checkItem(item)?.severity === "error";

  let licence, logIn;
  return {
    form,
    configure({ now, startYear, passwordMin = 6, passwordMax = 20, refusedMailDomains = [], warnedMailDomains = [] }) {
      module.configure(now, startYear, passwordMin, passwordMax);
      const [refused, warned] = [refusedMailDomains.join("\n"), warnedMailDomains.join("\n")];
      const at = module.domains(refused.length, warned.length);
      for (const [i, unit] of [...(refused + warned)].entries()) module.HEAPU8[at + i] = unit.charCodeAt(0);
    },
    yearsSinceLicence(year, month) {
      licence ??= form("user_data");
      licence.set("licence_year", year);
      licence.set("licence_month", month);
      const known = year && month && !refused(licence, "licence_year") && !refused(licence, "licence_month");
      return known ? module.yearsSinceLicence(licence.address) : null;
    },
    displayUserId(userId) {
      logIn ??= form("log_in");
      logIn.set("user_id", userId);
      if (refused(logIn, "user_id")) return userId;
      module.displayUserId(logIn.address);
      return logIn.get("user_id");
    },
    present(rounds, now) {
      const answer = pass(roundNumbers(rounds));
      module.present(rounds.length, now);
      return { round: answer(0), period: periods[answer(1)], until: Number.isNaN(answer(2)) ? null : answer(2) };
    },
    allowed(rounds, now, applications) {
      const answer = pass([...roundNumbers(rounds), ...applications.flatMap(({ round, state }) => [round, states.indexOf(state)])]);
      module.allowed(rounds.length, now, applications.length);
      const [apply, change, withdraw, alter, remove] = [0, 1, 2, 3, 4].map((place) => refusal(answer(place)));
      return { apply, switch: change, withdraw, change: alter, delete: remove };
    },
    overCapacity: (applicants, capacity) => module.overCapacity(applicants, capacity),
    ceilingFromPast(adoptions) {
      pass(adoptions);
      return module.ceilingFromPast(adoptions.length);
    },
    fold(text) {
      const start = write(text);
      const length = module.fold(text.length);
      return String.fromCharCode.apply(null, module.HEAPU16.subarray(start, start + length));
    },
    search(entries) {
      const catalogue = module.openCatalogue();
      for (const { prefecture, facility, name } of entries) {
        write(facility, name);
        module.add(catalogue, Number(prefecture), facility.length, name.length);
      }
      return {
        find({ prefecture = "", facility = "", name = "" }) {
          write(facility, name);
          const count = module.find(catalogue, Number(prefecture), facility.length, name.length);
          const start = module.foundAddress(catalogue) / 4;
          return module.HEAPU32.slice(start, start + count);
        },
      };
    },
  };
}
