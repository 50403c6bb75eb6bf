#include "senkoi/rules/user_id.hpp"

#include <gtest/gtest.h>

#include <string>

namespace senkoi::rules {
namespace {

std::string made(unsigned field, std::uint32_t number) {
  auto const id = makeUserId(static_cast<Field>(field), number);
  return {id.begin(), id.end()};
}

template <class Text>
Code checked(Text& text) {
  return userId(text, Context{});
}

TEST(UserId, M2_5_HasFieldNumberAndCheckDigit) {
  std::string const id = made(2, 4'839'162);
  EXPECT_EQ(id.substr(0, 9), "024839162");
  auto const shown = displayUserId(id.data());
  EXPECT_EQ(std::string(shown.begin(), shown.end()), "02-4839162-" + id.substr(9));
}

// ISO 7064 gives 0794 + 5 as the example of MOD 11,10.
TEST(UserId, M2_5_CheckDigitIsThatOfIso7064) {
  EXPECT_EQ(userIdCheckDigit("0794", 4), 5);
}

TEST(UserId, M3_1_ReadsAnyWidthWithHyphensAndSpaces) {
  std::string const id = made(2, 4'839'162);
  for (std::string text : {id, "02-4839162-" + id.substr(9), " 02 4839162 " + id.substr(9) + "\n",
                           "０２－４８３９１６２ー" + id.substr(9), "02‐4839162−" + id.substr(9)}) {
    EXPECT_EQ(checked(text), Code::ok) << text;
    EXPECT_EQ(text, id);
  }
}

TEST(UserId, M3_1_ReadsUtf16Alike) {
  std::string const id = made(19, 1);
  std::u16string text(id.begin(), id.end());
  std::u16string wide = u"　" + text.substr(0, 2) + u"－" + text.substr(2);
  EXPECT_EQ(checked(wide), Code::ok);
  EXPECT_EQ(wide, text);
}

TEST(UserId, M3_1_AnotherShapeIsRefusedAndLeftAsItWas) {
  for (std::string const refused : {"", "0", "024839162", "02483916255", "02483916x5", "0048391625", "2048391625",
                                    "02x4839162x5", "医師", "\xFF\xFE"}) {
    std::string text = refused;
    EXPECT_EQ(checked(text), Code::userIdShape) << refused;
    EXPECT_EQ(text, refused);
  }
}

TEST(UserId, M3_1_EverySingleMistypedDigitIsFound) {
  std::string const id = made(7, 1'234'567);
  for (std::size_t place = 2; place < id.size(); ++place) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string text = id;
      text[place] = digit;
      EXPECT_EQ(checked(text), digit == id[place] ? Code::ok : Code::userIdCheckDigit) << text;
    }
  }
}

TEST(UserId, M3_1_NearlyEverySwapOfNeighboursIsFound) {
  int swaps = 0, missed = 0;
  for (std::uint32_t number = 0; number < 100'000; number += 7) {
    std::string const id = made(3, number);
    for (std::size_t place = 2; place + 1 < id.size(); ++place) {
      std::string text = id;
      std::swap(text[place], text[place + 1]);
      if (text == id) continue;
      ++swaps;
      missed += checked(text) == Code::ok;
    }
  }
  EXPECT_LT(missed * 40, swaps);
}

TEST(UserId, M1_2_EachFieldAndNumberHasItsOwn) {
  for (unsigned field = 1; field <= fieldCount; ++field) {
    for (std::uint32_t const number : {0u, 1u, 999'999u, userIdNumbers - 1}) {
      std::string text = made(field, number);
      EXPECT_EQ(text.size(), userIdLength);
      EXPECT_EQ(checked(text), Code::ok);
      EXPECT_EQ(static_cast<unsigned>(std::stoi(text.substr(0, 2))), field);
      EXPECT_EQ(static_cast<std::uint32_t>(std::stoul(text.substr(2, 7))), number);
    }
  }
}

}  // namespace
}  // namespace senkoi::rules
