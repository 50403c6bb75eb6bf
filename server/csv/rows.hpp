// The rows of a file of cells (RFC 4180) one after the other, with any character between the cells. Cells are unquoted
// and cleaned where they stand, which only makes them shorter: the text is spent, row by row. One pass; not
// synchronised.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "server/csv/cell.hpp"

namespace senkoi::server::csv {

class Rows {
 public:
  static constexpr std::size_t mostCells = 256;  // of a row; more are read over

  // Both outlive the cells.
  Rows(std::string& text, char separator) : data_(text.data()), end_(text.size()), separator_(separator) {}

  // The next row with anything in it; spreadsheets leave empty ones behind. False at the end.
  bool next();

  std::vector<Cell>& cells() { return cells_; }
  std::size_t line() const { return line_; }  // as a spreadsheet numbers it: a row is one line
  // The place of a cell of this row whose quote never closes, 1 the leftmost; 0: none.
  std::size_t openQuote() const { return openQuote_; }

 private:
  void read();
  bool endsCell(char c) const { return c == separator_ || c == '\r' || c == '\n'; }
  Cell plain();
  Cell quoted();

  char* data_;
  std::size_t at_ = 0, end_;
  char separator_;
  std::vector<Cell> cells_;
  std::size_t line_ = 0, openQuote_ = 0;
};

}  // namespace senkoi::server::csv
