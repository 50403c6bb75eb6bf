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

/// Whether one of them stands in the text, blind to case.
template <class Text>
[[gnu::noinline]] constexpr bool holdsTriedPassword(Text const& text) {
  constexpr std::uint32_t firsts = triedAt(0), seconds = triedAt(1);
  auto const at = [&](std::size_t place) { return lower(static_cast<char32_t>(text.data()[place])); };
  for (std::size_t from = 0; from + 1 < text.size(); ++from) {
    if ((firsts >> (at(from) & 31) & seconds >> (at(from + 1) & 31) & 1) == 0) continue;
    for (std::string_view const part : triedPasswords) {
      std::size_t same = 0;
      while (same < part.size() && from + same < text.size() &&
             at(from + same) == static_cast<unsigned char>(part[same])) {
        ++same;
      }
      if (same == part.size()) return true;
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

/// Short, of letters or digits alone, of few characters, or holding what everybody tries first.
template <class Text>
constexpr bool isWeakPassword(Text const& text) {
  bool letter = false, digit = false;
  std::size_t changes = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t const point = static_cast<char32_t>(text.data()[i]);
    letter = letter || isAsciiLetter(point);
    digit = digit || isAsciiDigit(point);
    if (i > 0 && text.data()[i] != text.data()[i - 1]) ++changes;
  }
  return text.size() < 8 || !letter || !digit || changes < 4 || holdsTriedPassword(text);
}

/// Makes a password half-width; true where it was not.
template <class Text>
[[gnu::noinline]] constexpr bool narrowAll(Text& text) {
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
    bool const wide = narrowAll(text);
    for (std::size_t i = 0; i < text.size(); ++i) {
      auto const unit = static_cast<char32_t>(text.data()[i]);
      if (!isAsciiLetter(unit) && !isAsciiDigit(unit)) return Code::passwordCharacters;
    }
    if (text.size() < context.password.least) return Code::passwordShort;
    if (text.size() > context.password.most) return Code::passwordLong;
    if (isWeakPassword(text)) return Code::passwordWeak;
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
