// A whole number as people write it: any width, blanks and commas between its digits, a spreadsheet's
// apostrophe before them and .0 behind; canonical are the digits alone.
// The limits of such an entry are those of the number itself. Pure; the text stays as it was when refused.
#pragma once

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/text/digits.hpp"
#include "senkoi/rules/text/limits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

struct WholeNumber {
  template <class Text>
  constexpr Code operator()(Text& text, Limits limits, Context const& = {}) const {
    Digits const found = digitsIn(text, U",'人名");
    if (found.others || found.count == 0) return Code::numberUnreadable;
    std::string_view digits = found.view();
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    if (found.count > Digits::most || digits.size() > 5) return Code::numberOutOfRange;
    unsigned number = 0;
    for (char const digit : digits) number = number * 10 + static_cast<unsigned>(digit - '0');
    if (number < limits.min || number > limits.max) return Code::numberOutOfRange;
    assign(text, digits);
    return Code::ok;
  }
};
inline constexpr WholeNumber wholeNumber{};

}  // namespace senkoi::rules
