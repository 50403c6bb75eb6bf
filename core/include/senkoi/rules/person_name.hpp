// Family and given name, M2.3g: the exact code points of the licence are kept, old and variant kanji, combining marks
// and variation selectors included; only white space at the ends goes and what nobody sees, which is said where it
// stood inside (done before). What looks like a slip is warned of. Pure; never changes the text.
#pragma once

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/text/classes.hpp"
#include "senkoi/rules/text/limits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

/// Digits, ASCII and full-width signs, half-width kana, symbols, emoji: no part of a name on a licence, as far as
/// anyone knows.
constexpr bool unusualInName(char32_t point) {
  char32_t const narrowed = narrow(point);
  if (narrowed < 0x80) {
    bool const sign = narrowed == ' ' || narrowed == '-' || narrowed == '\'' || narrowed == '.' || narrowed == ',';
    return !isAsciiLetter(narrowed) && !sign;
  }
  return (point >= 0xFF61 && point <= 0xFF9F) || (point >= 0x2190 && point <= 0x2BFF) ||
         (point >= 0x1F000 && point <= 0x1FAFF);
}

struct PersonName {
  static constexpr auto joiners = Joiners::stay;
  static constexpr bool tellsDropped = true;

  template <class Text>
  constexpr Code operator()(Text& text, Limits limits, Context const& = {}) const {
    if (Code const length = within(limits, text); length != Code::ok) return length;
    bool unusual = false, space = false, kanji = false;
    everyPoint(text, [&](char32_t point) {
      unusual = unusual || unusualInName(point);
      space = space || isSpace(point);
      kanji = kanji || isKanji(point);
      return true;
    });
    if (unusual) return Code::nameUnusual;
    return space && kanji ? Code::nameWhole : Code::ok;
  }
};
inline constexpr PersonName personName{};

}  // namespace senkoi::rules
