// Codes, fields, prefectures, languages, moments: the small values that everything names.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "senkoi/codes/code_table.hpp"
#include "senkoi/codes/field.hpp"
#include "senkoi/codes/instant.hpp"
#include "senkoi/codes/language.hpp"
#include "senkoi/codes/prefecture.hpp"

namespace senkoi {
namespace {

TEST(Codes, KeysAreUniqueSnakeCase) {
  std::set<std::string_view> keys;
  for (CodeRow const& row : codeTable) {
    EXPECT_TRUE(keys.insert(row.key).second) << row.key;
    EXPECT_TRUE(std::all_of(row.key.begin(), row.key.end(),
                            [](char unit) { return (unit >= 'a' && unit <= 'z') || unit == '_'; }));
  }
}

TEST(Codes, OnlyErrorsRefuse) {
  EXPECT_FALSE(refuses(Code::ok));
  EXPECT_FALSE(refuses(Code::registryNumberPadded));
  EXPECT_FALSE(refuses(Code::mailCarrierPossible));
  EXPECT_TRUE(refuses(Code::mailCarrier));
  EXPECT_EQ(name(severity(Code::registryNumberPadded)), "note");
}

TEST(Fields, AreTwoDigitsFrom01To19) {
  for (unsigned i = 1; i <= fieldCount; ++i) {
    auto const field = fieldOf(twoDigits(i));
    ASSERT_TRUE(field);
    EXPECT_EQ(number(*field), i);
    EXPECT_EQ(digits(*field).view(), twoDigits(i).view());
  }
  for (std::string_view const wrong : {"", "0", "1", "00", "20", "99", "001", "0a", " 1", "１"})
    EXPECT_FALSE(fieldOf(wrong)) << wrong;
}

TEST(Prefectures, M2_3c_AreTwoDigitsFrom01To47) {
  for (unsigned i = 1; i <= prefectureCount; ++i) EXPECT_EQ(number(*prefectureOf(twoDigits(i))), i);
  for (std::string_view const wrong : {"", "00", "48", "1", "-1", "１３"}) EXPECT_FALSE(prefectureOf(wrong)) << wrong;
}

TEST(Languages, AreTwo) {
  EXPECT_EQ(languageOf("ja"), Language::ja);
  EXPECT_EQ(languageOf("en"), Language::en);
  EXPECT_FALSE(languageOf("fr"));
  EXPECT_FALSE(languageOf("JA"));
  EXPECT_EQ(tag(Language::en), "en");
}

TEST(Moments, ADayInJapanBeginsAt15UtcOfTheDayBefore) {
  using namespace std::chrono;
  EXPECT_EQ(dayInJapan(1540997999999), (year_month_day{year{2018}, October, day{31}}));
  EXPECT_EQ(dayInJapan(1540998000000), (year_month_day{year{2018}, November, day{1}}));
  EXPECT_EQ(dayInJapan(-1), (year_month_day{year{1970}, January, day{1}}));
}

}  // namespace
}  // namespace senkoi
