#include "senkoi/workflow/calendar.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "season_2025.hpp"

namespace senkoi::workflow {

void PrintTo(Present const& present, std::ostream* out) {
  *out << "round " << present.round << " " << name(present.period) << " until " << present.until.value_or(0);
}

namespace {

struct Boundary {
  Instant at;
  int round;
  Period from;  // the period that begins at the instant
};

std::vector<Boundary> boundaries() {
  return {{noon(2024, 11, 1), 1, Period::registration}, {noon(2024, 11, 15), 1, Period::gap},
          {noon(2024, 11, 18), 1, Period::adoption},    {noon(2024, 11, 26), 1, Period::waiting},
          {noon(2024, 11, 29), 1, Period::notified},    {noon(2024, 12, 2), 2, Period::registration},
          {noon(2024, 12, 13), 2, Period::gap},         {noon(2024, 12, 16), 2, Period::adoption},
          {noon(2024, 12, 23), 2, Period::waiting},     {noon(2024, 12, 25), 2, Period::notified},
          {noon(2025, 1, 7), 3, Period::registration},  {noon(2025, 1, 22), 3, Period::gap},
          {noon(2025, 1, 23), 3, Period::adoption},     {noon(2025, 1, 31), 3, Period::waiting},
          {noon(2025, 2, 3), 3, Period::notified},      {rules::japanTime({2025, 4, 1}), 3, Period::over}};
}

TEST(Calendar, M4_1_EachPeriodBeginsAtItsInstantAndTheOneBeforeLastsToTheMillisecond) {
  Season const season = season2025();
  auto const all = boundaries();
  Present before{1, Period::before, all.front().at};
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(present(season, all[i].at - 1), before);
    std::optional<Instant> const until = i + 1 < all.size() ? std::optional(all[i + 1].at) : std::nullopt;
    Present const now{all[i].round, all[i].from, until};
    EXPECT_EQ(present(season, all[i].at), now);
    before = now;
  }
}

TEST(Calendar, M4_1_WindowIsHalfOpen) {
  Window const window{noon(2024, 11, 1), noon(2024, 11, 15)};
  EXPECT_FALSE(window.contains(window.from - 1));
  EXPECT_TRUE(window.contains(window.from));
  EXPECT_TRUE(window.contains(window.until - 1));
  EXPECT_FALSE(window.contains(window.until));
}

TEST(Calendar, M4_1_PeriodsThatTouchLeaveNoGapAndNoWaiting) {
  Season season = season2025();
  season.rounds.resize(1);
  Round& round = season.rounds.front();
  round.adoption.from = round.registration.until;
  round.notification = round.adoption.until;
  EXPECT_EQ(present(season, round.registration.until - 1).period, Period::registration);
  EXPECT_EQ(present(season, round.registration.until).period, Period::adoption);
  EXPECT_EQ(present(season, round.notification - 1).period, Period::adoption);
  EXPECT_EQ(present(season, round.notification).period, Period::notified);
}

TEST(Calendar, M5_3_AnEarlierRoundStaysNotifiedWhileTheNextOneRuns) {
  Season const season = season2025();
  EXPECT_EQ(periodOf(season, 1, noon(2024, 12, 20)), Period::notified);
  EXPECT_EQ(periodOf(season, 2, noon(2024, 12, 20)), Period::adoption);
  EXPECT_EQ(periodOf(season, 3, noon(2024, 12, 20)), Period::before);
  EXPECT_EQ(periodOf(season, 1, trainingStart(season) - 1), Period::notified);
  EXPECT_EQ(periodOf(season, 1, trainingStart(season)), Period::over);
  EXPECT_EQ(periodOf(season, 9, noon(2024, 12, 20)), Period::before);
}

TEST(Calendar, M3_5_ARoundClosedInACellRecruitsInItsOtherFieldsAndPrefectures) {
  Round third;
  third.closed.insert({Field::internalMedicine, Prefecture::tokyo});
  EXPECT_FALSE(third.recruits({Field::internalMedicine, Prefecture::tokyo}));
  EXPECT_TRUE(third.recruits({Field::generalPractice, Prefecture::tokyo}));
  EXPECT_TRUE(third.recruits({Field::internalMedicine, Prefecture::okinawa}));
}

TEST(Calendar, S4_TheRealSeasonMayBePublished) {
  SeasonFault const fault = checkSeason(season2025());
  EXPECT_EQ(fault.code, Code::ok);
  EXPECT_EQ(fault.round, 0);
}

TEST(Calendar, S4_ASeasonWithoutRoundsIsOverAndRefused) {
  EXPECT_EQ(checkSeason({2025, {}}).code, Code::seasonWithoutRound);
  EXPECT_EQ(present({2025, {}}, 0).period, Period::over);
}

struct Spoiling {
  char const* what;
  void (*spoil)(Season&);
  Code code;
  int round;
};

class SpoiltSeason : public testing::TestWithParam<Spoiling> {};

TEST_P(SpoiltSeason, S4_IsRefusedWithItsRound) {
  Season season = season2025();
  GetParam().spoil(season);
  SeasonFault const fault = checkSeason(season);
  EXPECT_EQ(fault.code, GetParam().code);
  EXPECT_EQ(fault.round, GetParam().round);
}

INSTANTIATE_TEST_SUITE_P(
    Calendar, SpoiltSeason,
    testing::Values(
        Spoiling{"EmptyRegistration", [](Season& s) { s.rounds[0].registration.from = s.rounds[0].registration.until; },
                 Code::periodsOutOfOrder, 1},
        Spoiling{"AdoptionBeforeRegistrationEnds",
                 [](Season& s) { s.rounds[1].adoption.from = s.rounds[1].registration.until - 1; },
                 Code::periodsOutOfOrder, 2},
        Spoiling{"EmptyAdoption", [](Season& s) { s.rounds[1].adoption.until = s.rounds[1].adoption.from; },
                 Code::periodsOutOfOrder, 2},
        Spoiling{"NotificationWithinAdoption",
                 [](Season& s) { s.rounds[2].notification = s.rounds[2].adoption.until - 1; }, Code::periodsOutOfOrder,
                 3},
        Spoiling{"NextRoundBeforeNotification",
                 [](Season& s) { s.rounds[1].registration.from = s.rounds[0].notification - 1; },
                 Code::roundsOutOfOrder, 1},
        Spoiling{"LastNotificationAfterTrainingStarts",
                 [](Season& s) { s.rounds[2].notification = trainingStart(s) + 1; }, Code::roundsOutOfOrder, 3},
        Spoiling{"NumbersNotInSequence", [](Season& s) { s.rounds[1].number = 3; }, Code::roundsOutOfOrder, 3},
        Spoiling{"TooManyRounds", [](Season& s) { s.rounds.resize(mostRounds + 1); }, Code::tooManyRounds, 1}),
    [](auto const& test) { return test.param.what; });

TEST(Calendar, S4_ResultsThatNobodyReleasedStayBackAfterTheNotificationTime) {
  Season season = season2025();
  Round& first = season.rounds.front();
  first.released = false;
  EXPECT_EQ(present(season, first.notification - 1), (Present{1, Period::waiting, first.notification}));
  EXPECT_EQ(present(season, first.notification), (Present{1, Period::waiting, std::nullopt}));
  first.released = true;
  EXPECT_EQ(present(season, first.notification).period, Period::notified);
  EXPECT_FALSE(first.resultsOut(first.notification - 1)) << "never early, whoever released";
}

TEST(Calendar, S4_WhatHasBegunStandsAndWhatLiesAheadMayMove) {
  Season const before = season2025();
  Round const& first = before.rounds.front();
  Season after = before;
  after.rounds.front().registration.until += 1;
  EXPECT_EQ(checkSeasonChange(before, after, first.registration.until - 1).code, Code::ok);
  EXPECT_EQ(checkSeasonChange(before, after, first.registration.until).code, Code::roundHasBegun);
  after = before;
  after.rounds.pop_back();
  EXPECT_EQ(checkSeasonChange(before, after, before.rounds.back().registration.from - 1).code, Code::ok);
  EXPECT_EQ(checkSeasonChange(before, after, before.rounds.back().registration.from).round, 3);
}

TEST(Calendar, S4_TwoPeopleReleaseOnceTheAdoptionPeriodIsOver) {
  Season season = season2025();
  Round& round = season.rounds.front();
  EXPECT_EQ(mayRelease(round, false, round.notification), Code::alreadyReleased);
  round.released = false;
  EXPECT_EQ(mayRelease(round, false, round.adoption.until - 1), Code::releaseTooEarly);
  EXPECT_EQ(mayRelease(round, false, round.adoption.until), Code::ok);
  EXPECT_EQ(mayRelease(round, true, round.adoption.until), Code::releaseByAnother);
}

}  // namespace
}  // namespace senkoi::workflow
