// Postal code, M2.3: 1000001, 100-0001, 〒１００－０００１番 all become 100-0001. Pure; the text stays as it was when
// refused.
#pragma once

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/text/digits.hpp"
#include "senkoi/rules/text/limits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

struct PostalCode {
  template <class Text>
  constexpr Code operator()(Text& text, Limits = {}, Context const& = {}) const {
    Digits const found = digitsIn(text, pasted);
    if (!found.plain()) return Code::postalCodeCharacters;
    if (found.count != 7) return Code::postalCodeDigits;
    std::array<char, 8> canonical{};
    std::copy_n(found.digits.begin(), 3, canonical.begin());
    canonical[3] = '-';
    std::copy_n(found.digits.begin() + 3, 4, canonical.begin() + 4);
    assign(text, {canonical.data(), canonical.size()});
    return Code::ok;
  }
};
inline constexpr PostalCode postalCode{};

}  // namespace senkoi::rules
