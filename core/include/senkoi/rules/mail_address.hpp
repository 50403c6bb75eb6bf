// Mail address, M2.1: the common form of RFC 5321 (dot-atom @ host name), full-width characters read as half-width
// ones, the domain in lower case, the local part as typed; taken out of "Name <address>", "mailto:address" and quotes.
// Carriers' domains are refused, also behind the local parts that only they allow; ambiguous ones are warned of.
// Pure; may leave a refused text half converted.
#pragma once

#include <algorithm>

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/carriers.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/text/limits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

/// What a character of an address was meant to be: ＠ ． 。 and the dashes of an input method.
constexpr char32_t inAddress(char32_t point) {
  if (isSpace(point)) return ' ';
  if (point < 0x80) return point;
  if (point == 0x3002 || point == 0xFF61) return '.';
  return isHyphen(point) ? U'-' : narrow(point);
}

/// Finds the address in "Name <address>", "mailto:address?subject=…", "メール：address", "「address」".
class AddressFinder {
 public:
  /// A code point of the text and where it ends.
  void take(char32_t point, std::size_t at);
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }

 private:
  std::size_t begin_ = 0, end_ = 0;
  bool sign_ = false, over_ = false;
};

/// Leaves of a text the address in it.
template <class Text>
[[gnu::cold, gnu::noinline]] constexpr void unwrapAddress(Text& text) {
  AddressFinder finder;
  for (std::size_t at = 0; at < text.size();) {
    char32_t const point = next(text.data(), text.size(), at);
    finder.take(point, at);
  }
  crop(text, finder.begin(), finder.end());
}

constexpr bool joins(char32_t point) {
  return point == '@' || point == '.';
}

/// Makes the characters those of an address; false where one cannot be in any. Spaces beside an @ or a dot go; any
/// other may stand between a name and an address, and nobody can guess.
template <class Text>
constexpr bool becomeAscii(Text& text) {
  auto* const units = text.data();
  std::size_t written = 0;
  bool ascii = true;
  for (std::size_t at = 0; at < text.size();) {
    char32_t const point = inAddress(next(units, text.size(), at));
    while (joins(point) && written != 0 && units[written - 1] == ' ') --written;
    bool const joined = written != 0 && joins(static_cast<char32_t>(units[written - 1]));
    if (point == ' ' && joined) continue;
    ascii = ascii && point < 0x7F;
    written += put(units + written, point);
  }
  text.resize(written);
  return ascii && std::find(units, units + written, ' ') == units + written;
}

constexpr bool isInLocalPart(char32_t point) {
  constexpr std::string_view signs{"!#$%&'*+-/=?^_`{|}~"};
  return isAsciiLetter(point) || isAsciiDigit(point) || signs.find(static_cast<char>(point)) != std::string_view::npos;
}

/// A dot-atom: no dot at an end, no two in a row.
template <class Unit>
constexpr bool isLocalPart(Part<Unit> part) {
  char32_t before = '.';
  for (std::size_t i = 0; i < part.size; ++i) {
    char32_t const point = static_cast<char32_t>(part.units[i]);
    if (point == '.' ? before == '.' : !isInLocalPart(point)) return false;
    before = point;
  }
  return before != '.' && part.size <= 64;
}

/// Two labels or more of letters, digits and inner hyphens, the last not of digits alone (RFC 1123).
template <class Unit>
constexpr bool isHostName(Part<Unit> part) {
  std::size_t dots = 0, label = 0;
  bool letter = false;
  char32_t before = '.';
  for (std::size_t i = 0; i < part.size; ++i) {
    char32_t const point = static_cast<char32_t>(part.units[i]);
    bool const dot = point == '.', hyphen = point == '-';
    if (dot ? before == '.' || before == '-' : hyphen && before == '.') return false;
    if (!dot && !hyphen && !isAsciiLetter(point) && !isAsciiDigit(point)) return false;
    dots += dot;
    label = dot ? 0 : label + 1;
    letter = !dot && (letter || isAsciiLetter(point));
    if (label > 63) return false;
    before = point;
  }
  return dots > 0 && letter && before != '-' && part.size <= 253;
}

/// The part after the last @ of a text that has one.
template <class Text>
constexpr auto domainOf(Text& text) {
  std::size_t at = text.size();
  while (text.data()[at - 1] != '@') --at;
  return Part<typename Text::value_type>{text.data() + at, text.size() - at};
}

/// An address that is already on record: it is asked only whether it is one.
struct KnownMailAddress {
  template <class Text>
  [[gnu::cold, gnu::noinline]] constexpr Code operator()(Text& text, Limits limits, Context const& = {}) const {
    using Unit = typename Text::value_type;
    unwrapAddress(text);
    if (!becomeAscii(text)) return Code::mailCharacters;
    Unit* const end = text.data() + text.size();
    auto const signs = std::count(text.data(), end, Unit{'@'});
    if (signs == 0) return Code::mailAtMissing;
    if (signs > 1) return Code::mailAtTwice;
    Part<Unit> const domain = domainOf(text);
    Unit* const start = end - domain.size;
    std::transform(start, end, start, [](Unit unit) { return static_cast<Unit>(lower(static_cast<char32_t>(unit))); });
    if (!isLocalPart(Part<Unit>{text.data(), text.size() - domain.size - 1})) return Code::mailLocalPart;
    if (!isHostName(domain)) return Code::mailDomain;
    return text.size() > limits.max ? Code::tooLong : Code::ok;
  }
};
inline constexpr KnownMailAddress knownMailAddress{};

/// A new one: carriers' are refused as well, whatever stands before their @ but nothing.
struct MailAddress {
  template <class Text>
  [[gnu::cold]] constexpr Code operator()(Text& text, Limits limits, Context const& context) const {
    Code const shape = knownMailAddress(text, limits);
    bool const local = shape == Code::mailLocalPart && text.data()[0] != '@';
    if (shape != Code::ok && !local) return shape;
    auto const domain = domainOf(text);
    if (listed(domain, carrierDomains) || listed(domain, context.mailDomains.refused)) return Code::mailCarrier;
    if (local) return shape;
    bool const ambiguous = listed(domain, ambiguousDomains) || listed(domain, context.mailDomains.warned);
    return ambiguous ? Code::mailCarrierPossible : Code::ok;
  }
};
inline constexpr MailAddress mailAddress{};

}  // namespace senkoi::rules
