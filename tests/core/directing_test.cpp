// What a director may do to one application (S1, M5.2, D at M6.1), and what is written beside a deed.
#include "senkoi/workflow/directing.hpp"

#include <gtest/gtest.h>

#include <string>

#include "senkoi/codes/code_table.hpp"
#include "senkoi/forms/directing.hpp"
#include "senkoi/words/sentence.hpp"

namespace senkoi::workflow {
namespace {

TEST(DirectorMay, S1_DecidesAndTakesBackWhileTheAdoptionPeriodLasts) {
  DirectorMay const undecided = directorMay(State::applied, Period::adoption);
  EXPECT_EQ(undecided.adopt, Code::ok);
  EXPECT_EQ(undecided.reject, Code::ok);
  EXPECT_EQ(undecided.hold, Code::ok);
  EXPECT_EQ(undecided.undecide, Code::moveNotAllowed);
  EXPECT_EQ(directorMay(State::adopted, Period::adoption).undecide, Code::ok);
  EXPECT_EQ(directorMay(State::adopted, Period::waiting).undecide, Code::notInAdoptionPeriod);
  EXPECT_EQ(directorMay(State::applied, Period::registration).adopt, Code::notInAdoptionPeriod);
}

TEST(DirectorMay, S1_AHoldMayGoOnForAnotherReasonAsLongAsItCanBeResolved) {
  for (Period const period : {Period::adoption, Period::notified}) {
    EXPECT_EQ(directorMay(State::held, period).hold, Code::ok);
  }
  EXPECT_EQ(directorMay(State::held, Period::waiting).hold, Code::notInAdoptionPeriod);
  EXPECT_EQ(mayDecide(State::adopted, State::adopted, Period::adoption), Code::moveNotAllowed);
}

TEST(DirectorMay, M5_2_EntersADeclineOnceTheAdoptionIsOut) {
  EXPECT_EQ(directorMay(State::adopted, Period::notified).decline, Code::ok);
  EXPECT_NE(directorMay(State::adopted, Period::adoption).decline, Code::ok);
  EXPECT_EQ(directorMay(State::rejected, Period::notified).decline, Code::declineOnlyAdopted);
}

TEST(DirectorMay, S1_ChangesDataOfWhomTheApplicationBinds) {
  for (State const state : {State::applied, State::adopted, State::held}) {
    for (Period const period : {Period::registration, Period::adoption, Period::notified}) {
      EXPECT_EQ(mayChangeDataOf(state, period), Code::ok) << name(state) << name(period);
    }
  }
  EXPECT_EQ(mayChangeDataOf(State::rejected, Period::waiting), Code::ok)
      << "a rejection that is not out changes nothing";
  EXPECT_EQ(mayChangeDataOf(State::rejected, Period::notified), Code::moveNotAllowed);
  EXPECT_EQ(mayChangeDataOf(State::declined, Period::notified), Code::moveNotAllowed);
  EXPECT_EQ(mayChangeDataOf(State::withdrawn, Period::registration), Code::moveNotAllowed);
}

TEST(Hold, S1_HasAReasonAndAnOwner) {
  forms::Hold<std::string> hold{"", ""};
  auto const codes = forms::check(hold, {});
  EXPECT_EQ(codes[0], Code::heldReasonNeeded);
  EXPECT_EQ(codes[1], Code::required);
  hold = {" 面接日の調整中 ", "髙橋"};
  EXPECT_TRUE(forms::accepted(forms::check(hold, {})));
  EXPECT_EQ(hold.reason, "面接日の調整中");
  hold.reason = std::string(201, 'x');
  EXPECT_EQ(forms::check(hold, {})[0], Code::tooLong);
}

TEST(DataNote, S1_IsAsked) {
  forms::DataNote<std::string> note{"  "};
  EXPECT_EQ(forms::check(note, {})[0], Code::noteNeeded);
  note.note = "11月20日に電話で申し出";
  EXPECT_TRUE(forms::accepted(forms::check(note, {})));
}

TEST(Limits, S2_ARefusedAdoptionSaysTheLimitAndWhomToAsk) {
  for (Code const code : {Code::capacityReached, Code::ceilingReached}) {
    std::string const ja = words::fill(words::sentence(code, Language::ja), {"", 0, 124});
    EXPECT_NE(ja.find("124名"), std::string::npos) << ja;
    EXPECT_NE(ja.find("領域学会事務局"), std::string::npos) << ja;
    EXPECT_NE(words::fill(words::sentence(code, Language::en), {"", 0, 124}).find("124"), std::string::npos);
  }
}

}  // namespace
}  // namespace senkoi::workflow
