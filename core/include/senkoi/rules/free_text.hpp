// Entries in the applicant's own words: address, residency program, reason for the curriculum track (M2.3, M2.3d,
// M2.3h). Pure; what is refused stays as it was.
#pragma once

#include <array>
#include <string_view>

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/text/classes.hpp"
#include "senkoi/rules/text/limits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

/// Any text; line breaks become LF alone.
struct FreeText {
  static constexpr auto joiners = Joiners::stay;

  template <class Text>
  constexpr Code operator()(Text& text, Limits limits, Context const& = {}) const {
    char32_t before = 0;
    rewrite(text, [&](char32_t point) {
      char32_t const kept = point == '\n' && before == '\r' ? 0 : point == '\r' ? U'\n' : point;
      before = point;
      return kept;
    });
    return within(limits, text);
  }
};
inline constexpr FreeText freeText{};

/// The present address, to which facilities send documents; one without any number is worth a second look.
struct Address {
  static constexpr auto joiners = Joiners::stay;

  template <class Text>
  constexpr Code operator()(Text& text, Limits limits, Context const& = {}) const {
    if (Code const length = within(limits, text); length != Code::ok) return length;
    bool const numberless = everyPoint(text, [](char32_t point) { return digitOf(point) < 0; });
    return numberless ? Code::addressWithoutNumber : Code::ok;
  }
};
inline constexpr Address address{};

/// 「なし」, in which way ever it was written.
inline constexpr std::u32string_view noResidency = U"なし";
template <class Text>
constexpr bool isNoResidency(Text const& text) {
  return is(text, noResidency);
}

struct ResidencyProgram {
  static constexpr auto joiners = Joiners::stay;

  template <class Text>
  constexpr Code operator()(Text& text, Limits limits, Context const& = {}) const {
    constexpr std::size_t longest = 12;  // units of 「なし」 in UTF-8
    if (text.size() <= longest) spellNone(text);
    return within(limits, text);
  }

 private:
  template <class Text>
  [[gnu::cold, gnu::noinline]] static constexpr void spellNone(Text& text) {
    constexpr std::array<std::u32string_view, 5> spellings{U"無し", U"ナシ", U"ﾅｼ", U"「なし」", U"無"};
    for (std::u32string_view const spelling : spellings) {
      if (is(text, spelling)) assign(text, noResidency);
    }
  }
};
inline constexpr ResidencyProgram residencyProgram{};

}  // namespace senkoi::rules
