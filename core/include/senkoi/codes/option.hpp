// What may be chosen in the items that offer a choice (M2.3d, M2.3e; role, field and language of staff: S3, S4). The
// words of each are in words/label.hpp.
// Pure values; safe from any thread.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "senkoi/codes/field.hpp"
#include "senkoi/codes/item.hpp"
#include "senkoi/codes/language.hpp"
#include "senkoi/codes/role.hpp"

namespace senkoi {

inline constexpr std::array<std::string_view, 2> trackOptions{"program", "curriculum"};
inline constexpr std::array<std::string_view, 3> curriculumReasonOptions{"duty", "regional", "other"};
inline constexpr std::array<std::string_view, 2> yesNoOptions{"yes", "no"};
/// A box: ticked, or empty text.
inline constexpr std::array<std::string_view, 1> tickOptions{"yes"};

/// "01" … "19".
inline constexpr std::array<TwoDigits, fieldCount> fieldDigits = [] {
  std::array<TwoDigits, fieldCount> digits{};
  for (std::size_t i = 0; i < fieldCount; ++i) digits[i] = twoDigits(static_cast<unsigned>(i + 1));
  return digits;
}();
inline constexpr std::array<std::string_view, fieldCount> fieldOptions = [] {
  std::array<std::string_view, fieldCount> options{};
  for (std::size_t i = 0; i < fieldCount; ++i) options[i] = fieldDigits[i].view();
  return options;
}();

/// Empty for items that take any text. Prefectures are not listed here: they are codes of their own.
constexpr std::span<std::string_view const> optionsOf(Item item) {
  switch (item) {
    case Item::track:
      return trackOptions;
    case Item::curriculumReason:
      return curriculumReasonOptions;
    case Item::regionalQuota:
      return yesNoOptions;
    case Item::regionalQuotaConsent:
      return tickOptions;
    case Item::staffRole:
      return roleNames;
    case Item::staffField:
    case Item::programField:
    case Item::noticeField:
      return fieldOptions;
    case Item::staffLanguage:
      return languageTags;
    default:
      return {};
  }
}

}  // namespace senkoi
