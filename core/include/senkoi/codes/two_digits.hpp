// The text form of fields and prefectures: exactly two half-width digits ("02", "13"). Pure values; safe from any
// thread.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace senkoi {

/// Owns its two characters; converts to a view of them.
struct TwoDigits {
  std::array<char, 2> digits;

  constexpr std::string_view view() const { return {digits.data(), digits.size()}; }
  constexpr operator std::string_view() const { return view(); }
};

constexpr TwoDigits twoDigits(unsigned number) {
  return {{static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)}};
}

/// The number that two digits write, 0 where the text is not two digits or the number is above `most`.
constexpr unsigned fromTwoDigits(std::string_view text, unsigned most) {
  if (text.size() != 2) return 0;
  unsigned number = 0;
  for (char const digit : text) {
    if (digit < '0' || digit > '9') return 0;
    number = number * 10 + static_cast<unsigned>(digit - '0');
  }
  return number <= most ? number : 0;
}

}  // namespace senkoi
