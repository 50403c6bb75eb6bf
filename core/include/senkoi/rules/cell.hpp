// A cell: one field in one prefecture, the unit of ceilings (M3.7) and of recruiting in a round (M3.5).
// CellSet holds any of the 19 × 47 cells. Values; no allocation; not synchronised.
#pragma once

#include <bitset>
#include <cstddef>

#include "senkoi/codes/field.hpp"
#include "senkoi/codes/prefecture.hpp"

namespace senkoi::rules {

struct Cell {
  Field field;
  Prefecture prefecture;
};

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
