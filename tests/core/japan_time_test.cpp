#include "senkoi/rules/japan_time.hpp"

#include <gtest/gtest.h>

namespace senkoi::rules {
namespace {

TEST(JapanTime, M4_1_IsNineHoursAheadOfTheEpoch) {
  EXPECT_EQ(japanTime({1970, 1, 1, 9}), 0);
  EXPECT_EQ(japanTime({2018, 10, 22, 12}), 1'540'177'200'000);
}

TEST(JapanTime, M4_1_HasNoDaylightSaving) {
  EXPECT_EQ(japanTime({2019, 7, 1, 12}) - japanTime({2019, 1, 1, 12}), Instant{181} * 24 * 3'600'000);
}

TEST(JapanTime, M4_1_TwentyFourHoursIsTheNextDay) {
  EXPECT_EQ(japanTime({2019, 1, 21, 24}), japanTime({2019, 1, 22}));
}

TEST(JapanTime, M4_1_ComesBackToTheMillisecond) {
  EXPECT_EQ(inJapan(japanTime({2018, 11, 21, 12}) - 1), (CivilTime{2018, 11, 21, 11, 59, 59, 999}));
  EXPECT_EQ(inJapan(japanTime({2018, 12, 31, 23, 59, 59, 999}) + 1), (CivilTime{2019, 1, 1}));
}

TEST(JapanTime, M4_1_HoldsBeforeTheEpochAndOnLeapDays) {
  EXPECT_EQ(inJapan(-1), (CivilTime{1970, 1, 1, 8, 59, 59, 999}));
  EXPECT_EQ(inJapan(japanTime({1969, 12, 31, 23, 59, 59, 1})), (CivilTime{1969, 12, 31, 23, 59, 59, 1}));
  EXPECT_EQ(inJapan(japanTime({2024, 2, 29})), (CivilTime{2024, 2, 29}));
}

}  // namespace
}  // namespace senkoi::rules
