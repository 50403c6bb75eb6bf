// For the embeddable elements: the small module (wasm/embed) without Emscripten's script, under the names that the other glue calls.
import { describe } from "./core.js";
import { openForm } from "./form.js";
import { heapOf, wasi_snapshot_preview1 } from "./module.js";
import { searchOf } from "./search.js";

const prefix = "senkoi_";

async function start(bytes) {
  const { instance: { exports } } = await WebAssembly.instantiate(bytes, { wasi_snapshot_preview1 });
  exports._initialize?.();
  const module = heapOf(exports.memory);
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
