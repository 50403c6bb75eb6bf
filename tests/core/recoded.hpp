// A text in other units, for tests: UTF-8 to UTF-16, back, or to the same with U+FFFD for what is malformed.
#pragma once

#include <string>

#include "senkoi/rules/text/units.hpp"

namespace senkoi::tests {

template <class Unit, class Text>
std::basic_string<Unit> recoded(Text const& text) {
  std::basic_string<Unit> made;
  rules::everyPoint(text, [&](char32_t point) {
    Unit units[4];
    made.append(units, rules::put(units, point));
    return true;
  });
  return made;
}

}  // namespace senkoi::tests
