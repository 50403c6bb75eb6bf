#include "server/csv/read.hpp"

#include <algorithm>
#include <tuple>

#include "server/csv/formula.hpp"

namespace senkoi::server::csv {
namespace {

constexpr std::size_t mostCells = 256;  // of a row; more are read over

// The apostrophe by which our own files keep a cell from being a formula is no part of it.
std::string_view withoutGuard(std::string_view cell) {
  const bool guarded = cell.starts_with('\'') && isFormula(cell.substr(1));
  return guarded ? cell.substr(1) : cell;
}

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

}  // namespace

void Problems::add(Problem problem) {
  ++count_;
  if (kept_.size() < mostKept) kept_.push_back(std::move(problem));
}

std::vector<Problem> Problems::sorted() const {
  std::vector<Problem> list = kept_;
  std::stable_sort(list.begin(), list.end(), [](const Problem& one, const Problem& other) {
    return std::tie(one.line, one.column) < std::tie(other.line, other.column);
  });
  return list;
}

std::string_view Table::cell(std::size_t row, std::size_t column) const {
  return cells_[row * places_.size() + column];
}

// One pass over the text; cells are unquoted where they stand, which only makes them shorter.
class Reading {
 public:
  Reading(std::string text, std::span<const Column> columns, std::size_t rowsAllowed, Table& table)
      : columns_(columns), allowed_(rowsAllowed), table_(table) {
    table_.text_ = std::make_unique<std::string>(std::move(text));
    table_.places_.assign(columns.size(), 0);
    end_ = table_.text_->size();
  }

  void run() {
    if (!nextFilled() || !takeHeadings()) return refuse({1, 0, Code::csvEmpty});
    while (nextFilled()) takeRow();
    if (table_.lines_.empty() && table_.problems.none()) refuse({line_, 0, Code::csvEmpty});
    if (tooMany_) refuse({allowed_ + 2, 0, Code::csvTooManyRows, {}, {}, 0, allowed_});
  }

 private:
  void refuse(Problem problem) { table_.problems.add(std::move(problem)); }
  char* data() { return table_.text_->data(); }

  // A row with anything in it; spreadsheets leave empty ones behind.
  bool nextFilled() {
    while (at_ < end_) {
      readRow();
      if (std::any_of(row_.begin(), row_.end(), [](auto cell) { return !trimmed(cell).empty(); })) return true;
    }
    return false;
  }

  void readRow() {
    row_.clear();
    ++line_;
    for (bool more = true; more;) {
      const std::string_view cell = at_ < end_ && data()[at_] == '"' ? quoted() : plain();
      if (row_.size() < mostCells) row_.push_back(cell);
      more = at_ < end_ && data()[at_] == ',';
      at_ += more;
    }
    if (at_ < end_ && data()[at_] == '\r') ++at_;
    if (at_ < end_ && data()[at_] == '\n') ++at_;
  }

  bool endsCell(char c) const { return c == ',' || c == '\r' || c == '\n'; }

  std::string_view plain() {
    const std::size_t from = at_;
    while (at_ < end_ && !endsCell(data()[at_])) ++at_;
    return {data() + from, at_ - from};
  }

  // What stands between the closing quote and the comma belongs to the cell, as spreadsheets read it.
  std::string_view quoted() {
    char* const from = data() + at_;
    char* to = from;
    bool open = true;
    for (++at_; at_ < end_ && (open || !endsCell(data()[at_])); ++at_) {
      const bool quote = data()[at_] == '"';
      const bool doubled = quote && open && at_ + 1 < end_ && data()[at_ + 1] == '"';
      if (quote && open && !doubled) {
        open = false;
        continue;
      }
      at_ += doubled;
      *to++ = data()[at_];
    }
    if (open) refuse({line_, row_.size() + 1, Code::csvQuoteOpen});
    return {from, static_cast<std::size_t>(to - from)};
  }

  std::size_t knownColumn(std::string_view heading) const {
    const auto found =
        std::find_if(columns_.begin(), columns_.end(), [&](const Column& column) { return column.isNamed(heading); });
    return static_cast<std::size_t>(found - columns_.begin());
  }

  bool takeHeadings() {
    width_ = row_.size();
    while (width_ > 0 && trimmed(row_[width_ - 1]).empty()) --width_;
    for (std::size_t place = 0; place < width_; ++place) takeHeading(trimmed(row_[place]), place + 1);
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      if (columns_[column].required && !table_.has(column)) {
        refuse({line_, 0, Code::csvColumnMissing, columns_[column].key});
      }
    }
    return width_ > 0;
  }

  void takeHeading(std::string_view heading, std::size_t place) {
    const std::size_t column = knownColumn(heading);
    if (column == columns_.size()) return refuse({line_, place, Code::csvColumnUnknown, {}, std::string(heading)});
    if (table_.has(column)) return refuse({line_, place, Code::csvColumnTwice, columns_[column].key});
    table_.places_[column] = place;
  }

  void takeRow() {
    while (row_.size() > width_ && trimmed(row_.back()).empty()) row_.pop_back();
    if (row_.size() != width_) return refuse({line_, 0, Code::csvCellCount});
    if (table_.lines_.size() == allowed_) {
      tooMany_ = true;
      return;
    }
    table_.lines_.push_back(line_);
    for (std::size_t column = 0; column < columns_.size(); ++column) takeCell(column);
  }

  void takeCell(std::size_t column) {
    const std::size_t place = table_.place(column);
    const std::string_view cell = place == 0 ? std::string_view{} : trimmed(row_[place - 1]);
    if (isFormula(cell)) refuse({line_, place, Code::csvFormula, columns_[column].key});
    table_.cells_.push_back(withoutGuard(cell));
  }

  std::span<const Column> columns_;
  std::size_t allowed_;
  Table& table_;
  std::size_t at_ = 0, end_ = 0, line_ = 0, width_ = 0;
  std::vector<std::string_view> row_;
  bool tooMany_ = false;
};

bool Column::isNamed(std::string_view heading) const {
  return !heading.empty() &&
         (heading == key || heading == ja || heading == en || heading == formerJa || heading == formerEn);
}

Table read(std::string_view bytes, std::span<const Column> columns, std::size_t rowsAllowed) {
  Table table;
  auto text = decode(bytes);
  if (!text) {
    table.problems.add({1, 0, Code::csvEncoding});
    return table;
  }
  table.encoding = text->encoding;
  Reading{std::move(text->utf8), columns, rowsAllowed, table}.run();
  return table;
}

}  // namespace senkoi::server::csv
