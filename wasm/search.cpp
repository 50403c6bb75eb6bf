// Folding and search at the boundary. Texts come as UTF-16 units in the scratch memory, facility before name.
#include "senkoi/rules/search.hpp"

#include <emscripten/bind.h>

#include "wasm/settings.hpp"

namespace senkoi::wasm {
namespace {

/// An index and the records it found last.
struct Catalogue {
  rules::SearchIndex index;
  std::vector<std::uint32_t> found;
};

Catalogue& at(std::uint32_t address) {
  return *reinterpret_cast<Catalogue*>(static_cast<std::uintptr_t>(address));
}

struct Texts {
  std::u16string_view facility, name;
};

Texts texts(unsigned facility, unsigned name) {
  auto const* const units = static_cast<char16_t const*>(scratch(0));
  return {{units, facility}, {units + facility, name}};
}

std::uint32_t openCatalogue() {
  return reinterpret_cast<std::uintptr_t>(new Catalogue);
}
void closeCatalogue(std::uint32_t address) {
  delete &at(address);
}

void add(std::uint32_t address, unsigned prefecture, unsigned facility, unsigned name) {
  Texts const texts = wasm::texts(facility, name);
  at(address).index.add(static_cast<Prefecture>(prefecture), texts.facility, texts.name);
}

/// How many records match; foundAddress() is where their numbers stand. Prefecture 0 stands for all.
unsigned find(std::uint32_t address, unsigned prefecture, unsigned facility, unsigned name) {
  Texts const texts = wasm::texts(facility, name);
  rules::Query query{std::nullopt, rules::Needle{texts.facility}, rules::Needle{texts.name}};
  if (prefecture != 0) query.prefecture = static_cast<Prefecture>(prefecture);
  at(address).index.find(query, at(address).found);
  return static_cast<unsigned>(at(address).found.size());
}

std::uint32_t foundAddress(std::uint32_t address) {
  return reinterpret_cast<std::uintptr_t>(at(address).found.data());
}

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
