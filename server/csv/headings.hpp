// Which known column a heading names: its key, either label or a label of an earlier version, compared as a search is
// (rules/fold.hpp): blind to width, kana, case, blanks, line breaks and brackets. Values; not synchronised.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/csv/read.hpp"

namespace senkoi::server::csv {

// For comparing only; empty where nothing of the text is compared.
std::u16string folded(std::string_view text);

class Headings {
 public:
  explicit Headings(std::span<const Column> columns);

  // The number of columns where there is no such one.
  std::size_t columnOf(std::string_view heading) const;
  std::size_t unknown() const { return count_; }

 private:
  std::size_t count_;
  std::unordered_map<std::u16string, std::size_t> columns_;
};

// Comma, tab (Excel's "Unicode text") or semicolon: the one that finds the most columns in the first row; the comma
// where none does.
char separatorOf(std::string_view text, const Headings&);

}  // namespace senkoi::server::csv
