// Phone number, M2.3: any width, any hyphen, brackets and spaces are read; canonical are the digits alone (0312345678).
// +81 becomes the leading 0; other countries' numbers keep their + (applicants may study abroad).
// Ten digits for a land line, eleven for 050 … 090 (Japan's numbering plan). Pure; the text stays as it was when
// refused.
#pragma once

#include <string_view>

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/text/digits.hpp"
#include "senkoi/rules/text/limits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

struct Phone {
  template <class Text>
  constexpr Code operator()(Text& text, Limits = {}, Context const& = {}) const {
    Digits const found = digitsIn(text, U"-+()./");
    bool const abroad = firstPoint(text) == '+';
    if (found.others || found.signs != (abroad ? 1U : 0U)) return Code::phoneCharacters;
    if (found.count > 15) return Code::phoneDigits;
    if (!abroad) return domestic(text, found.view());
    if (found.view().substr(0, 2) != "81") return foreign(text, found.view());
    std::string_view national = found.view().substr(2);
    if (national.substr(0, 1) == "0") national.remove_prefix(1);
    return domestic(text, withSign('0', national));
  }

 private:
  struct Signed {
    std::array<char, Digits::most + 1> characters{};
    std::size_t size = 0;
    constexpr operator std::string_view() const { return {characters.data(), size}; }
  };

  static constexpr Signed withSign(char sign, std::string_view digits) {
    Signed made;
    made.characters[made.size++] = sign;
    for (char const digit : digits) made.characters[made.size++] = digit;
    return made;
  }

  template <class Text>
  static constexpr Code domestic(Text& text, std::string_view digits) {
    if (digits.substr(0, 1) != "0") return digits.empty() ? Code::phoneDigits : Code::phoneLeadingZero;
    bool const longer = digits.size() > 2 && digits[2] == '0' && digits[1] >= '5';
    if (digits.size() != (longer ? 11U : 10U)) return Code::phoneDigits;
    assign(text, digits);
    return Code::ok;
  }

  template <class Text>
  static constexpr Code foreign(Text& text, std::string_view digits) {
    if (digits.size() < 7) return Code::phoneDigits;
    assign(text, withSign('+', digits));
    return Code::ok;
  }
};
inline constexpr Phone phone{};

}  // namespace senkoi::rules
