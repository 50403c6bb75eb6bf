// A table out of a CSV file (RFC 4180) or one with tabs, as people save it from a spreadsheet. Headings and cells are
// cleaned as entries are; every problem is told once, with its line and its column, none ends the reading but an
// encoding that cannot be read and a quote that never closes. What the cells mean is the caller's to check.
// Pure; any thread. Time and memory grow with the file alone: rows beyond the limit are not kept, problems beyond a
// screenful only counted.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "senkoi/codes/code.hpp"
#include "server/csv/encoding.hpp"

namespace senkoi::server::csv {

inline constexpr std::size_t mostRows = 100'000;

// A column that the caller knows: its heading may be its key, either label, or a label of an earlier version.
struct Column {
  std::string_view key, ja, en;
  bool required = true;
  std::string_view formerJa{}, formerEn{};  // empty where the label never changed
};

struct Problem {
  std::size_t line = 0;    // as a spreadsheet numbers it: a row is one line, the headings are line 1
  std::size_t column = 0;  // 1 is the leftmost; 0: the whole line
  Code code = Code::ok;
  std::string_view key{};  // of the column, where it is a known one
  std::string heading{};   // as the file has it, where it is not; the beginning of a long one
  std::size_t min = 0, max = 0;

  bool operator==(const Problem&) const = default;
};

// The first of them in the order of the file, and how many there are.
class Problems {
 public:
  static constexpr std::size_t mostKept = 200;

  void add(Problem problem);
  std::size_t count() const { return count_; }
  bool none() const { return count_ == 0; }
  std::vector<Problem> sorted() const;

 private:
  std::vector<Problem> kept_;
  std::size_t count_ = 0;
};

class Table {
 public:
  std::size_t rows() const { return lines_.size(); }
  std::size_t line(std::size_t row) const { return lines_[row]; }
  // Empty where the file has no such column. `column` counts those that the caller knows.
  std::string_view cell(std::size_t row, std::size_t column) const;
  // Of a known column: where it stands in the file, 1 the leftmost; 0: not there, or nothing could be read.
  std::size_t place(std::size_t column) const { return column < places_.size() ? places_[column] : 0; }
  bool has(std::size_t column) const { return place(column) != 0; }
  // Whether a problem tells of this cell, or of its whole column.
  bool toldOf(std::size_t row, std::size_t column) const;

  Encoding encoding = Encoding::utf8;
  Problems problems;

 private:
  friend class Reading;
  std::unique_ptr<std::string> text_;    // the cells are views into it
  std::vector<std::size_t> places_;      // of the known columns
  std::vector<std::size_t> lines_;       // of the rows
  std::vector<std::string_view> cells_;  // rows × known columns
  std::vector<std::size_t> refused_;     // among them, ascending
};

Table read(std::string_view bytes, std::span<const Column> columns, std::size_t rowsAllowed = mostRows);

}  // namespace senkoi::server::csv
