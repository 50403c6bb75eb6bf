// How long an entry may be, in code points after conversion. Pure values; safe from any thread.
#pragma once

#include <cstdint>

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/text/units.hpp"

namespace senkoi::rules {

/// `min` 0 means that the entry may stay empty.
struct Limits {
  std::uint16_t min = 0;
  std::uint16_t max = 0;

  constexpr bool required() const { return min > 0; }
  /// UTF-16 units that an entry may take before conversion; anything longer is `tooLong` unseen. Room for surrogate
  /// pairs and for what people put around a number.
  constexpr std::size_t units() const { return 2U * max + 24U; }
};

template <class Text>
[[gnu::noinline]] constexpr Code within(Limits const& limits, Text const& text) {
  constexpr std::size_t unitsOfPoint = 4 / sizeof(typename Text::value_type);  // at most
  if (text.size() <= limits.max && text.size() >= unitsOfPoint * limits.min) return Code::ok;
  std::size_t const length = countPoints(text);
  if (length > limits.max) return Code::tooLong;
  return length < limits.min ? Code::tooShort : Code::ok;
}

}  // namespace senkoi::rules
