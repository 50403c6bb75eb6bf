#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <string>

#include "senkoi/codes/code_table.hpp"
#include "senkoi/workflow/application.hpp"

namespace senkoi::workflow {
namespace {

constexpr std::array states{State::applied,  State::withdrawn, State::adopted,
                            State::rejected, State::held,      State::declined};
constexpr std::array periods{Period::before,  Period::registration, Period::gap, Period::adoption,
                             Period::waiting, Period::notified,     Period::over};
constexpr std::array everyone{ActorKind::applicant, ActorKind::director, ActorKind::office, ActorKind::system};

std::string keyOf(Code code) {
  return std::string(key(code));
}

TEST(Moves, M4_1_AnApplicantOnlyWithdrawsAndOnlyInTheRegistrationPeriod) {
  for (State const from : states) {
    for (State const to : states) {
      for (Period const period : periods) {
        bool const may = from == State::applied && to == State::withdrawn && period == Period::registration;
        EXPECT_EQ(mayMove(ActorKind::applicant, from, to, period) == Code::ok, may)
            << name(from) << " to " << name(to) << " in " << name(period);
      }
    }
  }
}

TEST(Moves, M4_1_EachPeriodRefusesAWithdrawalInItsOwnWords) {
  auto const withdrawing = [](Period period) {
    return keyOf(mayMove(ActorKind::applicant, State::applied, State::withdrawn, period));
  };
  EXPECT_EQ(withdrawing(Period::registration), "ok");
  EXPECT_EQ(withdrawing(Period::gap), "withdrawal_in_gap");
  EXPECT_EQ(withdrawing(Period::adoption), "in_adoption_period");
  EXPECT_EQ(withdrawing(Period::waiting), "withdrawal_after_adoption");
  EXPECT_EQ(withdrawing(Period::notified), "withdrawal_after_adoption");
  EXPECT_EQ(withdrawing(Period::over), "withdrawal_after_adoption");
}

bool directorMay(State from, State to, Period period) {
  bool const open = from == State::applied || from == State::held;
  bool const final = to == State::adopted || to == State::rejected;
  if (period == Period::notified) return (open && final) || (from == State::adopted && to == State::declined);
  bool const undeclined = from != State::withdrawn && from != State::declined;
  return period == Period::adoption && undeclined && from != to && (final || to == State::held || to == State::applied);
}

TEST(Moves, S1_ADirectorDecidesInTheAdoptionPeriodAndResolvesHoldsAfterTheNotification) {
  for (State const from : states) {
    for (State const to : states) {
      for (Period const period : periods) {
        EXPECT_EQ(mayMove(ActorKind::director, from, to, period) == Code::ok, directorMay(from, to, period))
            << name(from) << " to " << name(to) << " in " << name(period);
      }
    }
  }
}

TEST(Moves, S1_NobodyElseMovesAnything) {
  for (State const from : states) {
    for (State const to : states) {
      for (Period const period : periods) {
        EXPECT_NE(mayMove(ActorKind::office, from, to, period), Code::ok);
        EXPECT_NE(mayMove(ActorKind::system, from, to, period), Code::ok);
      }
    }
  }
}

TEST(Moves, S1_EachRowOfTheTableIsThereOnce) {
  auto const rows = allowedMoves();
  std::size_t allowedCount = 0;
  for (ActorKind const who : everyone) {
    for (State const from : states) {
      for (State const to : states) {
        for (Period const period : periods) allowedCount += mayMove(who, from, to, period) == Code::ok;
      }
    }
  }
  EXPECT_EQ(allowedCount, rows.size());
}

TEST(Moves, S1_RefusalsToADirectorSayWhy) {
  auto const deciding = [](State from, State to, Period period) {
    return keyOf(mayMove(ActorKind::director, from, to, period));
  };
  EXPECT_EQ(deciding(State::applied, State::adopted, Period::registration), "not_in_adoption_period");
  EXPECT_EQ(deciding(State::applied, State::adopted, Period::waiting), "not_in_adoption_period");
  EXPECT_EQ(deciding(State::rejected, State::adopted, Period::notified), "not_in_adoption_period");
  EXPECT_EQ(deciding(State::held, State::applied, Period::notified), "not_in_adoption_period");
  EXPECT_EQ(deciding(State::withdrawn, State::adopted, Period::adoption), "move_not_allowed");
  EXPECT_EQ(deciding(State::declined, State::applied, Period::adoption), "move_not_allowed");
  EXPECT_EQ(deciding(State::declined, State::adopted, Period::notified), "move_not_allowed");
  EXPECT_EQ(deciding(State::adopted, State::adopted, Period::adoption), "move_not_allowed");
}

TEST(Moves, M5_2_OnlyAnAdoptionIsDeclinedAndOnlyOnceItIsOut) {
  EXPECT_EQ(mayMove(ActorKind::director, State::adopted, State::declined, Period::notified), Code::ok);
  EXPECT_EQ(mayMove(ActorKind::director, State::adopted, State::declined, Period::waiting), Code::moveNotAllowed);
  EXPECT_EQ(mayMove(ActorKind::director, State::held, State::declined, Period::notified), Code::declineOnlyAdopted);
  EXPECT_EQ(mayMove(ActorKind::applicant, State::adopted, State::declined, Period::notified), Code::moveNotAllowed);
}

TEST(StateOf, S5_ReadsBackEveryName) {
  for (State const state : states) EXPECT_EQ(stateOf(name(state)), state);
  EXPECT_EQ(stateOf("undecided"), std::nullopt);
  EXPECT_EQ(stateOf(""), std::nullopt);
}

}  // namespace
}  // namespace senkoi::workflow
