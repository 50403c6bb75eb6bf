// Digits as people write them, in any width, read into half-width ones. No heap; pure.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "senkoi/rules/text/classes.hpp"
#include "senkoi/rules/text/units.hpp"

namespace senkoi::rules {

struct Digits {
  static constexpr std::size_t most = 24;

  std::array<char, most> digits{};
  /// How many digits the text had; more than `most` count, but are not kept.
  std::size_t count = 0;
  /// Whether the text held anything that is neither digit nor ignorable.
  bool others = false;

  constexpr std::string_view view() const { return {digits.data(), count < most ? count : most}; }
  constexpr void add(int digit) {
    if (count < most) digits[count] = static_cast<char>('0' + digit);
    ++count;
  }
};

/// Reads the digits of a text; white space, and what `ignorable` accepts, may stand between them.
template <class Text, class Ignorable>
constexpr Digits digitsIn(Text const& text, Ignorable ignorable) {
  Digits found;
  everyPoint(text, [&](char32_t point) {
    int const digit = digitOf(point);
    if (digit >= 0) {
      found.add(digit);
    } else if (!isSpace(point) && !ignorable(point)) {
      found.others = true;
    }
    return true;
  });
  return found;
}

/// The number that a text of one to nine half-width digits writes, -1 for any other text.
template <class Text>
constexpr int numberIn(Text const& text) {
  if (text.size() == 0 || text.size() > 9) return -1;
  int number = 0;
  bool const digits = everyPoint(text, [&](char32_t point) {
    number = number * 10 + static_cast<int>(point) - '0';
    return isAsciiDigit(point);
  });
  return digits ? number : -1;
}

}  // namespace senkoi::rules
