// Registry number (医籍登録番号), M2.3a: 7 digits, a string and never a number. A 6-digit one gets its leading 0, which
// the applicant is told; full-width and kanji digits, spaces, hyphens, labels (No., 医籍登録番号), the licence's 第…号
// and what spreadsheets put around a number are read as meant. Five or fewer digits, more than seven and all zeros are
// refused. Pure; the text stays as it was when refused.
#pragma once

#include <algorithm>

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/text/digits.hpp"
#include "senkoi/rules/text/limits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

struct RegistryNumber {
  template <class Text>
  constexpr Code operator()(Text& text, Limits = {}, Context const& = {}) const {
    Digits found = digitsIn(text, pasted);
    if (!found.plain()) return Code::registryNumberCharacters;
    if (found.count < 6) return Code::registryNumberShort;
    if (found.count > 7) return Code::registryNumberLong;
    if (std::all_of(found.view().begin(), found.view().end(), [](char digit) { return digit == '0'; }))
      return Code::registryNumberZeros;
    bool const padded = found.count == 6;
    if (padded) found.pad();
    assign(text, found.view());
    return padded ? Code::registryNumberPadded : Code::ok;
  }
};
inline constexpr RegistryNumber registryNumber{};

}  // namespace senkoi::rules
