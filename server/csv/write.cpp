#include "server/csv/write.hpp"

#include <utility>

namespace senkoi::server::csv {
namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

// What makes a spreadsheet calculate (OWASP, CSV injection), full-width spellings included: Excel takes those, too.
bool startsFormula(std::string_view text) {
  for (const std::string_view start : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
    if (text.starts_with(start)) return true;
  }
  return false;
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
