#include "server/handlers/office/form_table.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "senkoi/codes/code_table.hpp"
#include "senkoi/rules/text/digits.hpp"
#include "senkoi/words/sentence.hpp"
#include "server/csv/headings.hpp"

namespace senkoi::server::handlers {
namespace {

// What names a choice in a table: its label in either language. 東京 is as good as 東京都: all prefectures end in a
// character that says what they are.
class Names {
 public:
  Names() {
    for (unsigned number = 1; number <= prefectureCount; ++number) {
      const auto prefecture = static_cast<Prefecture>(number);
      const std::string_view ja = words::label(prefecture, Language::ja);
      put(Item::prefecture, number, ja);
      put(Item::prefecture, number, words::label(prefecture, Language::en));
      put(Item::prefecture, number, ja.substr(0, ja.size() - character));
    }
    for (unsigned number = 1; number <= fieldCount; ++number) {
      put(Item::programField, number, words::label(static_cast<Field>(number), Language::ja));
      put(Item::programField, number, words::label(static_cast<Field>(number), Language::en));
    }
  }

  // Two digits; the cell as it is where it names nothing.
  std::string numberOf(Item item, std::string_view cell) const {
    const auto& names = item == Item::prefecture ? prefectures_ : fields_;
    const auto found = names.find(csv::folded(cell));
    return std::string(found == names.end() ? cell : found->second.view());
  }

 private:
  static constexpr std::size_t character = 3;

  void put(Item item, unsigned number, std::string_view name) {
    (item == Item::prefecture ? prefectures_ : fields_).emplace(csv::folded(name), twoDigits(number));
  }

  std::unordered_map<std::u16string, TwoDigits> prefectures_, fields_;
};

// A spreadsheet takes the 0 from a phone number that is digits alone.
std::string withLeadingZero(std::string_view cell) {
  const rules::Digits found = rules::digitsIn(cell, U"'");
  const bool lost = found.plain() && (found.count == 9 || found.count == 10) && found.view().front() != '0';
  return lost ? "0" + std::string(found.view()) : std::string(cell);
}

std::string_view headingOf(const csv::Problem& problem, const std::vector<csv::Column>& columns, Language language) {
  const auto known = std::ranges::find(columns, problem.key, &csv::Column::key);
  if (problem.key.empty() || known == columns.end()) return problem.heading;
  return language == Language::ja ? known->ja : known->en;
}

}  // namespace

std::string asEntered(Item item, std::string_view cell) {
  static const Names names;
  if (item == Item::prefecture || item == Item::programField) return names.numberOf(item, cell);
  if (item == Item::programPhone) return withLeadingZero(cell);
  return std::string(cell);
}

std::string shownInTable(Item item, const std::string& value, Language language) {
  if (item == Item::programField && senkoi::fieldOf(value))
    return std::string(words::label(*senkoi::fieldOf(value), language));
  if (item == Item::prefecture && senkoi::prefectureOf(value))
    return std::string(words::label(*senkoi::prefectureOf(value), language));
  if (item != Item::recruitingRounds) return value;
  std::string rounds;
  for (const char round : value) {
    if (!rounds.empty()) rounds += ' ';
    rounds += round;
  }
  return rounds;
}

json::Json reportOf(const csv::Table& table, const std::vector<csv::Column>& columns, const store::ImportPlan& plan,
                    json::Json changes, bool done, Language language) {
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
          {"changes", std::move(changes)},
          {"encoding", name(table.encoding)},
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
