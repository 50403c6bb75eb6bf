// Folding and search at the boundary.
#include <emscripten/bind.h>

#include "wasm/catalogue.hpp"

namespace senkoi::wasm {
namespace {

/// Folds the text of this length in the scratch memory in place; answers its new length.
unsigned foldScratch(unsigned length) {
  auto* const units = static_cast<char16_t*>(scratch(0));
  return static_cast<unsigned>(rules::fold(std::u16string_view{units, length}, units));
}

}  // namespace

EMSCRIPTEN_BINDINGS(search) {
  emscripten::function("openCatalogue", &openCatalogue);
  emscripten::function("closeCatalogue", &closeCatalogue);
  emscripten::function("add", &add);
  emscripten::function("find", &find);
  emscripten::function("foundAddress", &foundAddress);
  emscripten::function("fold", &foldScratch);
}

}  // namespace senkoi::wasm
