// Reading and writing UTF-8 and UTF-16: the ground on which every rule stands.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "senkoi/rules/text/shape.hpp"
#include "senkoi/rules/text/simd.hpp"
#include "senkoi/rules/text/units.hpp"

namespace senkoi::rules {
namespace {

template <class Text>
std::u32string pointsOf(Text const& text) {
  std::u32string points;
  everyPoint(text, [&](char32_t point) { return points += point, true; });
  return points;
}

bool isSurrogate(char32_t point) {
  return point >= 0xD800 && point <= 0xDFFF;
}

TEST(Units, EveryCodePointIsWrittenAndReadInBothEncodings) {
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    if (isSurrogate(point)) continue;
    char bytes[4];
    char16_t pair[2];
    std::size_t byteAt = 0, unitAt = 0;
    std::size_t const byteCount = put(bytes, point), unitCount = put(pair, point);
    ASSERT_EQ(next(bytes, byteCount, byteAt), point);
    ASSERT_EQ(next(pair, unitCount, unitAt), point);
    ASSERT_EQ(byteAt, byteCount);
    ASSERT_EQ(unitAt, unitCount);
  }
}

TEST(Units, MalformedUtf8ReadsAsReplacementAndNeverStandsStill) {
  std::vector<std::string> const malformed{
      "\x80",              // continuation alone
      "\xC0\xAF",          // overlong slash
      "\xC1\xBF",          // overlong
      "\xE0\x9F\xBF",      // overlong in three
      "\xED\xA0\x80",      // a surrogate
      "\xED\xBF\xBF",      // a surrogate
      "\xF0\x8F\xBF\xBF",  // overlong in four
      "\xF4\x90\x80\x80",  // above U+10FFFF
      "\xF5\x80\x80\x80",  // no such lead
      "\xFF",              // no such byte
      "\xE3\x81",          // cut off
      "\xF0\x9F\x98",      // cut off
      "\xC3",              // cut off
  };
  for (std::string const& text : malformed) {
    std::u32string const points = pointsOf(text);
    ASSERT_FALSE(points.empty());
    for (char32_t const point : points) EXPECT_EQ(point, replacement) << testing::PrintToString(text);
    std::string kept = text;
    EXPECT_EQ(dropUnseen(kept, Lines::one, Joiners::go), Code::unreadableCharacter);
    EXPECT_EQ(kept, text);
  }
}

TEST(Units, InkIsWhatIsSurelySeen) {
  for (std::uint32_t const ink : {0x21U, 0x7EU, 0x3001U, 0x5C71U, 0xD7FFU}) EXPECT_TRUE(inkIn(ink)) << ink;
  for (std::uint32_t const other : {0U, 0x20U, 0x7FU, 0x3000U, 0xD800U, 0xFFFFU}) EXPECT_FALSE(inkIn(other)) << other;
}

TEST(Units, CleanTakesWhatIsUnseenAndTheSpaceAtBothEnds) {
  std::string text = "\xE3\x80\x80 \xE5\xB1\xB1\xE2\x80\x8E \xE7\x94\xB0\t ";
  EXPECT_EQ(clean(text, Lines::one, Joiners::go), Code::ok);
  EXPECT_EQ(text, "山 田");
  std::string lost = " \xFF ";
  EXPECT_EQ(clean(lost, Lines::one, Joiners::go), Code::unreadableCharacter);
  EXPECT_EQ(lost, "\xFF");
}

TEST(Units, WhatFollowsAMalformedSequenceIsReadAgain) {
  EXPECT_EQ(pointsOf(std::string{"\xE3\x81"
                                 "a"}),
            U"\uFFFDa");
  EXPECT_EQ(pointsOf(std::string{"\xC3\xE3\x81\x82"}), U"\uFFFDあ");
}

TEST(Units, LoneSurrogatesReadAsReplacement) {
  EXPECT_EQ(pointsOf(std::u16string{u'a', 0xD842, u'b'}), U"a\uFFFDb");
  EXPECT_EQ(pointsOf(std::u16string{0xDFB7, 0xD842}), U"\uFFFD\uFFFD");
  EXPECT_EQ(pointsOf(std::u16string{0xD842, 0xDFB7}), U"𠮷");
}

TEST(Units, LengthIsMeasuredInUtf16InBothEncodings) {
  EXPECT_FALSE(longerThan("𠮷𠮷", 8, 4));
  EXPECT_TRUE(longerThan("𠮷𠮷", 8, 3));
  EXPECT_FALSE(longerThan("あああ", 9, 3));
  EXPECT_TRUE(longerThan("あああ", 9, 2));
  EXPECT_FALSE(longerThan(u"ああ", 2, 2));
  EXPECT_TRUE(longerThan(u"ああ", 2, 1));
}

TEST(Shape, M2_3g_TrimsEveryKindOfSpaceAndNothingElse) {
  for (char32_t const space :
       {U' ', U'\t', U'\n', U'\r', U'\u00A0', U'\u3000', U'\u200B', U'\uFEFF', U'\u2003', U'\u2060'}) {
    std::string around;
    assign(around, std::u32string{space, U'山', space, U'田', space});
    trim(around);
    EXPECT_EQ(pointsOf(around), (std::u32string{U'山', space, U'田'}));
  }
  std::string all = " 　\t";
  trim(all);
  EXPECT_EQ(all, "");
}

TEST(Shape, ComparesExactly) {
  EXPECT_TRUE(is(std::string{"yes"}, "yes"));
  EXPECT_FALSE(is(std::string{"yes "}, "yes"));
  EXPECT_TRUE(is(std::u16string{u"なし"}, U"なし"));
  EXPECT_FALSE(is(std::u16string{u"なしの"}, U"なし"));
  EXPECT_FALSE(is(std::u16string{u"な"}, U"なし"));
}

}  // namespace
}  // namespace senkoi::rules
