// Exact fractions (T7).
#include "senkoi/rules/fraction.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace senkoi::rules {
namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

Fraction fraction(std::int64_t numerator, std::int64_t denominator = 1) {
  return Fraction::of(numerator, denominator).value();
}

TEST(Fraction, T7_StandsInLowestTermsAboveAPositiveDenominator) {
  EXPECT_EQ(fraction(15, 100).numerator(), 3);
  EXPECT_EQ(fraction(15, 100).denominator(), 20);
  EXPECT_EQ(fraction(3, -6), fraction(-1, 2));
  EXPECT_EQ(fraction(0, -7), Fraction(0));
  EXPECT_EQ(Fraction::of(1, 0), std::nullopt);
}

TEST(Fraction, T7_WhatDoesNotFitHasNoResult) {
  EXPECT_EQ(sum(fraction(most), Fraction(1)), std::nullopt);
  EXPECT_EQ(product(fraction(most), Fraction(2)), std::nullopt);
  EXPECT_EQ(sum(fraction(1, most), fraction(1, most - 1)), std::nullopt);
  EXPECT_EQ(product(fraction(most, 2), fraction(2, most)), Fraction(1)) << "shortened before it is multiplied";
  EXPECT_EQ(Fraction::of(std::numeric_limits<std::int64_t>::min(), 1), std::nullopt);
}

TEST(Fraction, T7_RoundsEachWay) {
  struct Row {
    Fraction number;
    std::int64_t halfUp, down, up;
  };
  for (Row const& row : {Row{fraction(5, 2), 3, 2, 3}, Row{fraction(-5, 2), -2, -3, -2}, Row{fraction(7, 3), 2, 2, 3},
                         Row{fraction(-7, 3), -2, -3, -2}, Row{fraction(4), 4, 4, 4}, Row{fraction(-1, 2), 0, -1, 0}}) {
    EXPECT_EQ(rounded(row.number, Rounding::halfUp), row.halfUp);
    EXPECT_EQ(rounded(row.number, Rounding::down), row.down);
    EXPECT_EQ(rounded(row.number, Rounding::up), row.up);
  }
  EXPECT_EQ(rounded(fraction(4), Rounding::none), 4);
  EXPECT_EQ(rounded(fraction(9, 2), Rounding::none), std::nullopt);
  EXPECT_EQ(rounded(fraction(most - 1, most), Rounding::halfUp), 1);
}

TEST(Fraction, T7_AThousandSumsComeOutWhereDoublesWouldNot) {
  Fraction tenths;
  for (int i = 0; i < 1000; ++i) tenths = sum(tenths, fraction(1, 10)).value();
  EXPECT_EQ(tenths, Fraction(100));
}

TEST(Fraction, T7_ComparesAsTheDifferenceSays) {
  std::mt19937_64 random(14);
  std::uniform_int_distribution<std::int64_t> numerators(-1'000'000, 1'000'000), denominators(1, 1'000'000);
  for (int i = 0; i < 100'000; ++i) {
    Fraction const first = fraction(numerators(random), denominators(random));
    Fraction const second = i % 3 == 0 ? first : fraction(numerators(random), denominators(random));
    auto const difference = sum(first, product(second, Fraction(-1)).value()).value().numerator();
    ASSERT_EQ(compare(first, second), (difference > 0) - (difference < 0));
  }
  EXPECT_EQ(compare(fraction(most, most - 1), fraction(most - 1, most - 2)), -1) << "products would not fit";
}

TEST(Fraction, T7_IsReadAsPeopleWriteCoefficients) {
  EXPECT_EQ(fractionOf("15/100"), fraction(3, 20));
  EXPECT_EQ(fractionOf("-20/100"), fraction(-1, 5));
  EXPECT_EQ(fractionOf("0.95"), fraction(19, 20));
  EXPECT_EQ(fractionOf("95%"), fraction(19, 20));
  EXPECT_EQ(fractionOf("-0.05"), fraction(-1, 20));
  EXPECT_EQ(fractionOf("2.5%"), fraction(1, 40));
  EXPECT_EQ(fractionOf("3"), Fraction(3));
  for (auto const text : {"", "-", "a", "1/0", "1/", "/2", "1/2%", "0.5/2", "1.", ".5", "12345678", "1 2", "１"})
    EXPECT_EQ(fractionOf(text), std::nullopt) << text;
}

TEST(Rounding, T7_NamesLeadBack) {
  for (std::string_view const each : roundingNames) EXPECT_EQ(name(roundingOf(each).value()), each);
  EXPECT_EQ(roundingOf("bankers"), std::nullopt);
}

}  // namespace
}  // namespace senkoi::rules
