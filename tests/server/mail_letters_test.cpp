// The words of every letter, in both languages (M2.2, M2.5, M1.3, M5.1).
#include <gtest/gtest.h>

#include "server/mail/letters.hpp"

namespace senkoi::server::mail {
namespace {

using store::LetterKind;

const store::Facts everything{{"field", "02"},
                              {"until_at", "1540260000000"},
                              {"user_id", "0248391621"},
                              {"user_ids", "0248391621 0100000017"},
                              {"family_name", "髙橋"},
                              {"given_name", "花子"},
                              {"program", "本郷プログラム"},
                              {"facility", "本郷病院"},
                              {"from_program", "京都プログラム"},
                              {"from_facility", "京都病院"},
                              {"round", "1"},
                              {"name", "東京 太郎"},
                              {"role", "director"}};

Letter written(LetterKind kind, Language language = Language::ja, store::Facts facts = everything) {
  store::Letter letter;
  letter.kind = kind;
  letter.to = "hanako@example.jp";
  letter.language = language;
  letter.facts = std::move(facts);
  return write(letter, "https://senkoi.example", "TOKEN");
}

bool holds(const Letter& letter, std::string_view text) {
  return letter.text.find(text) != std::string::npos;
}

TEST(Letters, EveryKindIsWholeInBothLanguages) {
  for (int kind = 0; kind <= static_cast<int>(LetterKind::classChanged); ++kind) {
    for (const Language language : {Language::ja, Language::en}) {
      const Letter letter = written(static_cast<LetterKind>(kind), language);
      EXPECT_FALSE(letter.subject.empty());
      EXPECT_EQ(letter.text.find('{'), std::string::npos) << letter.text;
      EXPECT_TRUE(holds(letter, "https://senkoi.example"));
      EXPECT_EQ(letter.to, "hanako@example.jp");
    }
  }
}

TEST(Letters, M2_2_TheLinkCarriesItsTokenInTheFragmentAlone) {
  const Letter letter = written(LetterKind::registrationLink);
  EXPECT_TRUE(holds(letter, "https://senkoi.example/register.html#token=TOKEN\n"));
  EXPECT_TRUE(holds(letter, "2018年10月23日 11:00"));
  EXPECT_TRUE(holds(letter, "小児科"));
  EXPECT_TRUE(
      holds(written(LetterKind::recovery, Language::en), "https://senkoi.example/reset.html?lang=en#token=TOKEN\n"));
}

TEST(Letters, M2_5_TheUserIdIsWrittenAsItIsShown) {
  EXPECT_TRUE(holds(written(LetterKind::registered), "02-4839162-1"));
  EXPECT_TRUE(holds(written(LetterKind::recovery), "02-4839162-1（小児科領域）\n01-0000001-7（内科領域）\n"));
  EXPECT_TRUE(holds(written(LetterKind::recovery, Language::en), "02-4839162-1 (Pediatrics)\n"));
}

// Whoever knows an address can ask for a link in any field: its owner must see which letter is theirs.
TEST(Letters, M2_2_SubjectAndTextOfARegistrationLinkNameTheField) {
  const Letter ja = written(LetterKind::registrationLink), en = written(LetterKind::registrationLink, Language::en);
  EXPECT_NE(ja.subject.find("小児科領域"), std::string::npos) << ja.subject;
  EXPECT_TRUE(holds(ja, "小児科領域"));
  EXPECT_NE(en.subject.find("Pediatrics"), std::string::npos) << en.subject;
  EXPECT_TRUE(holds(en, "Pediatrics"));
}

TEST(Letters, M5_1_ResultsSayNothingOfTheResult) {
  EXPECT_EQ(written(LetterKind::resultsOut, Language::ja).text.find("採用"), std::string::npos);
  EXPECT_EQ(written(LetterKind::resultsOut, Language::ja).text.find("本郷"), std::string::npos);
}

TEST(Letters, M3_5_EveryRoundIsCalledByItsName) {
  EXPECT_TRUE(holds(written(LetterKind::applied), "（一次募集）"));
  auto facts = everything;
  facts[10].second = "4";
  EXPECT_TRUE(holds(written(LetterKind::applied, Language::ja, facts), "（第4回募集）"));
}

TEST(Letters, NamesThatLookLikePlacesOrLineBreaksStayNames) {
  auto facts = everything;
  facts[4].second = "{token}";
  facts[5].second = "花子\r\nBcc: x@example.jp";
  const Letter letter = written(LetterKind::registered, Language::ja, facts);
  EXPECT_TRUE(holds(letter, "{token} 花子  Bcc: x@example.jp 様"));
  EXPECT_FALSE(holds(letter, "TOKEN"));
}

}  // namespace
}  // namespace senkoi::server::mail
