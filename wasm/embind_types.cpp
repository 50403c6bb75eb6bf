// The types that cross this module's border, registered instead of Embind's whole list: strings, views and JavaScript
// values never cross it, and what serves them would be a tenth of the package. These two functions replace those of
// Emscripten's system/lib/embind/bind.cpp (3.1.6); a type that is missing here is told when the module starts.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <cstdlib>
#include <limits>

namespace {

template <class Integer>
void registerInteger(char const* name) {
  using Range = std::numeric_limits<Integer>;
  emscripten::internal::_embind_register_integer(emscripten::internal::TypeID<Integer>::get(), name, sizeof(Integer),
                                                 Range::min(), Range::max());
}

}  // namespace

extern "C" {

/// Names types in messages about missing ones; the caller frees it.
char const* EMSCRIPTEN_KEEPALIVE __getTypeName(std::type_info const*) {
  return static_cast<char*>(std::calloc(1, 1));
}

EMSCRIPTEN_KEEPALIVE __attribute__((constructor)) void __embind_register_native_and_builtin_types() {
  using namespace emscripten::internal;
  _embind_register_void(TypeID<void>::get(), "void");
  _embind_register_bool(TypeID<bool>::get(), "bool", sizeof(bool), true, false);
  registerInteger<int>("int");
  registerInteger<unsigned>("unsigned");
  _embind_register_float(TypeID<double>::get(), "double", sizeof(double));
}
}
