// Mail address, M2.1: the common form of RFC 5321 (dot-atom @ host name), full-width characters read as half-width
// ones, the domain in lower case, the local part as typed. Carriers' domains are refused, ambiguous ones warned of.
// Pure; may leave a refused text half converted.
#pragma once

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/carriers.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/text/limits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

template <bool asksForCarriers>
struct MailAddressRule {
  template <class Text>
  constexpr Code operator()(Text& text, Limits limits, Context const& context) const {
    using Unit = typename Text::value_type;
    bool ascii = true;
    rewrite(text, [&](char32_t point) {
      char32_t const read = inAddress(point);
      ascii = ascii && read > 0x20 && read < 0x7F;
      return read;
    });
    if (!ascii) return Code::mailCharacters;
    Unit* const units = text.data();
    std::size_t const size = text.size();
    Unit* const at = std::find(units, units + size, Unit{'@'});
    if (at == units + size) return Code::mailAtMissing;
    if (std::find(at + 1, units + size, Unit{'@'}) != units + size) return Code::mailAtTwice;
    std::size_t const split = static_cast<std::size_t>(at - units);
    std::transform(at + 1, units + size, at + 1,
                   [](Unit unit) { return static_cast<Unit>(lower(static_cast<char32_t>(unit))); });
    Part<Unit> const domain{at + 1, size - split - 1};
    if (!isLocalPart(Part<Unit>{units, split})) return Code::mailLocalPart;
    if (!isHostName(domain)) return Code::mailDomain;
    if (size > limits.max) return Code::tooLong;
    return asksForCarriers ? ofCarrier(domain, context.mailDomains) : Code::ok;
  }

 private:
  /// ＠ ． 。 and the dashes of an input method, as they were meant.
  static constexpr char32_t inAddress(char32_t point) {
    if (point < 0x80) return point;
    if (point == 0x3002 || point == 0xFF61) return '.';
    return isHyphen(point) ? U'-' : narrow(point);
  }

  template <class Unit>
  static constexpr bool isLocalPart(Part<Unit> part) {
    if (part.size == 0 || part.size > 64) return false;
    char32_t before = '.';
    for (std::size_t i = 0; i < part.size; ++i) {
      char32_t const point = static_cast<char32_t>(part.units[i]);
      bool const sign =
          std::string_view{"!#$%&'*+-/=?^_`{|}~"}.find(static_cast<char>(point)) != std::string_view::npos;
      if (point == '.' ? before == '.' : !isAsciiLetter(point) && !isAsciiDigit(point) && !sign) return false;
      before = point;
    }
    return before != '.';
  }

  /// Two labels or more of letters, digits and inner hyphens, the last not of digits alone (RFC 1123).
  template <class Unit>
  static constexpr bool isHostName(Part<Unit> part) {
    std::size_t dots = 0, label = 0;
    bool letter = false;
    char32_t before = '.';
    for (std::size_t i = 0; i < part.size; ++i) {
      char32_t const point = static_cast<char32_t>(part.units[i]);
      bool const edge = before == '.' || before == '-';
      if (point == '.') {
        if (edge) return false;
        ++dots, label = 0, letter = false;
      } else if (point == '-' ? before == '.' : !isAsciiLetter(point) && !isAsciiDigit(point)) {
        return false;
      } else {
        if (++label > 63) return false;
        letter = letter || isAsciiLetter(point);
      }
      before = point;
    }
    return dots > 0 && letter && before != '.' && before != '-' && part.size <= 253;
  }

  template <class Unit>
  static constexpr Code ofCarrier(Part<Unit> domain, MailDomains const& extra) {
    if (listed(domain, carrierDomains) || listed(domain, extra.refused)) return Code::mailCarrier;
    if (listed(domain, ambiguousDomains) || listed(domain, extra.warned)) return Code::mailCarrierPossible;
    return Code::ok;
  }
};
inline constexpr MailAddressRule<true> mailAddress{};
/// An address that is already on record: it is asked only whether it is one.
inline constexpr MailAddressRule<false> knownMailAddress{};

}  // namespace senkoi::rules
