// Whether postal code, prefecture and address speak of one place (M2.3). Which prefecture a postal code lies in was
// taken from Japan Post's table (KEN_ALL, 2025): its first two digits say it, but for 24 of three digits that lie in
// several. tests/core/place_test.cpp holds this against that table. Pure; safe from any thread.
#pragma once

#include <array>

#include "senkoi/rules/text/units.hpp"

namespace senkoi::rules {

/// Whether postal codes that begin with these three digits may lie in the prefecture of that number.
bool postalCodesLieIn(unsigned threeDigits, unsigned prefecture);

/// The same of a canonical postal code (100-0001).
template <class Text>
constexpr bool mayLieIn(Text const& postalCode, unsigned prefecture) {
  auto const digit = [&](std::size_t place) { return static_cast<unsigned>(postalCode.data()[place] - '0'); };
  return postalCodesLieIn(100 * digit(0) + 10 * digit(1) + digit(2), prefecture);
}

/// The prefecture whose name a text begins with, by its number, and how many units the name takes; 0 where there is
/// none.
struct NamedPrefecture {
  unsigned number = 0;
  std::size_t size = 0;
};

/// The prefecture of this name; `count` is 3 or 4. 0 where there is none.
unsigned prefectureNamed(std::array<char32_t, 4> const& name, std::size_t count);

template <class Text>
constexpr NamedPrefecture prefectureAtHead(Text const& text) {
  std::array<char32_t, 4> head{};
  for (std::size_t at = 0, count = 0; at < text.size() && count < 4;) {
    head[count++] = next(text.data(), text.size(), at);
    unsigned const number = count < 3 ? 0 : prefectureNamed(head, count);
    if (number > 0) return {number, at};
  }
  return {};
}

}  // namespace senkoi::rules
