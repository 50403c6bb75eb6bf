#include "server/csv/read.hpp"

#include <algorithm>
#include <tuple>

#include "server/csv/formula.hpp"
#include "server/csv/headings.hpp"
#include "server/csv/rows.hpp"

namespace senkoi::server::csv {
namespace {

constexpr std::size_t longestTold = 60;  // characters of a heading that nobody knows

std::string beginningOf(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < longestTold; ++count)
    rules::next(text.data(), text.size(), at);
  return std::string(text.substr(0, at)) + (at < text.size() ? "…" : "");
}

// What tables have where there is nothing to say.
bool isDash(std::string_view cell) {
  return rules::everyPoint(cell, [](char32_t point) { return rules::isHyphen(point); });
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

bool Table::toldOf(std::size_t row, std::size_t column) const {
  return !has(column) || std::ranges::binary_search(refused_, row * places_.size() + column);
}

class Reading {
 public:
  Reading(std::string text, std::span<const Column> columns, std::size_t rowsAllowed, Table& table)
      : columns_(columns),
        headings_(columns),
        allowed_(rowsAllowed),
        table_(keeping(table, std::move(text))),
        rows_(*table.text_, separatorOf(*table.text_, headings_)) {
    table_.places_.assign(columns.size(), 0);
  }

  void run() {
    if (!rows_.next()) return refuse({1, 0, Code::csvEmpty});
    if (rows_.openQuote() != 0) return refuseQuote();
    takeHeadings();
    while (rows_.next()) takeRow();
    if (table_.lines_.empty() && table_.problems.none()) refuse({rows_.line(), 0, Code::csvEmpty});
    if (tooMany_) refuse({allowed_ + 2, 0, Code::csvTooManyRows, {}, {}, 0, allowed_});
  }

 private:
  static Table& keeping(Table& table, std::string text) {
    table.text_ = std::make_unique<std::string>(std::move(text));
    return table;
  }
  void refuse(Problem problem) { table_.problems.add(std::move(problem)); }
  void refuseQuote() { refuse({rows_.line(), rows_.openQuote(), Code::csvQuoteOpen}); }

  void takeHeadings() {
    std::vector<Cell>& row = rows_.cells();
    width_ = row.size();
    while (row[width_ - 1].empty()) --width_;
    for (std::size_t place = 0; place < width_; ++place) takeHeading(row[place].view(), place + 1);
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      if (columns_[column].required && !table_.has(column))
        refuse({rows_.line(), 0, Code::csvColumnMissing, columns_[column].key});
    }
  }

  void takeHeading(std::string_view heading, std::size_t place) {
    const std::size_t column = headings_.columnOf(heading);
    if (column == headings_.unknown())
      return refuse({rows_.line(), place, Code::csvColumnUnknown, {}, beginningOf(heading)});
    if (table_.has(column)) return refuse({rows_.line(), place, Code::csvColumnTwice, columns_[column].key});
    table_.places_[column] = place;
  }

  // Behind a quote that never closes nothing is a row any more.
  void takeRow() {
    std::vector<Cell>& row = rows_.cells();
    if (rows_.openQuote() != 0) return refuseQuote();
    while (row.size() > width_ && row.back().empty()) row.pop_back();
    if (row.size() != width_) return refuse({rows_.line(), 0, Code::csvCellCount});
    if (table_.lines_.size() == allowed_) {
      tooMany_ = true;
      return;
    }
    table_.lines_.push_back(rows_.line());
    for (std::size_t column = 0; column < columns_.size(); ++column) takeCell(column);
  }

  void takeCell(std::size_t column) {
    const std::size_t place = table_.place(column);
    const std::string_view value = place == 0 ? std::string_view{} : valueOf(rows_.cells()[place - 1]);
    if (isFormula(value)) {
      refuse({rows_.line(), place, Code::csvFormula, columns_[column].key});
      table_.refused_.push_back(table_.cells_.size());
    }
    table_.cells_.push_back(withoutApostrophe(value));
  }

  std::string_view valueOf(Cell& cell) {
    if (isDash(cell.view())) return {};
    if (!isKeptText(cell.view())) return cell.view();
    Cell kept(cell.data() + textBegins.size(), cell.size() - textBegins.size() - textEnds.size());
    kept.clean();
    return kept.view();
  }

  std::span<const Column> columns_;
  Headings headings_;
  std::size_t allowed_;
  Table& table_;
  Rows rows_;
  std::size_t width_ = 0;
  bool tooMany_ = false;
};

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
