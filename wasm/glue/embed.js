// For the embeddable elements: the small module (wasm/embed) without Emscripten's script, under the names that the other glue calls.
import { describe } from "./core.js";
import { openForm } from "./form.js";
import { searchOf } from "./search.js";

const prefix = "senkoi_";

/** The one thing that the module may ask for: to end, where memory is short. */
const end = { wasi_snapshot_preview1: { proc_exit() { throw new RangeError("out of memory"); } } };

async function start(bytes) {
  const { instance: { exports } } = await WebAssembly.instantiate(bytes, end);
  exports._initialize?.();
  const { buffer } = exports.memory;
  const module = { HEAPU8: new Uint8Array(buffer), HEAPU16: new Uint16Array(buffer), HEAPU32: new Uint32Array(buffer) };
  for (const name in exports) if (name.startsWith(prefix)) module[name.slice(prefix.length)] = exports[name];
  return module;
}

/** Fails where the page forbids WebAssembly. */
export async function createCore(bytes) {
  const module = await start(bytes);
  const { forms, codes } = describe(module);
  return {
    form: (name) => openForm(module, forms.get(name), codes).form,
    ...searchOf(module),
    overCapacity: (applicants, capacity) => module.overCapacity(applicants, capacity) !== 0,
  };
}
