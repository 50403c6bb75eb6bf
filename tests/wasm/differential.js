// The same random forms asked natively and as wasm: both answer with the same codes and values (reliability 27).
//   node tests/wasm/differential.js [COUNT [SEED]]      10,000,000 forms by default, about five minutes
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createCore } from "./core.js";

const here = (path) => new URL(path, import.meta.url);
const native = process.env.CORE_ANSWERS ?? fileURLToPath(here("../../build/native/tests/core/core_answers"));
const base = JSON.parse(readFileSync(here("../cases/base.json"), "utf8"));
const fragments = [...JSON.parse(readFileSync(here("fragments.json"), "utf8")), "\ud842", "\udfb7"];

/** Mulberry32, as in tests/core/random_forms.cpp. */
function randomOf(state) {
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

function answersOf(core, seed) {
  core.configure(base.settings);
  const below = randomOf(seed);
  const names = Object.keys(order);
  const forms = names.map((name) => core.form(name));
  const some = (count) => {
    let made = "";
    for (; count > 0; --count) made += fragments[below(fragments.length)];
    return made;
  };
  const text = (value) => {
    const way = below(8);
    let made = way >= 6 ? some(1 + below(3)) : "";
    if (way >= 3) made += value;
    return way <= 4 ? made + some(below(way === 0 ? 40 : 4)) : made;
  };
  return (hash) => {
    const add = (unit) => { hash = Math.imul(hash ^ unit, 16777619); };
    const number = below(forms.length);
    const form = forms[number];
    for (const item of form.items) form.set(item, text(base.forms[names[number]][item]));
    const found = new Map(form.check().map((finding) => [finding.field, finding]));
    for (const item of form.items) {
      const finding = found.get(item);
      add(finding ? codes[finding.code].number : 0);
      if (finding?.severity === "error") continue;
      const value = form.get(item);
      for (let i = 0; i < value.length; ++i) add(value.charCodeAt(i));
    }
    return hash;
  };
}

const codes = JSON.parse(readFileSync(here("../../build/words/codes.json"), "utf8"));
const order = JSON.parse(readFileSync(here("../../build/words/forms.json"), "utf8"));

/** The number of the first hundred that differs, or -1. */
export async function firstDifference(count, seed) {
  const answer = answersOf(await createCore(), seed);
  const process = spawn(native, [String(seed), String(count)], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve, reject) => process.on("error", reject).on("close", resolve));
  let hundred = 0;
  for await (const line of createInterface({ input: process.stdout })) {
    let hash = 2166136261 | 0;
    for (let i = hundred * 100; i < Math.min(count, hundred * 100 + 100); ++i) hash = answer(hash);
    if (hash >>> 0 !== Number(line)) {
      process.kill();
      return hundred;
    }
    ++hundred;
  }
  if ((await ended) !== 0 || hundred !== Math.ceil(count / 100)) throw new Error("the native side ended early");
  return -1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count = 10_000_000, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
  const different = await firstDifference(count, seed);
  console.log(different < 0 ? `${count} forms of seed ${seed}: the same answers` : `seed ${seed}: hundred ${different} differs`);
  process.exitCode = different < 0 ? 0 : 1;
}
