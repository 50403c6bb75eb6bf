#include "senkoi/rules/search.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace senkoi::rules {
namespace {

using Records = std::vector<std::uint32_t>;

SearchIndex smallCatalogue() {
  SearchIndex index;
  index.add(Prefecture::tokyo, std::string("東京みどり大学病院"), std::string("みどり大学小児科専門研修プログラム"));
  index.add(Prefecture::tokyo, std::string("赤十字ひばりセンター"), std::string("ひばり小児科プログラム"));
  index.add(Prefecture::osaka, std::string("大阪ヒバリ病院"), std::string("大阪小児科専門研修プログラム"));
  index.add(Prefecture::okinawa, std::string("髙﨑記念病院"), std::string("ABC小児科プログラム"));
  return index;
}

Records found(SearchIndex const& index, Query const& query) {
  Records records{99};  // what was there before is replaced
  index.find(query, records);
  return records;
}

Needle needle(std::string const& text) {
  return Needle(text);
}

TEST(Search, M3_4_AnEmptySearchListsTheField) {
  EXPECT_EQ(found(smallCatalogue(), {}), (Records{0, 1, 2, 3}));
  EXPECT_EQ(found(smallCatalogue(), {{}, needle(" 　"), needle("")}), (Records{0, 1, 2, 3}));
}

TEST(Search, M3_3_FindsByPrefecture) {
  EXPECT_EQ(found(smallCatalogue(), {Prefecture::tokyo, {}, {}}), (Records{0, 1}));
  EXPECT_EQ(found(smallCatalogue(), {Prefecture::hokkaido, {}, {}}), Records{});
}

TEST(Search, M3_3_FindsByPartOfTheFacility) {
  EXPECT_EQ(found(smallCatalogue(), {{}, needle("病院"), {}}), (Records{0, 2, 3}));
  EXPECT_EQ(found(smallCatalogue(), {{}, needle("東京みどり大学病院"), {}}), Records{0});
}

TEST(Search, M3_3_FindsByPartOfTheName) {
  EXPECT_EQ(found(smallCatalogue(), {{}, {}, needle("専門")}), (Records{0, 2}));
}

TEST(Search, M3_3_JoinsTheThreeByAnd) {
  EXPECT_EQ(found(smallCatalogue(), {{}, needle("病院"), needle("プログラム")}), (Records{0, 2, 3}));
  EXPECT_EQ(found(smallCatalogue(), {Prefecture::osaka, needle("病院"), needle("プログラム")}), Records{2});
  EXPECT_EQ(found(smallCatalogue(), {Prefecture::tokyo, needle("ヒバリ"), needle("専門")}), Records{});
}

TEST(Search, M3_4_IsBlindToWidthKanaAndCase) {
  EXPECT_EQ(found(smallCatalogue(), {{}, needle("ﾋﾊﾞﾘ"), {}}), (Records{1, 2}));
  EXPECT_EQ(found(smallCatalogue(), {{}, {}, needle("ａｂｃ")}), Records{3});
  EXPECT_EQ(found(smallCatalogue(), {{}, needle("高崎"), {}}), Records{3});
}

TEST(Search, M3_4_NeverMatchesAcrossTwoRecords) {
  EXPECT_EQ(found(smallCatalogue(), {{}, needle("病院赤十字"), {}}), Records{});
}

TEST(Search, M3_4_BrowsersTextFindsTheSame) {
  EXPECT_EQ(found(smallCatalogue(), {{}, Needle(std::u16string(u"ﾋﾊﾞﾘ")), {}}), (Records{1, 2}));
}

TEST(Search, M3_4_AnEmptyCatalogueAnswersNothing) {
  EXPECT_EQ(found(SearchIndex(), {{}, needle("病院"), needle("科")}), Records{});
  EXPECT_EQ(found(SearchIndex(), {}), Records{});
}

TEST(Search, M3_4_ATextTooLongFindsNothing) {
  EXPECT_EQ(found(smallCatalogue(), {{}, Needle(std::u16string(257, u' ')), {}}), Records{});
  EXPECT_EQ(found(smallCatalogue(), {{}, Needle(std::u16string(256, u' ')), {}}).size(), 4u);
  EXPECT_EQ(found(smallCatalogue(), {{}, needle(std::string(1'000'000, 'a')), {}}), Records{});
  EXPECT_EQ(found(smallCatalogue(), {{}, {}, needle(std::string(1'000'000, ' '))}), Records{});
}

// Against the plainest search there is, over random texts of few letters, so that hits, near misses and all places
// within a group of eight occur.
TEST(Search, M3_4_AgreesWithAPlainScanOnRandomTexts) {
  std::mt19937 random(20190401);
  auto const text = [&](std::size_t most) {
    std::u16string made(random() % (most + 1), u'a');
    for (char16_t& unit : made) unit = u"abあ亜"[random() % 4];
    return made;
  };
  for (int round = 0; round < 300; ++round) {
    SearchIndex index;
    std::vector<std::pair<std::u16string, std::u16string>> plain;
    for (std::size_t i = random() % 60; i-- > 0;) {
      plain.emplace_back(text(12), text(24));
      index.add(Prefecture::tokyo, plain.back().first, plain.back().second);
    }
    std::u16string const facility = text(3), name = text(4);
    Records expected;
    for (std::uint32_t i = 0; i < plain.size(); ++i) {
      bool const hit =
          plain[i].first.find(facility) != std::u16string::npos && plain[i].second.find(name) != std::u16string::npos;
      if (hit) expected.push_back(i);
    }
    EXPECT_EQ(found(index, {{}, Needle(facility), Needle(name)}), expected);
  }
}

}  // namespace
}  // namespace senkoi::rules
