// The 47 prefectures by their JIS X 0401 numbers. Text form "01" … "47". Pure values; safe from any thread.
#pragma once

#include <optional>

#include "senkoi/codes/language.hpp"
#include "senkoi/codes/two_digits.hpp"

namespace senkoi {

/// 1 … 47; only those that a rule names have a name here (M3.7).
enum class Prefecture : std::uint8_t {
  hokkaido = 1,
  tokyo = 13,
  kanagawa = 14,
  aichi = 23,
  osaka = 27,
  fukuoka = 40,
  okinawa = 47
};

inline constexpr std::size_t prefectureCount = 47;

constexpr unsigned number(Prefecture prefecture) {
  return static_cast<unsigned>(prefecture);
}
constexpr TwoDigits digits(Prefecture prefecture) {
  return twoDigits(number(prefecture));
}

/// The prefecture that "01" … "47" names; nothing for any other text.
constexpr std::optional<Prefecture> prefectureOf(std::string_view text) {
  unsigned const found = fromTwoDigits(text, prefectureCount);
  if (found == 0) return std::nullopt;
  return static_cast<Prefecture>(found);
}

}  // namespace senkoi
