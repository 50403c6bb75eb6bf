#include "server/csv/write.hpp"

#include <utility>

#include "server/csv/formula.hpp"

namespace senkoi::server::csv {
namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

}  // namespace

Writing::Writing() : text_(mark) {}

void Writing::separate() {
  if (!std::exchange(first_, false)) text_ += ',';
}

void Writing::cell(std::string_view text) {
  separate();
  if (isRewritten(text)) return quoted(std::string(textBegins).append(text).append(textEnds));
  const std::string guarded = (needsApostrophe(text) ? "'" : "") + std::string(text);
  if (text.find_first_of(",\"\r\n") != std::string_view::npos) return quoted(guarded);
  text_ += guarded;
}

void Writing::quoted(std::string_view text) {
  text_ += '"';
  for (const char c : text) {
    if (c == '"') text_ += '"';
    text_ += c;
  }
  text_ += '"';
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
