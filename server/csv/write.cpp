#include "server/csv/write.hpp"

#include <utility>

#include "server/csv/formula.hpp"

namespace senkoi::server::csv {
namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

// A sign may also stand behind white space that the spreadsheet skips.
bool startsFormula(std::string_view text) {
  return isFormula(text) || text.find_first_of("\t\r\n") == 0;
}

}  // namespace

Writing::Writing() : text_(mark) {}

void Writing::separate() {
  if (!std::exchange(first_, false)) text_ += ',';
}

void Writing::cell(std::string_view text) {
  separate();
  const bool formula = startsFormula(text);
  const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
  if (quoted) text_ += '"';
  if (formula) text_ += '\'';
  for (const char c : text) {
    if (c == '"') text_ += '"';
    text_ += c;
  }
  if (quoted) text_ += '"';
}

// A number of ours: a minus is one.
void Writing::cell(long long number) {
  separate();
  text_ += std::to_string(number);
}

void Writing::endRow() {
  text_ += "\r\n";
  first_ = true;
}

}  // namespace senkoi::server::csv
