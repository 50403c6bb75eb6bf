// Times every contestant in one process, interleaved, so that the machine's noise meets all alike. Runs in node and in a page.
import { fiveErrors, settings, typed, valid } from "./forms.js";

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** A contestant: whole(values) → wrong items; one(value) → judges the form anew after its address became value. */
export function asContestant(create) {
  const check = create(settings);
  const form = { ...valid };
  return {
    whole: (values) => check(values),
    one(value) {
      form.address = value;
      return check(form);
    },
  };
}

export function coreAsContestant(core) {
  core.configure(settings);
  const form = core.form("registration");
  const errors = () => form.check().filter(({ severity }) => severity === "error").map(({ field }) => field);
  const edited = core.form("registration");
  edited.fill(valid);
  return {
    whole(values) {
      form.fill(values);
      return errors();
    },
    one(value) {
      edited.set("address", value);
      return edited.check();
    },
  };
}

const tasks = {
  valid: (contestant) => contestant.whole(valid),
  five: (contestant) => contestant.whole(fiveErrors),
  one: (contestant, turn) => contestant.one(typed[turn % typed.length]),
};

/** Microseconds a call, the median over rounds: {task: {name: µs}}. */
export function trial(contestants, { rounds = 41, milliseconds = 4 } = {}) {
  const names = Object.keys(contestants);
  const calls = {};
  const samples = {};
  for (const task in tasks) {
    for (const name of names) {
      let count = 0;
      const until = performance.now() + 60;
      while (performance.now() < until) tasks[task](contestants[name], count++);
      calls[`${task} ${name}`] = Math.max(8, Math.round((count * milliseconds) / 60));
      samples[`${task} ${name}`] = [];
    }
  }
  for (let round = 0; round < rounds; ++round) {
    for (const task in tasks) {
      for (let place = 0; place < names.length; ++place) {
        const name = names[(place + round) % names.length];
        const count = calls[`${task} ${name}`];
        const from = performance.now();
        for (let turn = 0; turn < count; ++turn) tasks[task](contestants[name], turn);
        samples[`${task} ${name}`].push(((performance.now() - from) * 1000) / count);
      }
    }
  }
  return Object.fromEntries(Object.keys(tasks).map((task) => [task, Object.fromEntries(names.map((name) => [name, median(samples[`${task} ${name}`])]))]));
}

/** Search as one types: folded haystacks and `includes` against the module, over the same entries. Microseconds a search. */
export function searchTrial(core, entries, { rounds = 61 } = {}) {
  const search = core.search(entries);
  const folded = entries.map(({ facility, name }) => ({ facility: core.fold(facility), name: core.fold(name) }));
  const queries = ["大学", "総合", "医療センター", "北", "プログラム", "zzz"].map((facility) => ({ facility }));
  const contestants = {
    senkoi: (query) => search.find(query).length,
    includes: (query) => {
      const needle = core.fold(query.facility);
      const found = [];
      for (let at = 0; at < folded.length; ++at) if (folded[at].facility.includes(needle)) found.push(at);
      return found.length;
    },
  };
  const samples = { senkoi: [], includes: [] };
  for (let round = 0; round < rounds; ++round) {
    for (const name in contestants) {
      const from = performance.now();
      for (let turn = 0; turn < 4; ++turn) for (const query of queries) contestants[name](query);
      samples[name].push(((performance.now() - from) * 1000) / (4 * queries.length));
    }
  }
  return { senkoi: median(samples.senkoi), includes: median(samples.includes) };
}
