// A row of the tables in which limits are published since 2020 (T6): one cell, its parts in columns. Here it becomes
// the cell's tree and the lines that explain its numbers. An empty column is one that the table of its season does not
// have. Pure, thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "senkoi/rules/limit_tree.hpp"

namespace senkoi::rules {

/// Kinds and groups that the tables name; a season may know others.
namespace kinds {
inline constexpr std::string_view partnership = "partnership", partnershipLimited = "partnership_limited",
                                  special = "special", linked = "linked", withSpecial = "with_special";
}

struct LimitRow {
  using Number = std::optional<std::int64_t>;
  Number base, addition, care;  // 基本, 加算, 留意: what 通常 is made of
  Number ordinary;              // 通常
  Number linked;                // 連携等: partnership and special together (2026 on)
  Number special;               // 特別地域連携: inside 連携等 where that is given, else outside the ceiling
  Number partnership;           // 連携
  Number limited;               // 都道府県限定, a part of 連携
  Number ceiling;               // 計
  Number fullTime;              // 常勤派遣: further ordinary seats, outside 計

  bool operator==(LimitRow const&) const = default;
};

/// A number that explains one of a node's: label and value (T7). The limit binds, the lines explain.
struct LimitLine {
  std::string node;
  std::string label;  // a code of those below, or an office's own words
  std::int64_t value = 0;
  std::string source;

  bool operator==(LimitLine const&) const = default;
};

/// Codes of the labels that come from a row.
namespace lines {
inline constexpr std::string_view base = "base", addition = "addition", care = "care", fullTime = "full_time",
                                  published = "published", limited = "limited";
}

/// Parents before their children. No node where the row says nothing; what adds up is check()'s to say.
std::vector<LimitNode> nodesOf(LimitRow const& row);
std::vector<LimitLine> linesOf(LimitRow const& row);

/// Numbers of the row that should add up and do not: what the parts make, and the number that stands.
struct RowDifference {
  std::string label;  // lines:: of the column, or a node's code
  std::int64_t parts = 0, stands = 0;

  bool operator==(RowDifference const&) const = default;
};
std::vector<RowDifference> differences(LimitRow const& row);

}  // namespace senkoi::rules
