// Password, M2.3f: 6 to 20 (or the operator's limits) half-width letters and digits. No password holds anything
// full-width, so it is read as half-width wherever one is entered: when it is set, which the applicant is told, and
// when it is compared. A weak one is warned of, not refused. Pure.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/text/classes.hpp"
#include "senkoi/rules/text/limits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

/// What everybody tries first; lower case.
inline constexpr std::array<std::string_view, 9> triedPasswords{"passw", "qwert", "asdf",   "abcd",  "1234",
                                                                "9876",  "0000",  "senkoi", "doctor"};

/// A bit for the low five of the character at this place in each of them: most places of a text are none's beginning.
constexpr std::uint32_t triedAt(std::size_t place) {
  std::uint32_t bits = 0;
  for (std::string_view const part : triedPasswords) bits |= 1U << (part[place] & 31);
  return bits;
}

/// The first place at or after `from` where two characters stand that may begin a tried password; the text's size
/// where none does.
template <class Text>
[[gnu::noinline]] constexpr std::size_t triedPerhapsAt(Text const& text, std::size_t from) {
  constexpr std::uint32_t firsts = triedAt(0), seconds = triedAt(1);
  auto const* const units = text.data();
  std::size_t const size = text.size();
  for (; from + 1 < size; ++from) {
    if ((firsts >> (units[from] & 31) & seconds >> (units[from + 1] & 31) & 1) != 0) return from;
  }
  return size;
}

/// Whether a tried password stands in the text, blind to case.
template <class Text>
constexpr bool holdsTriedPassword(Text const& text) {
  std::size_t const size = text.size();
  for (std::size_t from = 0; (from = triedPerhapsAt(text, from)) < size; ++from) {
    for (std::string_view const part : triedPasswords) {
      auto const same = [](auto unit, char character) {
        return lower(static_cast<char32_t>(unit)) == static_cast<unsigned char>(character);
      };
      auto const* const units = text.data() + from;
      if (part.size() <= size - from && std::equal(units, units + part.size(), part.begin(), same)) return true;
    }
  }
  return false;
}

/// Whether `part`, if not empty, stands somewhere in the text.
template <class Text>
constexpr bool contains(Text const& text, Text const& part) {
  auto const end = text.data() + text.size();
  return part.size() > 0 && std::search(text.data(), end, part.data(), part.data() + part.size()) != end;
}

/// What a password is made of; read as far as the first character that may not be in one.
struct PasswordCharacters {
  bool letter = false, digit = false, other = false;
  /// Places whose character differs from the one before.
  std::size_t changes = 0;
};

template <class Text>
constexpr PasswordCharacters charactersOf(Text const& text) {
  PasswordCharacters found;
  auto const* const units = text.data();
  std::size_t const size = text.size();
  for (std::size_t i = 0; i < size; ++i) {
    auto const unit = static_cast<char32_t>(units[i]);
    if (isAsciiDigit(unit))
      found.digit = true;
    else if (isAsciiLetter(unit))
      found.letter = true;
    else
      return found.other = true, found;
    if (i > 0 && units[i] != units[i - 1]) ++found.changes;
  }
  return found;
}

/// Short, of letters or digits alone, of few characters, or holding what everybody tries first.
template <class Text>
constexpr bool isWeakPassword(Text const& text, PasswordCharacters const& made) {
  return text.size() < 8 || !made.letter || !made.digit || made.changes < 4 || holdsTriedPassword(text);
}

/// Makes a password half-width; true where it was not.
template <class Text>
[[gnu::cold, gnu::noinline]] constexpr bool narrowAll(Text& text) {
  if (isAscii(text)) return false;
  bool wide = false;
  rewrite(text, [&](char32_t point) {
    char32_t const half = narrow(point);
    wide = wide || half != point;
    return half;
  });
  return wide;
}

struct Password {
  template <class Text>
  constexpr Code operator()(Text& text, Limits, Context const& context) const {
    PasswordCharacters made = charactersOf(text);
    bool const wide = made.other && narrowAll(text);
    if (wide) made = charactersOf(text);
    if (made.other) return Code::passwordCharacters;
    if (text.size() < context.password.least) return Code::passwordShort;
    if (text.size() > context.password.most) return Code::passwordLong;
    if (isWeakPassword(text, made)) return Code::passwordWeak;
    return wide ? Code::passwordFullWidth : Code::ok;
  }
};
inline constexpr Password password{};

/// A password that is only compared: the known one at log-in, the second entry of a new one.
struct TypedPassword {
  template <class Text>
  constexpr Code operator()(Text& text, Limits = {}, Context const& = {}) const {
    narrowAll(text);
    return Code::ok;
  }
};
inline constexpr TypedPassword typedPassword{};

/// Of staff, who log in with a confirmation code as well: any printable half-width characters (D at S3, S4).
struct StaffPassword {
  template <class Text>
  constexpr Code operator()(Text& text, Limits limits, Context const& = {}) const {
    narrowAll(text);
    bool const printable = everyPoint(text, [](char32_t point) { return point > 0x20 && point < 0x7F; });
    if (!printable) return Code::staffPasswordCharacters;
    if (text.size() < limits.min) return Code::passwordShort;
    return text.size() > limits.max ? Code::passwordLong : Code::ok;
  }
};
inline constexpr StaffPassword staffPassword{};

}  // namespace senkoi::rules
