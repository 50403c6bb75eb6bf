#include "senkoi/rules/fold.hpp"

#include <gtest/gtest.h>
#include <utf8proc.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "senkoi/rules/text/classes.hpp"

namespace senkoi::rules {
namespace {

template <class Text>
std::u16string folded(Text const& text) {
  std::u16string result(text.size(), u'\0');
  result.resize(fold(text, result.data()));
  return result;
}

std::string utf8(char32_t point) {
  char units[4];
  return {units, put(units, point)};
}

// NFKC_Casefold as Unicode's own tables say.
std::string unicodeFolded(std::string const& text) {
  utf8proc_uint8_t* result = nullptr;
  auto const options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                      UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  utf8proc_ssize_t const size = utf8proc_map(reinterpret_cast<utf8proc_uint8_t const*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &result, options);
  EXPECT_GE(size, 0);
  std::string const found(reinterpret_cast<char const*>(result), static_cast<std::size_t>(size));
  std::free(result);
  return found;
}

struct Pair {
  std::u16string typed, stored;
};

class FoldsAlike : public testing::TestWithParam<Pair> {};

TEST_P(FoldsAlike, M3_4_InSearch) {
  EXPECT_EQ(folded(GetParam().typed), folded(GetParam().stored));
}

INSTANTIATE_TEST_SUITE_P(
    Fold, FoldsAlike,
    testing::Values(Pair{u"ＡＢＣ病院", u"abc病院"}, Pair{u"１２３", u"123"}, Pair{u"ｶﾞﾝセンター", u"がんせんたー"},
                    Pair{u"ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ", u"ぱぴぷぺぽ"}, Pair{u"ｳﾞｧｲｵﾘﾝ", u"ヴァイオリン"}, Pair{u"か\u3099", u"ガ"},
                    Pair{u"は゜", u"パ"}, Pair{u"センタ－", u"センター"}, Pair{u"センタ-", u"センタｰ"},
                    Pair{u"センタ—", u"センター"}, Pair{u"東京 大学", u"東京大学"}, Pair{u"東京　大学", u"東京大学"},
                    Pair{u"メディカル・センター", u"メディカルセンター"}, Pair{u"ﾒﾃﾞｨｶﾙ･ｾﾝﾀｰ", u"メディカルセンター"},
                    Pair{u"髙﨑", u"高崎"}, Pair{u"齋藤", u"斎藤"}, Pair{u"邊", u"辺"}, Pair{u"𠮷田", u"吉田"},
                    Pair{u"慶應義塾", u"慶応義塾"}, Pair{u"廣島縣", u"広島県"}, Pair{u"\uFA1B岡", u"福岡"},
                    Pair{u"茅ヶ崎", u"茅ケ崎"}, Pair{u"四ッ谷", u"四ツ谷"}, Pair{u"葛\U000E0100城", u"葛城"},
                    Pair{u"ÉCOLE", u"école"}, Pair{u"ΑΩ", u"αω"}, Pair{u"ЖЁ", u"жё"}));

class FoldsApart : public testing::TestWithParam<Pair> {};

TEST_P(FoldsApart, M3_4_InSearch) {
  EXPECT_NE(folded(GetParam().typed), folded(GetParam().stored));
}

INSTANTIATE_TEST_SUITE_P(Fold, FoldsApart,
                         testing::Values(Pair{u"はん", u"ばん"}, Pair{u"ばん", u"ぱん"}, Pair{u"大坂", u"大阪"},
                                         Pair{u"びょういん", u"びよういん"}, Pair{u"セン", u"センター"}));

TEST(Fold, M2_3g_NeverTouchesItsSource) {
  std::u16string const name = u"髙﨑　ｶﾞ";
  std::u16string const before = name;
  folded(name);
  EXPECT_EQ(name, before);
}

TEST(Fold, M3_4_EmptyAndOnlyIgnorableTextsFoldToNothing) {
  EXPECT_EQ(folded(std::string()), u"");
  EXPECT_EQ(folded(std::u16string(u" 　・\u200B\uFEFF\u202E\t\n\u3099")), u"");
  EXPECT_EQ(folded(std::string("\0", 1)), u"");
}

TEST(Fold, M3_4_Utf8AndUtf16FoldTheSame) {
  for (char32_t point = 1; point < 0x30000; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    char16_t units[2];
    std::u16string const wide(units, put(units, point));
    EXPECT_EQ(folded(utf8(point)), folded(wide)) << std::hex << static_cast<unsigned>(point);
  }
}

TEST(Fold, M3_4_MalformedInputFoldsToReplacements) {
  EXPECT_EQ(folded(std::string("\xE3\x81")), u"\uFFFD");
  EXPECT_EQ(folded(std::u16string(1, char16_t{0xD800})), u"\uFFFD");
}

TEST(Fold, M3_4_FoldingTwiceChangesNothingMore) {
  for (char32_t point = 0x20; point < 0x30000; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    auto const once = folded(utf8(point));
    EXPECT_EQ(folded(once), once) << std::hex << static_cast<unsigned>(point);
  }
}

// Where Unicode's folding and ours speak of the same thing, a text and its Unicode folding are found by each other.
TEST(Fold, M3_4_AgreesWithUnicodeOnEveryCharacterOfJapaneseNames) {
  struct Range {
    char32_t from, until;
  };
  std::vector<Range> const ranges{{0x20, 0x7F},     {0xC0, 0xDF},     {0x391, 0x3A2},   {0x3A3, 0x3C2},
                                  {0x410, 0x450},   {0x3041, 0x3100}, {0x4E00, 0xA000}, {0xFA10, 0xFA2E},
                                  {0xFF01, 0xFF5F}, {0xFF61, 0xFFA0}};
  for (Range const range : ranges) {
    for (char32_t point = range.from; point < range.until; ++point) {
      bool const expands = point == 0x30FF || point == 0x309F;  // ヿ, ゟ: one character for two kana
      if (expands) continue;
      EXPECT_EQ(folded(utf8(point)), folded(unicodeFolded(utf8(point)))) << std::hex << static_cast<unsigned>(point);
    }
  }
}

TEST(Fold, M3_4_WidthAndCaseAreExactlyUnicodes) {
  for (char32_t point = 0xFF01; point <= 0xFF5E; ++point) {
    // '－' and '～' are read as a long vowel mark, brackets are not compared
    if (isHyphen(point) || std::u32string_view{U"（）［］～"}.find(point) != std::u32string_view::npos) continue;
    EXPECT_EQ(foldPoint(point), static_cast<unsigned char>(unicodeFolded(utf8(point))[0]));
  }
}

TEST(Fold, M3_4_WhatPeopleMixFindsEachOther) {
  struct Pair {
    char const* one;
    char const* other;
  };
  constexpr Pair pairs[]{
      {"からだ〜ケア", "からだ～ケア"},
      {"からだ~ケア", "からだ∼ケア"},
      {"からだ〰ケア", "からだーケア"},
      {"セ－タ‐病―院─", "セータ-病-院ー"},
      {"Tōkyō", "tokyo"},
      {"Cafe\u0301", "CAFÉ"},
      {"Ångström", "angstrom"},
      {"Škoda Łódź", "skodalodz"},
      {"第Ⅱ病院", "第ⅱ病院"},
      {"Ⓐ棟", "ⓐ棟"},
      {"㈱みどり", "(株)みどり"},
      {"（株）みどり", "株みどり"},
      {"㈻㈶㈳", "（学）（財）（社）"},
      {"飛驒市民病院", "飛騨市民病院"},
      {"江渕", "江淵"},
      {"渊上", "渕上"},
      {"髙﨑", "高崎"},
      {"塩竈", "塩釜"},
      {"礪波総合", "砺波総合"},
      {"檮原", "梼原"},
      {"諫早", "諌早"},
      {"鰺ヶ沢", "鯵ケ沢"},
      {"國立", "国立"},
      {"惠愛會", "恵愛会"},
      {"聖隷（三方原）", "聖隷三方原"},
      {"蘆屋", "芦屋"},
      {"圡屋", "土屋"},
      {"嶋﨑", "島碕"},
      {"獨協医科", "独協医科"},
      {"濟生會", "済生会"},
      {"對馬", "対馬"},
      {"雙葉", "双葉"},
      {"輕井澤", "軽井沢"},
      {"勞災", "労災"},
      {"聖隸", "聖隷"},
      {"沖繩", "沖縄"},
      {"兩國", "両国"},
      {"餘部", "余部"},
      {"劔岳と剱岳", "剣岳と剣岳"},
      {"溪聲", "渓声"},
      {"權現", "権現"},
      {"辨天", "弁天"},
      {"\uFA46", "渚"},
  };
  for (Pair const& pair : pairs) EXPECT_EQ(folded(std::string{pair.one}), folded(std::string{pair.other})) << pair.one;
}

TEST(Fold, M3_4_WhatIsAnotherWordStaysAnother) {
  EXPECT_NE(folded(std::string{"斎藤"}), folded(std::string{"斉藤"}));
  EXPECT_NE(folded(std::string{"第Ⅰ"}), folded(std::string{"第Ⅱ"}));
  EXPECT_NE(folded(std::string{"œuvre"}), folded(std::string{"ouvre"}));
}

TEST(Fold, M3_4_EveryKanaComposesWithItsMarkAsUnicodeDoes) {
  for (char32_t kana = 0xFF66; kana <= 0xFF9D; ++kana) {
    for (char32_t const mark : {U'ﾞ', U'ﾟ'}) {
      std::string const pair = utf8(kana) + utf8(mark);
      EXPECT_EQ(folded(pair), folded(unicodeFolded(pair))) << pair;
    }
  }
  for (char32_t kana = 0x3041; kana <= 0x3096; ++kana) {
    for (char32_t const mark : {0x3099, 0x309A}) {
      std::string const pair = utf8(kana) + utf8(mark);
      EXPECT_EQ(folded(pair), folded(unicodeFolded(pair))) << pair;
    }
  }
}

}  // namespace
}  // namespace senkoi::rules
