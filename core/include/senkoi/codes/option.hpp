// What may be chosen in the items that offer a choice (M2.3d, M2.3e). The words of each are in words/labels.hpp.
// Pure values; safe from any thread.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "senkoi/codes/item.hpp"

namespace senkoi {

inline constexpr std::array<std::string_view, 2> trackOptions{"program", "curriculum"};
inline constexpr std::array<std::string_view, 3> curriculumReasonOptions{"duty", "regional", "other"};
inline constexpr std::array<std::string_view, 2> yesNoOptions{"yes", "no"};
/// A box: ticked, or empty text.
inline constexpr std::array<std::string_view, 1> tickOptions{"yes"};

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
    default:
      return {};
  }
}

}  // namespace senkoi
