// Folding and search at the boundary.
#include "wasm/catalogue.hpp"
#include "wasm/expose.hpp"

namespace senkoi::wasm {
namespace {

/// Folds the text of this length in the scratch memory in place; answers its new length.
unsigned foldScratch(unsigned length) {
  auto* const units = static_cast<char16_t*>(scratch(0));
  return static_cast<unsigned>(rules::fold(std::u16string_view{units, length}, units));
}

}  // namespace

EMSCRIPTEN_BINDINGS(search) {
  expose("openCatalogue", &openCatalogue);
  expose("closeCatalogue", &closeCatalogue);
  expose("add", &add);
  expose("find", &find);
  expose("foundAddress", &foundAddress);
  expose("fold", &foldScratch);
}

}  // namespace senkoi::wasm
