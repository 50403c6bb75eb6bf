// The 19 basic specialties (領域) and their societies (領域学会). Text form "01" … "19".
// Names as the Japanese Medical Specialty Board lists them. Pure values; safe from any thread.
#pragma once

#include <array>
#include <optional>

#include "senkoi/codes/language.hpp"
#include "senkoi/codes/two_digits.hpp"

namespace senkoi {

/// 1 … 19.
enum class Field : std::uint8_t { internalMedicine = 1, generalPractice = 19 };

inline constexpr std::size_t fieldCount = 19;

constexpr unsigned number(Field field) {
  return static_cast<unsigned>(field);
}
constexpr TwoDigits digits(Field field) {
  return twoDigits(number(field));
}

/// The field that "01" … "19" names; nothing for any other text.
constexpr std::optional<Field> fieldOf(std::string_view text) {
  unsigned const found = fromTwoDigits(text, fieldCount);
  if (found == 0) return std::nullopt;
  return static_cast<Field>(found);
}

}  // namespace senkoi
