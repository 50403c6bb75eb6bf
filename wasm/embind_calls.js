// The one function that the module asks of JavaScript, so that the link fails where it asks for another. glue/module.js gives it, in place of
// Emscripten's embind.js and emval.js.
mergeInto(LibraryManager.library, {
  _embind_register_function: function () {},
});
