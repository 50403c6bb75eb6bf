// What users read: both languages of everything, sentences that end as sentences, placeholders that are filled.
#include <gtest/gtest.h>

#include <algorithm>

#include "senkoi/codes/code_table.hpp"
#include "senkoi/rules/text/units.hpp"
#include "senkoi/words/label.hpp"
#include "senkoi/words/sentence.hpp"

namespace senkoi::words {
namespace {

bool hasJapanese(std::string_view text) {
  return !rules::everyPoint(text, [](char32_t point) {
    return point < 0x3041 || point > 0x9FFF;  // kana and kanji
  });
}

TEST(Sentences, EachEndsAsASentenceInItsLanguage) {
  for (CodeRow const& row : codeTable) {
    if (row.code == Code::ok) continue;
    EXPECT_TRUE(sentence(row.code, Language::ja).ends_with("。") ||
                sentence(row.code, Language::ja).find("例：") != std::string_view::npos)
        << row.key;
    EXPECT_TRUE(sentence(row.code, Language::en).ends_with(".")) << row.key;
    EXPECT_TRUE(hasJapanese(sentence(row.code, Language::ja))) << row.key;
  }
  EXPECT_EQ(sentence(Code::ok, Language::ja), "");
}

TEST(Sentences, EnglishHoldsNoJapaneseButTheWordToEnter) {
  for (CodeRow const& row : codeTable) {
    std::string text{sentence(row.code, Language::en)};
    if (auto const at = text.find("なし"); at != std::string::npos) text.erase(at, std::string_view{"なし"}.size());
    EXPECT_FALSE(hasJapanese(text)) << row.key;
  }
}

TEST(Sentences, M4_1_TheManualsOwnWordsRefuseAWithdrawalInTheAdoptionPeriod) {
  std::string_view const said = sentence(Code::inAdoptionPeriod, Language::ja);
  EXPECT_TRUE(said.starts_with("採用期間中は応募の取り下げはできません。"));
  EXPECT_NE(said.find("統括責任者へご連絡ください。"), std::string_view::npos);
  EXPECT_NE(sentence(Code::withdrawalInGap, Language::ja), said);
}

TEST(Sentences, PlaceholdersAreFilled) {
  Subject const subject{"住所", 1, 200};
  EXPECT_EQ(fill(sentence(Code::tooLong, Language::ja), subject), "「住所」は200文字以内で入力してください。");
  EXPECT_EQ(fill("{min}-{max} {label}{label}", subject), "1-200 住所住所");
  EXPECT_EQ(fill("no placeholder", subject), "no placeholder");
  EXPECT_EQ(fill("{unknown}left { open", subject), "left ");
}

TEST(Sentences, HoldNoOtherPlaceholderThanThoseThatAreFilled) {
  for (CodeRow const& row : codeTable) {
    for (Language const language : {Language::ja, Language::en}) {
      std::string const filled = fill(sentence(row.code, language), {"x", 1, 2});
      EXPECT_EQ(filled.find_first_of("{}"), std::string::npos) << row.key;
      std::string_view const text = sentence(row.code, language);
      auto const opened = std::count(text.begin(), text.end(), '{');
      long known = 0;
      for (std::string_view const name : {"{label}", "{min}", "{max}"}) known += text.find(name) != text.npos;
      EXPECT_EQ(opened, known) << row.key;
    }
  }
}

TEST(Labels, EverythingHasANameInBothLanguages) {
  for (Language const language : {Language::ja, Language::en}) {
    for (std::size_t i = 0; i < itemTable.size(); ++i) {
      Item const item = static_cast<Item>(i);
      EXPECT_FALSE(label(item, language).empty()) << name(item);
      for (std::string_view const option : optionsOf(item)) EXPECT_FALSE(label(item, option, language).empty());
    }
    for (unsigned i = 1; i <= fieldCount; ++i) {
      EXPECT_FALSE(label(static_cast<Field>(i), language).empty());
      EXPECT_FALSE(society(static_cast<Field>(i), language).empty());
    }
    for (unsigned i = 1; i <= prefectureCount; ++i) EXPECT_FALSE(label(static_cast<Prefecture>(i), language).empty());
    for (std::size_t i = 0; i < applicationStateNames.size(); ++i) {
      EXPECT_FALSE(label(static_cast<ApplicationState>(i), language).empty());
    }
    for (std::size_t i = 0; i < periodNames.size(); ++i) EXPECT_FALSE(label(static_cast<Period>(i), language).empty());
  }
  EXPECT_EQ(label(Item::track, "no such option", Language::ja), "");
}

TEST(Labels, M1_1_FieldsAndPrefecturesStandAtTheirNumbers) {
  EXPECT_EQ(label(*fieldOf("01"), Language::ja), "内科");
  EXPECT_EQ(label(*fieldOf("12"), Language::ja), "放射線科");
  EXPECT_EQ(society(*fieldOf("02"), Language::ja), "日本小児科学会");
  EXPECT_EQ(label(*fieldOf("19"), Language::ja), "総合診療");
  EXPECT_EQ(label(Prefecture::tokyo, Language::ja), "東京都");
  EXPECT_EQ(label(Prefecture::fukuoka, Language::en), "Fukuoka");
  EXPECT_EQ(label(Prefecture::okinawa, Language::ja), "沖縄県");
}

}  // namespace
}  // namespace senkoi::words
