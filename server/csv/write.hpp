// A table as CSV (RFC 4180) that a Japanese Excel opens at a double click: UTF-8 with its mark, CR LF, quotes where
// they are needed. A cell that a spreadsheet would take for a formula gets an apostrophe before it (33); one that it
// would take for a number or a date and write otherwise is ="…" (formula.hpp). Pure; not shared between threads.
#pragma once

#include <string>
#include <string_view>

namespace senkoi::server::csv {

class Writing {
 public:
  Writing();

  void cell(std::string_view text);
  void cell(long long number);
  void endRow();

  // The file; the object is spent.
  std::string take() { return std::move(text_); }

 private:
  void separate();
  void quoted(std::string_view text);

  std::string text_;
  bool first_ = true;  // of the row
};

}  // namespace senkoi::server::csv
