// How much work it is to read a body or a table, in basic blocks of the machine code that were run: no clock, the same
// number at each run. The readers are compiled apart, with each block counted (CMakeLists.txt); nlohmann's parser and
// the rules of the forms, which are headers, are counted as well.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace senkoi::cost {

enum class Reader {
  flat,          // a body of texts
  nested,        // one with lists
  logIn,         // flat, then the form and its rules
  registration,  // the same with the longest flat form
};

inline constexpr std::array readers{Reader::flat, Reader::nested, Reader::logIn, Reader::registration};

std::uint64_t blocksOf(Reader, std::string_view body);

// A table of three columns.
std::uint64_t blocksOfTable(std::string_view bytes);

// What any body of this size may cost: twice what the dearest of its shapes does.
constexpr std::uint64_t mostBlocks(std::size_t bytes) {
  return 5000 + 125 * std::uint64_t{bytes};
}

}  // namespace senkoi::cost
