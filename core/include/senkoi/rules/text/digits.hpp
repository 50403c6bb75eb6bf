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
  /// How many plus signs it had.
  std::size_t signs = 0;
  /// Whether it held anything that is neither digit nor allowed between them.
  bool others = false;

  constexpr std::string_view view() const { return {digits.data(), count < most ? count : most}; }
  constexpr void add(int digit) {
    if (count < most) digits[count] = static_cast<char>('0' + digit);
    ++count;
  }
};

/// Reads the digits of a text, tens in kanji as well (二十九, 十二). White space may stand between them, and the
/// characters of `between`, in any width and case; '-' there stands for everything that looks like a hyphen.
template <class Text>
[[gnu::noinline]] constexpr Digits digitsIn(Text const& text, std::u32string_view between) {
  Digits found;
  auto const* const units = text.data();
  std::size_t const size = text.size();
  std::size_t at = 0;  // most texts are half-width digits, which need no decoding
  for (; at < size && isAsciiDigit(static_cast<char32_t>(units[at])); ++at)
    found.add(static_cast<int>(units[at] - '0'));
  bool ten = false, afterDigit = at > 0;
  auto const endTen = [&] {
    if (ten) found.add(0);
    ten = false;
  };
  while (at < size) {
    char32_t const point = next(units, size, at);
    int const digit = digitOf(point);
    if (point == U'十') {
      endTen();
      if (!afterDigit) found.add(1);
      ten = true;
    } else if (digit >= 0) {
      found.add(digit);
      ten = false;
    } else if (!isSpace(point)) {
      endTen();
      char32_t const read = isHyphen(point) ? U'-' : lower(narrow(point));
      found.signs += read == '+';
      found.others = found.others || between.find(read) == std::u32string_view::npos;
    }
    afterDigit = digit >= 0;
  }
  endTen();
  return found;
}

/// The first code point of a text that is not empty.
template <class Text>
constexpr char32_t firstPoint(Text const& text) {
  std::size_t at = 0;
  return lower(narrow(next(text.data(), text.size(), at)));
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
