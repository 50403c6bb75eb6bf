// The second thing that staff log in with (reliability 14): the six digits of an authenticator app (RFC 6238), or one
// of the recovery codes that were given out at joining: 16 characters of Crockford's base 32, shown in groups of four.
// Pure; the text stays as it was when refused.
#pragma once

#include <array>

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/text/classes.hpp"
#include "senkoi/rules/text/limits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

inline constexpr std::size_t confirmationDigits = 6;
inline constexpr std::size_t recoveryCodeLength = 16;
/// No letter that is taken for a digit, or for another letter.
inline constexpr std::string_view recoveryCodeLetters{"0123456789ABCDEFGHJKMNPQRSTVWXYZ"};

/// A character of a recovery code as it was meant: any width and case, O for 0, I and L for 1; 0 where it is none.
constexpr char inRecoveryCode(char32_t point) {
  char32_t const letter = lower(narrow(point));
  if (letter == 'o') return '0';
  if (letter == 'i' || letter == 'l') return '1';
  for (char const known : recoveryCodeLetters) {
    if (lower(static_cast<char32_t>(known)) == letter) return known;
  }
  return 0;
}

/// "123 456" becomes "123456", "abcd-efgh-…" becomes "ABCDEFGH…".
struct ConfirmationCode {
  template <class Text>
  constexpr Code operator()(Text& text, Limits, Context const& = {}) const {
    std::array<char, recoveryCodeLength> read{};
    std::size_t count = 0, digits = 0;
    bool others = false;
    everyPoint(text, [&](char32_t point) {
      if (isSpace(point) || isHyphen(point)) return true;
      char const letter = inRecoveryCode(point);
      others = others || letter == 0 || count == read.size();
      if (!others) read[count++] = letter;
      digits += digitOf(point) >= 0;
      return !others;
    });
    bool const code = count == confirmationDigits && digits == count;
    if (others || (!code && count != recoveryCodeLength)) return Code::confirmationCodeShape;
    assign(text, std::string_view{read.data(), count});
    return Code::ok;
  }
};
inline constexpr ConfirmationCode confirmationCode{};

}  // namespace senkoi::rules
