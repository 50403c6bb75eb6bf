// The published tables of tests/figures (their sources stand in each row) as limits: every row loads, adds up and is
// adopted to its last seat (T3, T6, M3.8).
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "senkoi/rules/limit_table.hpp"
#include "senkoi/rules/published_cells.hpp"

namespace senkoi::rules {
namespace {

using Record = std::map<std::string, std::string>;

std::vector<std::string> cellsOf(std::string const& line) {
  std::vector<std::string> cells;
  std::stringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
  return cells;
}

std::vector<Record> records(std::string const& name) {
  std::ifstream file(std::string(FIGURES_FOLDER) + "/" + name);
  std::string line;
  std::getline(file, line);
  auto const heads = cellsOf(line);
  std::vector<Record> found;
  while (std::getline(file, line)) {
    auto const cells = cellsOf(line);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i == 0) found.emplace_back();
      found.back()[heads[i]] = cells[i];
    }
  }
  return found;
}

LimitRow::Number numberIn(Record const& record, std::string const& column) {
  std::string const& text = record.at(column);
  return text.empty() ? LimitRow::Number() : std::stoll(text);
}

LimitRow rowOf(Record const& record) {
  return {numberIn(record, "basic"),
          numberIn(record, "addition"),
          numberIn(record, "care"),
          numberIn(record, "ordinary"),
          numberIn(record, "partnership_all"),
          numberIn(record, "special"),
          numberIn(record, "partnership"),
          numberIn(record, "limited_within_partnership"),
          numberIn(record, "ceiling"),
          numberIn(record, "full_time_dispatch")};
}

std::vector<Record> ceilings() {
  auto found = records("ceilings-2025-2027.csv");
  EXPECT_EQ(found.size(), 23u);
  return found;
}

TEST(LimitFigures, T6_EveryRowAddsUp) {
  for (Record const& record : ceilings()) {
    EXPECT_EQ(differences(rowOf(record)), std::vector<RowDifference>{}) << record.at("season") << record.at("field");
  }
}

TEST(LimitFigures, T6_EveryTotalIsTheSumOfItsRows) {
  std::map<std::string, std::map<std::string, std::int64_t>> sums;
  int totals = 0;
  for (Record const& record : ceilings()) {
    for (auto const column : {"basic", "addition", "care", "ordinary", "partnership_all", "special", "partnership",
                              "ceiling", "full_time_dispatch"}) {
      auto const number = numberIn(record, column).value_or(0);
      auto& sum = sums[record.at("status")][column];
      if (isTotal(record.at("prefecture"))) {
        EXPECT_EQ(sum, number) << record.at("status") << " " << column;
        ++totals;
      } else {
        sum += number;
      }
    }
  }
  EXPECT_EQ(totals, 2 * 9);
}

TEST(LimitFigures, T6_EveryRowIsASoundTreeThatAddsUp) {
  std::vector<std::string_view> const ofToday{"ordinary", "partnership", "special"};
  for (Record const& record : ceilings()) {
    LimitTree const tree(nodesOf(rowOf(record)));
    EXPECT_TRUE(tree.check(ofToday).empty()) << record.at("season") << record.at("prefecture") << record.at("field");
    std::int64_t const outside = numberIn(record, "full_time_dispatch").value_or(0);
    EXPECT_EQ(tree.limitOfAll(), *numberIn(record, "ceiling") + outside);
  }
}

/// How many of a kind are adopted until a node refuses, and which.
std::pair<int, std::string> fill(LimitTree const& tree, std::vector<KindCount>& counts, std::string_view kind) {
  for (int adopted = 0; adopted < 1000; ++adopted) {
    AdoptionAnswer const answer = mayAdopt({0, 9999}, tree, tree.adopted(counts), kind);
    if (answer.code != Code::ok) return {adopted, tree.nodes()[answer.node].key};
    counts.push_back({kind, 1});
  }
  return {1000, "nothing refused"};
}

TEST(LimitFigures, T5_EveryRowIsAdoptedToItsLastSeatAndNoFurther) {
  for (Record const& record : ceilings()) {
    LimitRow const row = rowOf(record);
    LimitTree const tree(nodesOf(row));
    std::vector<KindCount> counts;
    EXPECT_EQ(fill(tree, counts, "ordinary"),
              std::pair(static_cast<int>(*row.ordinary + row.fullTime.value_or(0)), std::string("ordinary")));
    for (auto const kind : {"special", "partnership", "partnership_limited"}) {
      if (!tree.path(kind).empty()) fill(tree, counts, kind);
    }
    EXPECT_EQ(static_cast<std::int64_t>(counts.size()), tree.limitOfAll()) << record.at("prefecture");
  }
}

