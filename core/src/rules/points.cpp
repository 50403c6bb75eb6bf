#include <algorithm>

#include "senkoi/rules/text/digits.hpp"
#include "senkoi/rules/text/invisible.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

bool isIgnorable(char32_t point) {
  for (Range const range : ignorableRanges) {
    if (point <= range.to) return point >= range.from;
  }
  return point >= 0xE0000 && point <= 0xE0FFF;
}

bool isUnseen(char32_t point, Lines lines) {
  if (lines == Lines::many && (isLineBreak(point) || point == 0x09)) return false;
  return isControl(point) || isIgnorable(point);
}

}  // namespace senkoi::rules
