// Postal codes and names of prefectures against Japan Post's table and the names themselves.
#include "senkoi/rules/place.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "senkoi/words/label.hpp"

namespace senkoi::rules {
namespace {

TEST(Place, M2_3_APostalCodeMayLieWhereJapanPostSaysAndElsewhereOnlyAtBorders) {
  std::ifstream table{std::string{CASES_FOLDER} + "/../core/postal_prefixes.txt"};
  std::size_t rows = 0, shared = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.front() == '#') continue;
    std::istringstream words{line};
    std::string digits;
    words >> digits;
    ++rows;
    std::string const code = digits + "-0001";
    std::size_t may = 0;
    for (unsigned prefecture = 1; prefecture <= prefectureCount; ++prefecture) may += mayLieIn(code, prefecture);
    std::size_t lies = 0;
    for (unsigned prefecture = 0; words >> prefecture; ++lies) EXPECT_TRUE(mayLieIn(code, prefecture)) << line;
    EXPECT_TRUE(may == 1 || may == prefectureCount) << line;
    shared += may == prefectureCount;
    EXPECT_TRUE(may == prefectureCount || lies == 1) << line;
  }
  EXPECT_EQ(rows, 947U);
  EXPECT_EQ(shared, 24U);
}

TEST(Place, M2_3_EveryNameOfAPrefectureIsKnownAtTheHeadOfAnAddress) {
  for (unsigned number = 1; number <= prefectureCount; ++number) {
    std::string const name{words::label(static_cast<Prefecture>(number), Language::ja)};
    NamedPrefecture const found = prefectureAtHead(name + "中央区1-1");
    EXPECT_EQ(found.number, number) << name;
    EXPECT_EQ(found.size, name.size()) << name;
  }
}

TEST(Place, M2_3_AMunicipalityIsNoPrefecture) {
  for (std::string const address :
       {"太宰府市1-1", "府中市1-1", "京都市中京区1", "尾道市1", "別府市1", "都城市1", "国東市国東町1", "甲府市1",
        "県町1", "東京", "", "1-1", "Tokyo", "北海市道町1", "三都府1", "調布市国領町8-2"}) {
    EXPECT_EQ(prefectureAtHead(address).number, 0U) << address;
  }
}

}  // namespace
}  // namespace senkoi::rules
