#include "server/csv/headings.hpp"

#include <algorithm>

#include "senkoi/rules/fold.hpp"
#include "server/csv/rows.hpp"

namespace senkoi::server::csv {
namespace {

constexpr std::size_t longestHead = 64 * 1024;  // bytes looked at for the separator

std::size_t columnsFound(std::string_view head, char separator, const Headings& headings) {
  std::string text{head};
  Rows rows(text, separator);
  if (!rows.next()) return 0;
  return static_cast<std::size_t>(std::ranges::count_if(
      rows.cells(), [&](const Cell& cell) { return headings.columnOf(cell.view()) != headings.unknown(); }));
}

}  // namespace

std::u16string folded(std::string_view text) {
  std::u16string made(text.size(), u'\0');
  made.resize(rules::fold(text, made.data()));
  return made;
}

Headings::Headings(std::span<const Column> columns) : count_(columns.size()) {
  for (std::size_t column = 0; column < columns.size(); ++column) {
    const Column& one = columns[column];
    for (const std::string_view name : {one.key, one.ja, one.en, one.formerJa, one.formerEn})
      columns_.emplace(folded(name), column);
  }
  columns_.erase(std::u16string{});
}

std::size_t Headings::columnOf(std::string_view heading) const {
  const auto found = columns_.find(folded(heading));
  return found == columns_.end() ? count_ : found->second;
}

char separatorOf(std::string_view text, const Headings& headings) {
  char chosen = ',';
  std::size_t most = 0;
  for (const char separator : {',', '\t', ';'}) {
    const std::size_t found = columnsFound(text.substr(0, longestHead), separator, headings);
    if (found > most) chosen = separator;
    most = std::max(most, found);
  }
  return chosen;
}

}  // namespace senkoi::server::csv
