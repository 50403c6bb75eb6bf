#include "server/csv/rows.hpp"

#include <algorithm>

namespace senkoi::server::csv {

bool Rows::next() {
  while (at_ < end_) {
    read();
    const bool filled = std::ranges::any_of(cells_, [](const Cell& cell) { return !cell.empty(); });
    if (filled || openQuote_ != 0) return true;
  }
  return false;
}

void Rows::read() {
  cells_.clear();
  ++line_;
  for (bool more = true; more;) {
    Cell cell = at_ < end_ && data_[at_] == '"' ? quoted() : plain();
    if (cells_.size() < mostCells) {
      cell.clean();
      cells_.push_back(cell);
    }
    more = at_ < end_ && data_[at_] == separator_;
    at_ += more;
  }
  if (at_ < end_ && data_[at_] == '\r') ++at_;
  if (at_ < end_ && data_[at_] == '\n') ++at_;
}

Cell Rows::plain() {
  const std::size_t from = at_;
  while (at_ < end_ && !endsCell(data_[at_])) ++at_;
  return {data_ + from, at_ - from};
}

// What stands between the closing quote and the separator belongs to the cell, as spreadsheets read it.
Cell Rows::quoted() {
  char* const from = data_ + at_;
  char* to = from;
  bool open = true;
  for (++at_; at_ < end_ && (open || !endsCell(data_[at_])); ++at_) {
    const bool quote = data_[at_] == '"';
    const bool doubled = quote && open && at_ + 1 < end_ && data_[at_ + 1] == '"';
    if (quote && open && !doubled) {
      open = false;
      continue;
    }
    at_ += doubled;
    *to++ = data_[at_];
  }
  if (open) openQuote_ = cells_.size() + 1;
  return {from, static_cast<std::size_t>(to - from)};
}

}  // namespace senkoi::server::csv
