// Ceiling and capacity (M3.4, M3.7). Whether one adoption more is allowed is limit_tree.hpp's to say. Pure functions,
// integers only, thread-safe.
// Which cells have a ceiling and over how many years is data of a season; the 2018 rule is the default.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "senkoi/rules/cell.hpp"

namespace senkoi::rules {

// The mean, a fraction rounded half up: {124, 125} → 125. Zero for no years. Adoptions are never negative.
std::int64_t ceilingFromPast(std::span<std::uint32_t const> adoptions);

struct CeilingRule {
  unsigned years = 5;
  CellSet cells;

  // Tokyo, Kanagawa, Aichi, Osaka and Fukuoka; not surgery, obstetrics and gynaecology, pathology, laboratory medicine
  // (the manual 3.3) and not general practice, which had no record of past adoptions.
  static CeilingRule of2018();
};

// What the office is proposed for a cell, from the latest `rule.years` of `adoptions` (oldest first); it may overrule.
// None where the cell has no ceiling (shown as 「―」, not as 0).
std::optional<std::int64_t> proposedCeiling(CeilingRule const& rule, Cell cell,
                                            std::span<std::uint32_t const> adoptions);

// Strictly above (M3.4).
constexpr bool overCapacity(std::int64_t applicants, std::int64_t capacity) {
  return applicants > capacity;
}

}  // namespace senkoi::rules
