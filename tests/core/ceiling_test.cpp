#include "senkoi/rules/ceiling.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace senkoi::rules {
namespace {

using Adoptions = std::vector<std::uint32_t>;

TEST(Ceiling, M3_7_IsTheMeanOfFiveYears) {
  EXPECT_EQ(ceilingFromPast(Adoptions{120, 122, 124, 126, 128}), 124);
}

TEST(Ceiling, M3_7_RoundsAFractionHalfUp) {
  EXPECT_EQ(ceilingFromPast(Adoptions{124, 125}), 125);
  EXPECT_EQ(ceilingFromPast(Adoptions{1, 0, 0, 0, 1}), 0);
  EXPECT_EQ(ceilingFromPast(Adoptions{1, 1, 0, 0, 1}), 1);
  EXPECT_EQ(ceilingFromPast(Adoptions{1, 0, 0}), 0);
  EXPECT_EQ(ceilingFromPast(Adoptions{1, 1, 0}), 1);
}

TEST(Ceiling, M3_7_NeverOverflows) {
  constexpr auto most = std::numeric_limits<std::uint32_t>::max();
  EXPECT_EQ(ceilingFromPast(Adoptions{most, most, most, most, most}), std::int64_t{most});
}

TEST(Ceiling, M3_7_NoYearsGiveZero) {
  EXPECT_EQ(ceilingFromPast({}), 0);
}

TEST(Ceiling, M3_7_TheRuleOf2018NamesFivePrefecturesAndFourteenFields) {
  CeilingRule const rule = CeilingRule::of2018();
  EXPECT_EQ(rule.years, 5u);
  EXPECT_EQ(rule.cells.size(), 5u * 14u);
  for (unsigned const prefecture : {13u, 14u, 23u, 27u, 40u}) {
    for (unsigned field = 1; field <= fieldCount; ++field) {
      bool const excluded = field == 5 || field == 7 || field == 14 || field == 15 || field == 19;
      EXPECT_EQ(rule.cells.contains({static_cast<Field>(field), static_cast<Prefecture>(prefecture)}), !excluded)
          << field << " in " << prefecture;
    }
  }
}

TEST(Ceiling, M3_7_WhereThereIsNoneItIsNotZero) {
  CeilingRule const rule = CeilingRule::of2018();
  Adoptions const past{10, 10, 10, 10, 10};
  EXPECT_EQ(proposedCeiling(rule, {Field{5}, Prefecture::tokyo}, past), std::nullopt);
  EXPECT_EQ(proposedCeiling(rule, {Field{2}, Prefecture::hokkaido}, past), std::nullopt);
  EXPECT_EQ(proposedCeiling(rule, {Field{2}, Prefecture::tokyo}, Adoptions{0, 0, 0, 0, 0}), 0);
}

TEST(Ceiling, M3_7_OnlyTheLatestYearsOfTheRuleCount) {
  CeilingRule rule = CeilingRule::of2018();
  Cell const cell{Field{2}, Prefecture::tokyo};
  EXPECT_EQ(proposedCeiling(rule, cell, Adoptions{9000, 1, 2, 3, 4, 5}), 3);
  rule.years = 2;
  EXPECT_EQ(proposedCeiling(rule, cell, Adoptions{9000, 1, 2, 3, 4, 5}), 5);
  EXPECT_EQ(proposedCeiling(rule, cell, Adoptions{7}), 7);
}

TEST(OverCapacity, M3_4_IsStrictlyAbove) {
  EXPECT_FALSE(overCapacity(4, 5));
  EXPECT_FALSE(overCapacity(5, 5));
  EXPECT_TRUE(overCapacity(6, 5));
}

TEST(CellSet, M3_7_HoldsEveryCellApart) {
  CellSet cells;
  EXPECT_TRUE(cells.empty());
  for (unsigned field = 1; field <= fieldCount; ++field) {
    for (unsigned prefecture = 1; prefecture <= prefectureCount; ++prefecture) {
      Cell const cell{static_cast<Field>(field), static_cast<Prefecture>(prefecture)};
      EXPECT_FALSE(cells.contains(cell));
      cells.insert(cell);
      EXPECT_TRUE(cells.contains(cell));
    }
  }
  EXPECT_EQ(cells.size(), fieldCount * prefectureCount);
  cells.erase({Field{19}, Prefecture::okinawa});
  EXPECT_EQ(cells.size(), fieldCount * prefectureCount - 1);
}

}  // namespace
}  // namespace senkoi::rules
