// What is refused in every text, before its own rule: control characters, marks of writing direction, characters that
// no other machine could read (M2.3g; reliability 33). Pure; safe from any thread.
#pragma once

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/text/classes.hpp"
#include "senkoi/rules/text/units.hpp"

namespace senkoi::rules {

enum class Lines { one, many };

/// Code::ok, or the first fault in the text. Line breaks and tabs pass in texts of many lines only.
template <class Text>
constexpr Code soundness(Text const& text, Lines lines) {
  Code found = Code::ok;
  everyPoint(text, [&](char32_t point) {
    if (point >= 0x20 && point < 0x7F) return true;
    if (lines == Lines::many && (isLineBreak(point) || point == 0x09)) return true;
    if (isControl(point)) found = Code::controlCharacter;
    if (isDirection(point)) found = Code::directionCharacter;
    if (isUnreadable(point)) found = Code::unreadableCharacter;
    return found == Code::ok;
  });
  return found;
}

}  // namespace senkoi::rules
