#include "server/handlers/office/form_table.hpp"

#include <algorithm>
#include <charconv>

#include "senkoi/codes/code_table.hpp"
#include "senkoi/words/sentence.hpp"

namespace senkoi::server::handlers {
namespace {

bool isDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// 東京 is as good as 東京都: all of them end in a character that says what they are.
bool isShort(std::string_view text, std::string_view label) {
  constexpr std::size_t character = 3;
  return label.size() > character && text == label.substr(0, label.size() - character);
}

std::string prefectureNumber(std::string_view cell) {
  for (unsigned number = 1; number <= prefectureCount; ++number) {
    const auto prefecture = static_cast<Prefecture>(number);
    const std::string_view ja = words::label(prefecture, Language::ja);
    if (cell == ja || isShort(cell, ja) || cell == words::label(prefecture, Language::en))
      return std::string(digits(prefecture).view());
  }
  return std::string(cell);
}

std::string fieldNumber(std::string_view cell) {
  for (unsigned number = 1; number <= fieldCount; ++number) {
    const auto field = static_cast<Field>(number);
    if (cell == words::label(field, Language::ja) || cell == words::label(field, Language::en))
      return std::string(digits(field).view());
  }
  return std::string(cell);
}

std::string withLeadingZero(std::string_view cell) {
  const bool lost = isDigits(cell) && cell.front() != '0' && (cell.size() == 9 || cell.size() == 10);
  return (lost ? "0" : "") + std::string(cell);
}

std::string_view headingOf(const csv::Problem& problem, const std::vector<csv::Column>& columns, Language language) {
  const auto known = std::ranges::find(columns, problem.key, &csv::Column::key);
  if (problem.key.empty() || known == columns.end()) return problem.heading;
  return language == Language::ja ? known->ja : known->en;
}

}  // namespace

std::string asEntered(Item item, std::string_view cell) {
  if (item == Item::prefecture) return prefectureNumber(cell);
  if (item == Item::programField) return fieldNumber(cell);
  if (item == Item::programPhone) return withLeadingZero(cell);
  return std::string(cell);
}

json::Json reportOf(const csv::Table& table, const std::vector<csv::Column>& columns, const store::ImportPlan& plan,
                    bool done, Language language) {
  json::Json problems = json::Json::array();
  for (const csv::Problem& problem : table.problems.sorted()) {
    const std::string_view heading = headingOf(problem, columns, language);
    problems.push_back(
        {{"line", problem.line},
         {"column", problem.column},
         {"heading", heading},
         {"code", key(problem.code)},
         {"message", words::fill(words::sentence(problem.code, language),
                                 {heading, static_cast<unsigned>(problem.min), static_cast<unsigned>(problem.max)})}});
  }
  return {{"rows", table.rows()},
          {"added", plan.added},
          {"changed", plan.changed},
          {"same", plan.same},
          {"encoding", table.encoding == csv::Encoding::utf8 ? "utf-8" : "shift_jis"},
          {"problem_count", table.problems.count()},
          {"problems", std::move(problems)},
          {"digest", table.problems.none() ? json::Json(hexOf(plan.digest)) : json::Json()},
          {"done", done}};
}

std::string hexOf(const store::Hash& hash) {
  constexpr std::string_view signs = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : hash) {
    text += signs[byte >> 4];
    text += signs[byte & 15];
  }
  return text;
}

std::optional<store::Hash> hashOfHex(std::string_view text) {
  store::Hash hash;
  if (text.size() != 2 * hash.size()) return std::nullopt;
  for (std::size_t i = 0; i < hash.size(); ++i) {
    const char* const from = text.data() + 2 * i;
    if (std::from_chars(from, from + 2, hash[i], 16).ptr != from + 2) return std::nullopt;
  }
  return hash;
}

}  // namespace senkoi::server::handlers
