// What Embind asks of JavaScript, in place of Emscripten's embind.js (3.1.6). Only numbers cross this module's border (expose.hpp), so a call is
// Embind's invoker with its target bound: no types to look up, nothing to convert, nothing to destroy. That is a third of the script, and a
// call costs a tenth.
mergeInto(LibraryManager.library, {
  _embind_register_function__deps: ["$getWasmTableEntry"],
  _embind_register_function: function (name, count, types, signature, invoker, target) {
    var text = "";
    while (HEAPU8[name]) text += String.fromCharCode(HEAPU8[name++]);
    Module[text] = getWasmTableEntry(invoker).bind(null, target);
  },
});
