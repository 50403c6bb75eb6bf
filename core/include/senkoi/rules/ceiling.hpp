// Ceiling and capacity (M3.4, M3.7, M3.8, S2). Pure functions, integers only, thread-safe.
// Which cells have a ceiling and over how many years is data of a season; the 2018 rule is the default.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "senkoi/codes/code.hpp"
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

// Where an adoption would go: adopted so far in the program and, over all its rounds, in the cell.
struct Seats {
  std::int64_t adoptedInProgram, capacity;
  std::int64_t adoptedInCell;
  std::optional<std::int64_t> ceiling;  // none: the cell has no ceiling
};

// Code::ok, capacityReached or ceilingReached: is one adoption more allowed (S2)? It never says who loses.
Code mayAdopt(Seats const& seats);

// Strictly above (M3.4).
constexpr bool overCapacity(std::int64_t applicants, std::int64_t capacity) {
  return applicants > capacity;
}

}  // namespace senkoi::rules
