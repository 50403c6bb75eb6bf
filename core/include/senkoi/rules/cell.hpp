// A cell: one field in one prefecture, the unit of ceilings (M3.7) and of recruiting in a round (M3.5).
// CellSet holds any of the 19 × 47 cells. Values; no allocation; not synchronised.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>

#include "senkoi/codes/field.hpp"
#include "senkoi/codes/prefecture.hpp"

namespace senkoi::rules {

struct Cell {
  Field field;
  Prefecture prefecture;
};

/// The text form of a cell, "02-13"; owns its five characters.
struct CellText {
  std::array<char, 5> characters;

  constexpr std::string_view view() const { return {characters.data(), characters.size()}; }
};

constexpr CellText text(Cell cell) {
  auto const field = digits(cell.field).digits, prefecture = digits(cell.prefecture).digits;
  return {{field[0], field[1], '-', prefecture[0], prefecture[1]}};
}

/// None for any other text.
constexpr std::optional<Cell> cellOf(std::string_view text) {
  if (text.size() != 5 || text[2] != '-') return std::nullopt;
  auto const field = fieldOf(text.substr(0, 2));
  auto const prefecture = prefectureOf(text.substr(3));
  if (!field || !prefecture) return std::nullopt;
  return Cell{*field, *prefecture};
}

class CellSet {
 public:
  bool contains(Cell cell) const { return bits_[index(cell)]; }
  bool empty() const { return bits_.none(); }
  std::size_t size() const { return bits_.count(); }
  void insert(Cell cell) { bits_[index(cell)] = true; }
  void erase(Cell cell) { bits_[index(cell)] = false; }
  bool operator==(CellSet const&) const = default;

 private:
  static constexpr std::size_t index(Cell cell) {
    return (number(cell.field) - 1) * prefectureCount + number(cell.prefecture) - 1;
  }
  std::bitset<fieldCount * prefectureCount> bits_;
};

}  // namespace senkoi::rules
