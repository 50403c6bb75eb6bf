// The user ID: ten digits FFNNNNNNNC, field, number and check digit (ISO 7064, MOD 11,10), shown as "02-4839162-1".
// The check digit finds every single mistyped digit and nearly all neighbours swapped, before the server is asked
// (M3.1). Pure; no heap; thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "senkoi/codes/code.hpp"
#include "senkoi/codes/field.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/text/digits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

inline constexpr std::size_t userIdLength = 10;
inline constexpr std::uint32_t userIdNumbers = 10'000'000;  // numbers in each field

/// The check digit (0 … 9) of the first `size` digits.
constexpr int userIdCheckDigit(char const* digits, std::size_t size) {
  int product = 10;
  for (std::size_t i = 0; i < size; ++i) {
    int const sum = (product + static_cast<int>(digits[i] - '0')) % 10;
    product = (sum == 0 ? 10 : sum) * 2 % 11;
  }
  return (11 - product) % 10;
}

/// The user ID of a number below userIdNumbers in a field.
constexpr std::array<char, userIdLength> makeUserId(Field field, std::uint32_t number) {
  std::array<char, userIdLength> id{};
  for (std::size_t i = userIdLength - 1; i-- > 2; number /= 10) id[i] = static_cast<char>('0' + number % 10);
  id[0] = static_cast<char>('0' + senkoi::number(field) / 10);
  id[1] = static_cast<char>('0' + senkoi::number(field) % 10);
  id[userIdLength - 1] = static_cast<char>('0' + userIdCheckDigit(id.data(), userIdLength - 1));
  return id;
}

/// Canonicalises in place: any width, hyphens and spaces anywhere, with its label (ユーザID: 02-…), without the leading
/// zero that spreadsheets take. userIdShape: not ten digits of a field 01 … 19;
/// userIdCheckDigit: mistyped. The text stays as it was when refused.
template <class Text>
[[gnu::cold]] constexpr Code userId(Text& text, Context const& = {}) {
  Digits found = digitsIn(text, pasted);
  if (found.count == userIdLength - 1) found.pad();
  if (!found.plain() || found.count != userIdLength || !fieldOf(found.view().substr(0, 2))) return Code::userIdShape;
  bool const right = userIdCheckDigit(found.digits.data(), userIdLength - 1) == found.view().back() - '0';
  if (!right) return Code::userIdCheckDigit;
  assign(text, found.view());
  return Code::ok;
}

/// As it is shown and printed: "0248391621" → "02-4839162-1". `userId` has ten units, canonical.
template <class Unit>
constexpr std::array<Unit, userIdLength + 2> displayUserId(Unit const* userId) {
  std::array<Unit, userIdLength + 2> shown{};
  std::size_t written = 0;
  for (std::size_t i = 0; i < userIdLength; ++i) {
    if (i == 2 || i == userIdLength - 1) shown[written++] = '-';
    shown[written++] = userId[i];
  }
  return shown;
}

}  // namespace senkoi::rules
