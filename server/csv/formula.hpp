// What a spreadsheet takes for the beginning of a formula (OWASP: CSV injection), in either width. Pure.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace senkoi::server::csv {

inline constexpr std::array<std::string_view, 8> formulaSigns{"=", "+", "-", "@", "＝", "＋", "－", "＠"};

inline bool isFormula(std::string_view cell) {
  return std::ranges::any_of(formulaSigns, [&](std::string_view sign) { return cell.starts_with(sign); });
}

}  // namespace senkoi::server::csv
