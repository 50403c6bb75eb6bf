#include "senkoi/workflow/application.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "season_2025.hpp"
#include "senkoi/codes/code_table.hpp"
#include "senkoi/workflow/visibility.hpp"

namespace senkoi::workflow {
namespace {

constexpr std::array allStates{State::applied,  State::withdrawn, State::adopted,
                               State::rejected, State::held,      State::declined};

using History = std::vector<PastApplication>;

std::string codeKey(Code code) {
  return std::string(key(code));
}

// --- what an applicant may do, at each boundary one millisecond before and at the instant

struct LocalDateTime {
  char const* what;
  Instant at;
};

LocalDateTime const beforeFirst{"before round 1", noon(2024, 11, 1) - 1};
LocalDateTime const opens{"round 1 opens", noon(2024, 11, 1)};
LocalDateTime const lastMillisecond{"registration's last millisecond", noon(2024, 11, 15) - 1};
LocalDateTime const registrationEnds{"registration ends", noon(2024, 11, 15)};
LocalDateTime const beforeAdoption{"before adoption", noon(2024, 11, 18) - 1};
LocalDateTime const adoptionBegins{"adoption begins", noon(2024, 11, 18)};
LocalDateTime const adoptionLast{"adoption's last millisecond", noon(2024, 11, 26) - 1};
LocalDateTime const adoptionEnds{"adoption ends", noon(2024, 11, 26)};
LocalDateTime const beforeNotification{"before notification", noon(2024, 11, 29) - 1};
LocalDateTime const notification{"notification", noon(2024, 11, 29)};
LocalDateTime const beforeSecond{"before round 2", noon(2024, 12, 2) - 1};
LocalDateTime const secondOpens{"round 2 opens", noon(2024, 12, 2)};
LocalDateTime const secondLast{"round 2's last millisecond", noon(2024, 12, 13) - 1};
LocalDateTime const secondEnds{"round 2's registration ends", noon(2024, 12, 13)};
LocalDateTime const secondAdoption{"round 2's adoption begins", noon(2024, 12, 16)};
LocalDateTime const thirdOpens{"round 3 opens", noon(2025, 1, 7)};
LocalDateTime const thirdNotification{"round 3's notification", noon(2025, 2, 3)};
LocalDateTime const trainingBegins{"training begins", rules::japanTime({2025, 4, 1})};

struct Case {
  LocalDateTime moment;
  char const *apply, *switchTo, *withdraw, *change, *deletion;
};

void expectCases(History const& history, std::vector<Case> const& cases) {
  for (Case const& one : cases) {
    SCOPED_TRACE(one.moment.what);
    Allowed const now = allowed(season2025(), one.moment.at, history);
    EXPECT_EQ(codeKey(now.apply), one.apply);
    EXPECT_EQ(codeKey(now.switchTo), one.switchTo);
    EXPECT_EQ(codeKey(now.withdraw), one.withdraw);
    EXPECT_EQ(codeKey(now.change), one.change);
    EXPECT_EQ(codeKey(now.deletion), one.deletion);
  }
}

TEST(Allowed, M3_5_WhoNeverAppliedMayApplyWithinRegistrationsAndChangeAndDeleteAlways) {
  expectCases({}, {{beforeFirst, "registration_not_open", "no_application", "no_application", "ok", "ok"},
                   {opens, "ok", "no_application", "no_application", "ok", "ok"},
                   {lastMillisecond, "ok", "no_application", "no_application", "ok", "ok"},
                   {registrationEnds, "registration_over", "no_application", "no_application", "ok", "ok"},
                   {adoptionBegins, "registration_over", "no_application", "no_application", "ok", "ok"},
                   {beforeNotification, "registration_over", "no_application", "no_application", "ok", "ok"},
                   {notification, "registration_not_open", "no_application", "no_application", "ok", "ok"},
                   {beforeSecond, "registration_not_open", "no_application", "no_application", "ok", "ok"},
                   {secondOpens, "ok", "no_application", "no_application", "ok", "ok"},
                   {thirdNotification, "no_further_round", "no_application", "no_application", "ok", "ok"},
                   {trainingBegins, "no_further_round", "no_application", "no_application", "ok", "ok"}});
}

// Whatever the director has decided, until the notification everything is as if they had not (M5.1).
class BeforeTheNotification : public testing::TestWithParam<State> {};

TEST_P(BeforeTheNotification, M4_1_M6_1_M6_2_WhoAppliedFollowsThePeriods) {
  char const* const director = "change_through_director";
  expectCases(
      {{1, GetParam()}},
      {{opens, "already_applied", "ok", "ok", "ok", "live_application"},
       {lastMillisecond, "already_applied", "ok", "ok", "ok", "live_application"},
       {registrationEnds, "registration_over", "withdrawal_in_gap", "withdrawal_in_gap", "ok", "live_application"},
       {beforeAdoption, "registration_over", "withdrawal_in_gap", "withdrawal_in_gap", "ok", "live_application"},
       {adoptionBegins, "registration_over", "in_adoption_period", "in_adoption_period", director, "live_application"},
       {adoptionLast, "registration_over", "in_adoption_period", "in_adoption_period", director, "live_application"},
       {adoptionEnds, "registration_over", "withdrawal_after_adoption", "withdrawal_after_adoption", director,
        "live_application"},
       {beforeNotification, "registration_over", "withdrawal_after_adoption", "withdrawal_after_adoption", director,
        "live_application"}});
}

INSTANTIATE_TEST_SUITE_P(Allowed, BeforeTheNotification,
                         testing::Values(State::applied, State::adopted, State::rejected, State::held),
                         [](auto const& test) { return std::string(name(test.param)); });

TEST(Allowed, M3_5_AWithdrawalPermitsApplyingAgainInTheRound) {
  History const history{{1, State::withdrawn}};
  expectCases(history, {{opens, "ok", "no_application", "no_application", "ok", "ok"},
                        {lastMillisecond, "ok", "no_application", "no_application", "ok", "ok"},
                        {registrationEnds, "registration_over", "no_application", "no_application", "ok", "ok"},
                        {adoptionBegins, "registration_over", "no_application", "no_application", "ok", "ok"}});
  expectCases({{1, State::withdrawn}, {1, State::applied}},
              {{lastMillisecond, "already_applied", "ok", "ok", "ok", "live_application"}});
}

TEST(Allowed, M5_3_WhoWasRejectedMayApplyInTheSecondRoundChangeAndDelete) {
  expectCases({{1, State::rejected}},
              {{notification, "registration_not_open", "no_application", "no_application", "ok", "ok"},
               {beforeSecond, "registration_not_open", "no_application", "no_application", "ok", "ok"},
               {secondOpens, "ok", "no_application", "no_application", "ok", "ok"},
               {secondLast, "ok", "no_application", "no_application", "ok", "ok"},
               {secondEnds, "registration_over", "no_application", "no_application", "ok", "ok"}});
  expectCases({{1, State::rejected}, {2, State::applied}},
              {{secondLast, "already_applied", "ok", "ok", "ok", "live_application"},
               {secondEnds, "registration_over", "withdrawal_in_gap", "withdrawal_in_gap", "ok", "live_application"},
               {secondAdoption, "registration_over", "in_adoption_period", "in_adoption_period",
                "change_through_director", "live_application"}});
}

// Held, and undecided at the notification, which shows as held.
class Unresolved : public testing::TestWithParam<State> {};

TEST_P(Unresolved, M5_3_MayNotApplyUntilTheHoldIsResolved) {
  char const* const late = "withdrawal_after_adoption";
  for (LocalDateTime const& moment : {notification, secondOpens, secondAdoption, thirdOpens, trainingBegins}) {
    expectCases({{1, GetParam()}},
                {{moment, "application_held", late, late, "change_through_director", "live_application"}});
  }
}

INSTANTIATE_TEST_SUITE_P(Allowed, Unresolved, testing::Values(State::held, State::applied),
                         [](auto const& test) { return std::string(name(test.param)); });

TEST(Allowed, M5_3_WhoWasAdoptedAppliesNoMoreChangesThroughTheDirectorAndStays) {
  char const* const late = "withdrawal_after_adoption";
  for (LocalDateTime const& moment : {notification, secondOpens, secondAdoption, thirdOpens, trainingBegins}) {
    expectCases({{1, State::adopted}},
                {{moment, "already_adopted", late, late, "change_through_director", "live_application"}});
  }
}

TEST(Allowed, M5_2_M5_3_WhoDeclinedMayApplyAgain) {
  expectCases({{1, State::declined}}, {{secondOpens, "ok", "no_application", "no_application", "ok", "ok"}});
}

TEST(Allowed, M5_1_NoAnswerDiffersByADecisionBeforeTheNotification) {
  Season const season = season2025();
  for (Instant at = noon(2024, 11, 15); at < noon(2024, 11, 29); at += 3'600'000) {
    for (State const decided : {State::adopted, State::rejected, State::held}) {
      Allowed const undecided = allowed(season, at, History{{1, State::applied}});
      Allowed const now = allowed(season, at, History{{1, decided}});
      EXPECT_EQ(now.apply, undecided.apply);
      EXPECT_EQ(now.switchTo, undecided.switchTo);
      EXPECT_EQ(now.withdraw, undecided.withdraw);
      EXPECT_EQ(now.change, undecided.change);
      EXPECT_EQ(now.deletion, undecided.deletion);
    }
  }
}

TEST(Allowed, M5_1_ThePageAsksWithVisibleStatesAndGetsTheServersAnswer) {
  Season const season = season2025();
  for (Instant at = noon(2024, 10, 30); at < noon(2025, 4, 3); at += 6 * 3'600'000) {
    for (State const state : allStates) {
      State const visible = visibleState(state, 1, season, at, Viewer::applicant);
      Allowed const server = allowed(season, at, History{{1, state}});
      Allowed const page = allowed(season, at, History{{1, visible}});
      EXPECT_EQ(page.apply, server.apply);
      EXPECT_EQ(page.switchTo, server.switchTo);
      EXPECT_EQ(page.withdraw, server.withdraw);
      EXPECT_EQ(page.change, server.change);
      EXPECT_EQ(page.deletion, server.deletion);
    }
  }
}

// --- the program one applies to

TEST(MayApply, M3_5_OnlyToAProgramThatRecruitsInTheRound) {
  EXPECT_EQ(mayApply(season2025(), opens.at, {}, {.recruits = true}), Code::ok);
  EXPECT_EQ(mayApply(season2025(), opens.at, {}, {.recruits = false}), Code::programNotRecruiting);
  EXPECT_EQ(mayApply(season2025(), beforeFirst.at, {}, {.recruits = false}), Code::registrationNotOpen);
}

TEST(MayApply, M1_2_OnlyWithinTheOwnField) {
  EXPECT_EQ(mayApply(season2025(), opens.at, {}, {.ownField = true}), Code::ok);
  EXPECT_EQ(mayApply(season2025(), opens.at, {}, {.ownField = false}), Code::programOfOtherField);
}

TEST(MaySwitch, M4_1_OnlyToAnotherProgramThatRecruitsInTheOwnField) {
  History const history{{1, State::applied}};
  EXPECT_EQ(maySwitch(season2025(), opens.at, history, {}), Code::ok);
  EXPECT_EQ(maySwitch(season2025(), opens.at, history, {.sameAsNow = true}), Code::sameProgram);
  EXPECT_EQ(maySwitch(season2025(), opens.at, history, {.recruits = false}), Code::programNotRecruiting);
  EXPECT_EQ(maySwitch(season2025(), opens.at, history, {.ownField = false}), Code::programOfOtherField);
  EXPECT_EQ(maySwitch(season2025(), registrationEnds.at, history, {}), Code::withdrawalInGap);
}

}  // namespace
}  // namespace senkoi::workflow
