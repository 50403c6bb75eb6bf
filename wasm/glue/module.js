// Starts a module without Emscripten's script: its memory, and its functions under the names that they are exported by.

/** Where memory is short, a module may only end. */
export const wasi_snapshot_preview1 = { proc_exit() { throw new RangeError("out of memory"); } };

/** A module's memory, which never grows, as what the other glue reads and writes. */
export const heapOf = ({ buffer }) => ({
  HEAPU8: new Uint8Array(buffer), HEAPU16: new Uint16Array(buffer), HEAPU32: new Uint32Array(buffer),
});

/** @param {(imports: WebAssembly.Imports) => Promise<WebAssembly.WebAssemblyInstantiatedSource>} instantiate */
export async function started(instantiate) {
  const module = {};
  let exports;
  const env = {
    // Only numbers cross this border (expose.hpp), so a call is Embind's invoker with its target bound: no types to look up, nothing to
    // convert, nothing to destroy. What is given up: a call with too few or too many arguments is not told.
    _embind_register_function(name, count, types, signature, invoker, target) {
      let exported = "";
      while (module.HEAPU8[name]) exported += String.fromCharCode(module.HEAPU8[name++]);
      module[exported] = exports.__indirect_function_table.get(invoker).bind(null, target);
    },
  };
  const made = await instantiate({ env, wasi_snapshot_preview1 });
  ({ exports } = made.instance ?? made); // of a module that was compiled before, the instance alone
  Object.assign(module, heapOf(exports.memory));
  exports._initialize();
  return module;
}
