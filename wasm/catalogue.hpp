// The search at the boundary, as integer functions: texts come as UTF-16 units in the scratch memory, facility before
// name. A catalogue belongs to whoever opened it; not shared between threads. Nothing here can fail but for memory.
#pragma once

#include <cstdint>
#include <vector>

#include "senkoi/rules/search.hpp"
#include "wasm/settings.hpp"

namespace senkoi::wasm {

/// An index and the records it found last.
struct Catalogue {
  rules::SearchIndex index;
  std::vector<std::uint32_t> found;
};

inline Catalogue& at(std::uint32_t address) {
  return *reinterpret_cast<Catalogue*>(static_cast<std::uintptr_t>(address));
}

struct Texts {
  std::u16string_view facility, name;
};

inline Texts texts(unsigned facility, unsigned name) {
  auto const* const units = static_cast<char16_t const*>(scratch(0));
  return {{units, facility}, {units + facility, name}};
}

inline std::uint32_t openCatalogue() {
  return reinterpret_cast<std::uintptr_t>(new Catalogue);
}
inline void closeCatalogue(std::uint32_t address) {
  delete &at(address);
}

inline void add(std::uint32_t address, unsigned prefecture, unsigned facility, unsigned name) {
  Texts const texts = wasm::texts(facility, name);
  at(address).index.add(static_cast<Prefecture>(prefecture), texts.facility, texts.name);
}

/// How many records match; foundAddress() is where their numbers stand. Prefecture 0 stands for all.
inline unsigned find(std::uint32_t address, unsigned prefecture, unsigned facility, unsigned name) {
  Texts const texts = wasm::texts(facility, name);
  rules::Query query{std::nullopt, rules::Needle{texts.facility}, rules::Needle{texts.name}};
  if (prefecture != 0) query.prefecture = static_cast<Prefecture>(prefecture);
  at(address).index.find(query, at(address).found);
  return static_cast<unsigned>(at(address).found.size());
}

inline std::uint32_t foundAddress(std::uint32_t address) {
  return reinterpret_cast<std::uintptr_t>(at(address).found.data());
}

}  // namespace senkoi::wasm