TEST(LimitFigures, T5_SkinInTokyo2027NamesTheNodeThatIsFull) {
  for (Record const& record : ceilings()) {
    if (record.at("season") != "2027" || record.at("prefecture") != "東京都") continue;
    LimitTree const tree(nodesOf(rowOf(record)));
    std::vector<KindCount> counts;
    EXPECT_EQ(fill(tree, counts, "ordinary"), (std::pair<int, std::string>(42, "ordinary")));
    EXPECT_EQ(fill(tree, counts, "special"), (std::pair<int, std::string>(6, "special")));
    EXPECT_EQ(fill(tree, counts, "partnership"), (std::pair<int, std::string>(19, "partnership")));
  }
}

TEST(LimitFigures, T5_WherePartsAreNotPublishedTheGroupBinds) {
  for (Record const& record : ceilings()) {
    if (record.at("season") != "2026" || record.at("field") != "内科") continue;
    LimitTree const tree(nodesOf(rowOf(record)));
    std::vector<KindCount> counts{{"special", 100}};
    EXPECT_EQ(fill(tree, counts, "partnership"), (std::pair<int, std::string>(48, "linked")));
  }
}

TEST(LimitFigures, T7_TheLinesOfARowAreItsParts) {
  LimitRow row;
  row.base = 36, row.addition = 5, row.care = 0, row.ordinary = 41, row.linked = 25, row.special = 6;
  row.partnership = 19, row.ceiling = 66, row.fullTime = 1;
  EXPECT_EQ(linesOf(row), (std::vector<LimitLine>{{"ordinary", "base", 36, ""},
                                                  {"ordinary", "addition", 5, ""},
                                                  {"ordinary", "care", 0, ""},
                                                  {"ordinary", "full_time", 1, ""},
                                                  {"all", "published", 66, ""},
                                                  {"all", "full_time", 1, ""}}));
}

TEST(LimitFigures, T6_RowsOfSumsAndSeasonsAreKnownByTheirCells) {
  int totals = 0;
  for (Record const& record : ceilings()) totals += isTotal(record.at("prefecture"));
  EXPECT_EQ(totals, 2);
  EXPECT_TRUE(rules::isTotal("計"));
  EXPECT_FALSE(rules::isTotal("東京都"));
  EXPECT_EQ(seasonIn("２０２７年度"), 2027);
  EXPECT_EQ(seasonIn("27"), 0);
  EXPECT_EQ(seasonIn("next"), 0);
}

TEST(LimitFigures, T6_ARowThatDoesNotAddUpIsSeen) {
  LimitRow row;
  row.base = 36, row.addition = 5, row.ordinary = 40, row.linked = 25, row.special = 6, row.partnership = 18;
  row.ceiling = 66;
  EXPECT_EQ(differences(row), (std::vector<RowDifference>{{"ordinary", 41, 40}, {"linked", 24, 25}, {"all", 65, 66}}));
}

TEST(LimitFigures, M3_8_EveryOverflowOf2019IsAdoptedToItsCeiling) {
  auto const rows = records("overflow-2019.csv");
  EXPECT_EQ(rows.size(), 17u);
  for (Record const& record : rows) {
    std::int64_t const ceiling = *numberIn(record, "ceiling"), applicants = *numberIn(record, "applicants");
    LimitTree const tree = LimitTree::ofOne(ceiling);
    std::vector<KindCount> counts;
    std::int64_t refused = 0;
    for (std::int64_t one = 0; one < applicants; ++one) {
      AdoptionAnswer const answer = mayAdopt({0, 9999}, tree, tree.adopted(counts), ordinaryKind);
      if (answer.code == Code::ok) {
        counts.push_back({ordinaryKind, 1});
      } else {
        EXPECT_EQ(answer.code, Code::ceilingReached);
        ++refused;
      }
    }
    EXPECT_EQ(refused, applicants - ceiling) << record.at("prefecture") << record.at("field");
    EXPECT_EQ(static_cast<std::int64_t>(counts.size()), ceiling);
  }
}

}  // namespace
}  // namespace senkoi::rules
