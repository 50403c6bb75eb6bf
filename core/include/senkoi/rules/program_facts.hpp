// What is said of a program beside its name (S3): its field, the rounds in which it recruits, where it is reached.
// Pure; the text stays as it was when refused.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>

#include "senkoi/codes/code.hpp"
#include "senkoi/codes/field.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/phone.hpp"
#include "senkoi/rules/text/digits.hpp"
#include "senkoi/rules/text/limits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

/// "01" … "19"; "１" becomes "01".
struct FieldChoice {
  template <class Text>
  constexpr Code operator()(Text& text, Limits = {}, Context const& = {}) const {
    Digits const found = digitsIn(text, U"'");
    if (found.others || found.count == 0 || found.count > 2) return Code::choiceUnknown;
    unsigned number = 0;
    for (char const digit : found.view()) number = number * 10 + static_cast<unsigned>(digit - '0');
    if (number == 0 || number > fieldCount) return Code::choiceUnknown;
    assign(text, twoDigits(number));
    return Code::ok;
  }
};
inline constexpr FieldChoice fieldChoice{};

/// The numbers of rounds, 1 to 8, in any order and with anything usual between them; canonical are the digits alone,
/// each once, in order ("123").
struct RecruitingRounds {
  template <class Text>
  constexpr Code operator()(Text& text, Limits = {}, Context const& = {}) const {
    Digits const found = digitsIn(text, U",、・/-.次回");
    if (found.others || found.count == 0 || found.count > Digits::most) return Code::numberUnreadable;
    std::array<char, 8> sorted{};
    std::size_t size = 0;
    for (char round = '1'; round <= '8'; ++round) {
      if (found.view().find(round) != std::string_view::npos) sorted[size++] = round;
    }
    for (char const digit : found.view()) {
      if (digit == '0' || digit == '9') return Code::numberOutOfRange;
    }
    assign(text, std::string_view(sorted.data(), size));
    return Code::ok;
  }

  /// As a set: bit r-1 stands for round r.
  template <class Text>
  static constexpr unsigned bits(Text const& canonical) {
    unsigned set = 0;
    everyPoint(canonical, [&](char32_t point) { return set |= 1U << (point - '1'), true; });
    return set;
  }
};
inline constexpr RecruitingRounds recruitingRounds{};

/// A number that is shown to be dialled: asked as any phone number, but its hyphens stay where the facility put them,
/// and so does what it said behind the number (（代表）, 内線 1234). Digits alone get their hyphens.
struct ShownPhone {
  static constexpr std::size_t longestExtension = 6;

  template <class Text>
  constexpr Code operator()(Text& text, Limits limits, Context const& = {}) const {
    Digits found = digitsIn(text, pasted);
    if (found.others || (found.extended() && found.count > found.beforeWord + longestExtension))
      return Code::phoneCharacters;
    found.count = std::min(found.count, found.beforeWord);
    PhoneNumber const canonical = phoneNumber(found);
    if (canonical.code != Code::ok) return canonical.code;
    if (everyPoint(text, [](char32_t point) { return digitOf(point) >= 0; })) {
      assign(text, displayPhone(canonical.view()).view());
      return within(limits, text);
    }
    bool number = true;
    rewrite(text, [&](char32_t point) -> char32_t {
      bool const bracket = point == 0xFF08 || point == 0xFF09;
      number = number && (!isLabelLetter(point) || digitOf(point) >= 0);
      if (isSpace(point)) return U' ';
      if (digitOf(point) >= 0) return U'0' + static_cast<char32_t>(digitOf(point));
      return isHyphen(point) && number ? U'-' : bracket ? point : narrow(point);
    });
    return within(limits, text);
  }
};
inline constexpr ShownPhone shownPhone{};

/// An address of a web page: http or https and a host with a dot. Full-width characters are read as half-width ones,
/// and an address without its beginning ("www.example.jp") gets "https://".
struct WebAddress {
  template <class Text>
  constexpr Code operator()(Text& text, Limits limits, Context const& = {}) const {
    constexpr std::string_view secure = "https://", plain = "http://";
    rewrite(text, narrow);
    bool const bare = !contains(text, "://");
    std::size_t const scheme = begins(text, secure) ? secure.size() : begins(text, plain) ? plain.size() : 0;
    if (!bare && scheme == 0) return Code::webAddress;
    if (!hasHost(text, scheme)) return Code::webAddress;
    if (countPoints(text) + (bare ? secure.size() : 0) > limits.max) return Code::tooLong;
    if (bare) prepend(text, secure);
    return Code::ok;
  }

 private:
  template <class Text>
  static constexpr char32_t at(Text const& text, std::size_t place) {
    return lower(
        static_cast<char32_t>(static_cast<std::make_unsigned_t<typename Text::value_type>>(text.data()[place])));
  }
  template <class Text>
  static constexpr bool begins(Text const& text, std::string_view with, std::size_t from = 0) {
    if (text.size() < from + with.size()) return false;
    for (std::size_t i = 0; i < with.size(); ++i) {
      if (at(text, from + i) != static_cast<char32_t>(with[i])) return false;
    }
    return true;
  }
  template <class Text>
  static constexpr bool contains(Text const& text, std::string_view part) {
    for (std::size_t from = 0; from < text.size(); ++from) {
      if (begins(text, part, from)) return true;
    }
    return false;
  }

  /// Letters, digits, hyphens and a dot inside up to the first '/', '?', '#' or ':'; no blank anywhere.
  template <class Text>
  static constexpr bool hasHost(Text const& text, std::size_t from) {
    std::size_t dots = 0, length = 0;
    bool host = true;
    for (std::size_t i = from; i < text.size(); ++i) {
      char32_t const unit = at(text, i);
      if (unit <= ' ' || unit == '"' || unit == '<' || unit == '>' || unit == '\\') return false;
      host = host && unit != '/' && unit != '?' && unit != '#' && unit != ':';
      if (!host) continue;
      if (unit == '@' || (unit == '.' && length == 0)) return false;
      dots += unit == '.';
      ++length;
    }
    return dots > 0 && length > 3;
  }

  template <class Text>
  static constexpr void prepend(Text& text, std::string_view ascii) {
    using Unit = typename Text::value_type;
    std::size_t const size = text.size();
    text.resize(size + ascii.size());
    std::copy_backward(text.data(), text.data() + size, text.data() + size + ascii.size());
    for (std::size_t i = 0; i < ascii.size(); ++i) text.data()[i] = static_cast<Unit>(ascii[i]);
  }
};
inline constexpr WebAddress webAddress{};

}  // namespace senkoi::rules
