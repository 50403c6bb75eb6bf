// Phone number, M2.3: any width, any hyphen, brackets, spaces and labels (TEL, （携帯）) are read; canonical are the
// digits alone (0312345678). +81 and 0081 become the leading 0; other countries' numbers keep their + (applicants may
// study abroad). Ten digits for a land line, eleven for 050 … 090 (Japan's numbering plan). Pure; the text stays as it
// was when refused.
#pragma once

#include <array>
#include <string_view>

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/text/digits.hpp"
#include "senkoi/rules/text/limits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

/// A number in its canonical form, or why it is none.
struct PhoneNumber {
  Code code = Code::ok;
  std::array<char, Digits::most + 1> characters{};
  std::size_t size = 0;

  std::string_view view() const { return {characters.data(), size}; }
};

PhoneNumber phoneNumber(Digits const& found);

/// As it is shown and printed.
struct ShownNumber {
  std::array<char, Digits::most> characters{};
  std::size_t size = 0;

  std::string_view view() const { return {characters.data(), size}; }
};

/// A canonical number with its hyphens: "0312345678" → "03-1234-5678". A number abroad, or no number, stays as it is,
/// cut at 16 characters.
ShownNumber displayPhone(std::string_view canonical);

struct Phone {
  template <class Text>
  constexpr Code operator()(Text& text, Limits = {}, Context const& = {}) const {
    Digits const found = digitsIn(text, pasted);
    if (found.others || found.extended()) return Code::phoneCharacters;
    PhoneNumber const number = phoneNumber(found);
    if (number.code == Code::ok) assign(text, number.view());
    return number.code;
  }
};
inline constexpr Phone phone{};

}  // namespace senkoi::rules
