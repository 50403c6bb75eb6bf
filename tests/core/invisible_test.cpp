// What nobody sees, against Unicode's own table, and what of it may stand in a name.
#include "senkoi/rules/text/invisible.hpp"

#include <gtest/gtest.h>
#include <utf8proc.h>

#include <string>

#include "senkoi/rules/text/classes.hpp"
#include "senkoi/rules/text/shape.hpp"
#include "senkoi/rules/text/simd.hpp"

namespace senkoi::rules {
namespace {

/// Not assigned and ignorable in DerivedCoreProperties.txt of Unicode 15.0; utf8proc lists the assigned ones alone.
bool isReserved(char32_t point) {
  return point == 0x2065 || (point >= 0xFFF0 && point <= 0xFFF8) || (point >= 0xE0000 && point <= 0xE0FFF);
}

TEST(Invisible, M2_3g_EveryCodePointIsIgnorableAsUnicodeSays) {
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    auto const* const known = utf8proc_get_property(static_cast<utf8proc_int32_t>(point));
    bool const ignorable = known->ignorable != 0 || (known->category == UTF8PROC_CATEGORY_CN && isReserved(point));
    ASSERT_EQ(isIgnorable(point), ignorable) << std::hex << static_cast<unsigned>(point);
  }
}

TEST(Invisible, M2_3g_WhatJoinsIsIgnorableAndNoSpaceIs) {
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    ASSERT_TRUE(!isJoiner(point) || isIgnorable(point)) << std::hex << static_cast<unsigned>(point);
    ASSERT_FALSE(isSpace(point) && isIgnorable(point)) << std::hex << static_cast<unsigned>(point);
    ASSERT_TRUE(!isDirection(point) || isIgnorable(point)) << std::hex << static_cast<unsigned>(point);
  }
}

TEST(Invisible, M2_3g_InkHoldsNothingThatIsUnseen) {
  for (char32_t point = 0; point <= 0xFFFF; ++point) {
    bool const other = isSpace(point) || isUnseen(point, Lines::one) || isUnreadable(point);
    ASSERT_FALSE(inkIn(static_cast<std::uint32_t>(point)) && other) << std::hex << static_cast<unsigned>(point);
  }
}

std::u32string cleaned(std::u32string const& points, Joiners joiners, Code& code) {
  std::string text;
  assign(text, std::u32string_view{points});
  code = clean(text, Lines::one, joiners);
  std::u32string left;
  everyPoint(text, [&](char32_t point) { return left += point, true; });
  return left;
}

TEST(Invisible, M2_3g_EachIgnorableGoesAtTheEndsUnsaidAndInsideSaid) {
  for (Range const range : ignorableRanges) {
    for (char32_t point = range.from; point <= range.to; ++point) {
      Code code = Code::internalError;
      EXPECT_EQ(cleaned(std::u32string{point, U' ', U'山', U' ', point}, Joiners::go, code), U"山");
      EXPECT_EQ(code, Code::ok);
      EXPECT_EQ(cleaned(std::u32string{U'山', point, U'田'}, Joiners::go, code), U"山田");
      EXPECT_EQ(code, isDirection(point) ? Code::ok : Code::invisibleDropped) << std::hex << unsigned(point);
      EXPECT_EQ(cleaned(std::u32string{point, point}, Joiners::stay, code), U"");
    }
  }
}

TEST(Invisible, M2_3g_SelectorsAndTheJoinerStayInsideAndASelectorAtTheEnd) {
  Code code = Code::internalError;
  EXPECT_EQ(cleaned(U"葛\U000E0100城", Joiners::stay, code), U"葛\U000E0100城");
  EXPECT_EQ(cleaned(U"葛\U000E0100", Joiners::stay, code), U"葛\U000E0100");
  EXPECT_EQ(cleaned(U"\U000E0100葛", Joiners::stay, code), U"葛");
  EXPECT_EQ(cleaned(U"क\u094D\u200Dष\u200D", Joiners::stay, code), U"क\u094D\u200Dष");
  EXPECT_EQ(code, Code::ok);
}

}  // namespace
}  // namespace senkoi::rules
