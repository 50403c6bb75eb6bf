#include "senkoi/workflow/visibility.hpp"

#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "season_2025.hpp"

namespace senkoi::workflow {
namespace {

constexpr std::array decisions{State::adopted, State::rejected, State::held};
Instant const first = noon(2024, 11, 29), second = noon(2024, 12, 25);

State applicantSees(State state, int round, Instant now) {
  return visibleState(state, round, season2025(), now, Viewer::applicant);
}

TEST(VisibleState, M5_1_TheApplicantSeesADecisionFromTheNotificationOnAndNotAMillisecondBefore) {
  for (State const decision : decisions) {
    EXPECT_EQ(applicantSees(decision, 1, first - 1), State::applied);
    EXPECT_EQ(applicantSees(decision, 1, first), decision);
  }
}

TEST(VisibleState, M5_1_WhatIsUndecidedAtTheNotificationShowsAsHeld) {
  EXPECT_EQ(applicantSees(State::applied, 1, first - 1), State::applied);
  EXPECT_EQ(applicantSees(State::applied, 1, first), State::held);
}

TEST(VisibleState, M5_1_EachRoundHasItsOwnNotification) {
  EXPECT_EQ(applicantSees(State::rejected, 1, second - 1), State::rejected);
  EXPECT_EQ(applicantSees(State::adopted, 2, second - 1), State::applied);
  EXPECT_EQ(applicantSees(State::adopted, 2, second), State::adopted);
}

TEST(VisibleState, M4_1_AWithdrawalIsSeenAtOnce) {
  EXPECT_EQ(applicantSees(State::withdrawn, 1, noon(2024, 11, 2)), State::withdrawn);
}

TEST(VisibleState, M5_2_ADeclinedAdoptionIsSeenAsSuch) {
  EXPECT_EQ(applicantSees(State::declined, 1, first), State::declined);
}

TEST(VisibleState, M5_1_AnUnknownRoundLeaksNothing) {
  EXPECT_EQ(applicantSees(State::adopted, 9, noon(2026, 1, 1)), State::applied);
}

TEST(VisibleState, M5_1_SeeingTwiceChangesNothing) {
  for (Instant const now : {first - 1, first}) {
    for (State const state :
         {State::applied, State::withdrawn, State::adopted, State::rejected, State::held, State::declined}) {
      State const once = applicantSees(state, 1, now);
      EXPECT_EQ(applicantSees(once, 1, now), once);
    }
  }
}

TEST(VisibleState, S1_DirectorAndOfficeSeeTheDecisionItself) {
  for (State const state : {State::applied, State::adopted, State::rejected, State::held}) {
    for (Instant const now : {first - 1, first}) {
      EXPECT_EQ(visibleState(state, 1, season2025(), now, Viewer::director), state);
      EXPECT_EQ(visibleState(state, 1, season2025(), now, Viewer::office), state);
    }
  }
}

// --- figures (D at M3.7)

Tally tally(int round, std::int64_t applied, std::int64_t adopted, std::int64_t rejected, std::int64_t held) {
  return {round, applied, adopted, rejected, held, 0};
}

TEST(Figures, M5_1_BeforeTheNotificationOnlyApplicantsAreShown) {
  std::vector const tallies{tally(1, 10, 20, 5, 3)};
  Figures const figure = figures(tallies, season2025(), first - 1);
  EXPECT_EQ(figure.applicants, 38);
  EXPECT_EQ(figure.adopted, std::nullopt);
  EXPECT_EQ(figure.rejected, std::nullopt);
  EXPECT_EQ(figure.undecided, std::nullopt);
}

TEST(Figures, M5_1_NothingBeforeTheNotificationDiffersByADecision) {
  Figures const undecided = figures(std::vector{tally(1, 38, 0, 0, 0)}, season2025(), first - 1);
  Figures const decided = figures(std::vector{tally(1, 0, 20, 15, 3)}, season2025(), first - 1);
  EXPECT_EQ(decided.applicants, undecided.applicants);
  EXPECT_EQ(decided.adopted, undecided.adopted);
  EXPECT_EQ(decided.rejected, undecided.rejected);
  EXPECT_EQ(decided.undecided, undecided.undecided);
  EXPECT_EQ(decided.left(40), undecided.left(40));
  EXPECT_EQ(decided.seeking(), undecided.seeking());
}

TEST(Figures, M3_7_FromTheNotificationApplicantsAreAdoptedRejectedAndUndecided) {
  Figures const figure = figures(std::vector{tally(1, 10, 20, 5, 3)}, season2025(), first);
  EXPECT_EQ(figure.applicants, 38);
  EXPECT_EQ(figure.adopted, 20);
  EXPECT_EQ(figure.rejected, 5);
  EXPECT_EQ(figure.undecided, 13);  // held counts as undecided
}

TEST(Figures, M5_3_ARoundThatIsNotOutCountsAsUndecidedBesideOneThatIs) {
  std::vector const tallies{tally(1, 0, 20, 5, 3), tally(2, 1, 2, 1, 0)};
  Figures const figure = figures(tallies, season2025(), second - 1);
  EXPECT_EQ(figure.applicants, 32);
  EXPECT_EQ(figure.adopted, 20);
  EXPECT_EQ(figure.rejected, 5);
  EXPECT_EQ(figure.undecided, 7);
  Figures const out = figures(tallies, season2025(), second);
  EXPECT_EQ(out.adopted, 22);
  EXPECT_EQ(out.rejected, 6);
  EXPECT_EQ(out.undecided, 4);
}

TEST(Figures, M3_4_ARejectionThatIsOutSeeksNoSeat) {
  std::vector const tallies{tally(1, 0, 3, 7, 0), tally(2, 1, 0, 0, 0)};
  EXPECT_EQ(figures(tallies, season2025(), first - 1).seeking(), 11);
  EXPECT_EQ(figures(tallies, season2025(), noon(2024, 12, 3)).seeking(), 4);
}

TEST(Figures, M5_1_SeatsAreLeftOnceTheFirstResultsAreOut) {
  std::vector const tallies{tally(1, 0, 3, 7, 0), tally(2, 1, 2, 0, 0)};
  EXPECT_EQ(figures(tallies, season2025(), first - 1).left(10), std::nullopt);
  EXPECT_EQ(figures(tallies, season2025(), first).left(10), 7);
  EXPECT_EQ(figures(tallies, season2025(), first).left(3), 0);
  EXPECT_EQ(figures(tallies, season2025(), first).left(2), 0);
  EXPECT_EQ(figures(tallies, season2025(), first).left(std::nullopt), std::nullopt);
}

TEST(Figures, M3_7_WithdrawnAndDeclinedCountNowhere) {
  Tally one{1};
  for (State const state :
       {State::applied, State::withdrawn, State::adopted, State::rejected, State::held, State::declined}) {
    one.add(state);
  }
  Figures const figure = figures(std::vector{one}, season2025(), first);
  EXPECT_EQ(figure.applicants, 4);
  EXPECT_EQ(figure.adopted, 1);
  EXPECT_EQ(figure.rejected, 1);
  EXPECT_EQ(figure.undecided, 2);
}

TEST(Figures, M3_6_CountsFollowEachStepOfAnApplication) {
  Tally one{1};
  one.add(State::applied);
  one.add(State::applied, -1);
  one.add(State::adopted);
  EXPECT_EQ(one.applied, 0);
  EXPECT_EQ(one.adopted, 1);
  one.add(State::adopted, -1);
  one.add(State::declined);
  EXPECT_EQ(one.adopted, 0);
  EXPECT_EQ(one.declined, 1);
}

TEST(NotifiedRound, M5_1_IsTheLastOneWhoseResultsAreOut) {
  EXPECT_EQ(notifiedRound(season2025(), first - 1), 0);
  EXPECT_EQ(notifiedRound(season2025(), first), 1);
  EXPECT_EQ(notifiedRound(season2025(), second - 1), 1);
  EXPECT_EQ(notifiedRound(season2025(), second), 2);
  EXPECT_EQ(notifiedRound(season2025(), noon(2026, 1, 1)), 3);
}

}  // namespace
}  // namespace senkoi::workflow
