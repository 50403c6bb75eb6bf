// The code of a kind of seats or of a class of applicants, as an office makes it (T1, T4): lower-case letters, digits
// and underscores, a letter first. Full-width and capital letters are read as these. Pure; the text stays as it was
// when refused.
#pragma once

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/text/limits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

struct KindCode {
  template <class Text>
  constexpr Code operator()(Text& text, Limits limits, Context const& = {}) const {
    bool sound = true, first = true;
    everyPoint(text, [&](char32_t point) {
      char32_t const read = lower(narrow(point));
      bool const letter = read >= U'a' && read <= U'z';
      sound = letter || (!first && ((read >= U'0' && read <= U'9') || read == U'_'));
      first = false;
      return sound;
    });
    if (!sound) return Code::kindCodeShape;
    rewrite(text, [](char32_t point) { return lower(narrow(point)); });
    return within(limits, text);
  }
};
inline constexpr KindCode kindCode{};

}  // namespace senkoi::rules
