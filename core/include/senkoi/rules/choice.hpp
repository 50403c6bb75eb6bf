// Entries chosen from a list: a fixed list of options (M2.3d, M2.3e), or the 47 prefectures (M2.3c).
// Pure; the text stays as it was when refused.
#pragma once

#include <span>
#include <string_view>

#include "senkoi/codes/code.hpp"
#include "senkoi/codes/option.hpp"
#include "senkoi/codes/prefecture.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/text/digits.hpp"
#include "senkoi/rules/text/limits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

template <Item item>
struct Choice {
  template <class Text>
  constexpr Code operator()(Text& text, Limits = {}, Context const& = {}) const {
    for (std::string_view const option : optionsOf(item)) {
      if (is(text, option)) return Code::ok;
    }
    return Code::choiceUnknown;
  }
};

/// "13"; "１３" is read, and "1" becomes "01".
struct PrefectureChoice {
  template <class Text>
  constexpr Code operator()(Text& text, Limits = {}, Context const& = {}) const {
    Digits const found = digitsIn(text, U"'");
    if (found.others || found.count == 0 || found.count > 2) return Code::prefectureUnknown;
    unsigned number = 0;
    for (char const digit : found.view()) number = number * 10 + static_cast<unsigned>(digit - '0');
    if (number == 0 || number > prefectureCount) return Code::prefectureUnknown;
    assign(text, twoDigits(number));
    return Code::ok;
  }
};
inline constexpr PrefectureChoice prefectureChoice{};

}  // namespace senkoi::rules
