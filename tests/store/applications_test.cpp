// Apply, withdraw, switch (M3.5, M4.1, M5.3), each at its deadlines: one millisecond before and at the instant.
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

class Applications : public StoreTest {
 protected:
  Outcome<Application> withdraw(const std::string& by, std::int64_t application, Instant now) {
    return step([&](Store& s) { return s.withdraw(by, application, now, applicantActor(by)); });
  }
  Outcome<Application> switchTo(const std::string& by, std::int64_t application, std::int64_t program, Instant now,
                                const std::string& key = {}) {
    return step([&](Store& s) { return s.switchTo(by, application, program, key, now, applicantActor(by)); });
  }
  std::vector<CountChange> changes() { return store->takeCountChanges(); }
  const std::string who = newApplicant();
};
SENKOI_EVERY_ENGINE(Applications);

TEST_P(Applications, M3_5_AnApplicationIsStoredCountedToldAndAudited) {
  changes();
  const auto made = apply(who, tokyoTenSeats, opens + 7);
  ASSERT_EQ(made.code, Code::ok);
  const Application expected{made.value->id, who, 1, tokyoTenSeats, State::applied, opens + 7, opens + 7};
  EXPECT_EQ(*made.value, expected);
  EXPECT_EQ(store->applications(who), std::vector{expected});
  EXPECT_EQ(store->applicationsOf(tokyoTenSeats), std::vector{expected});
  EXPECT_EQ(changes(), (std::vector<CountChange>{{tokyoTenSeats, 1, std::nullopt, State::applied}}));
  const auto sent = letters(LetterKind::applied);
  ASSERT_EQ(sent.size(), 1u);
  EXPECT_EQ(fact(sent[0], "program"), "プログラム2");
  EXPECT_EQ(fact(sent[0], "facility"), "病院2");
  EXPECT_EQ(fact(sent[0], "round"), "1");
  EXPECT_EQ(fact(sent[0], "user_id"), who);
  EXPECT_EQ(audited("applied"), 1u);
}

TEST_P(Applications, M3_5_RegistrationOpensAtItsInstant) {
  EXPECT_EQ(apply(who, tokyoTenSeats, opens - 1).code, Code::registrationNotOpen);
  EXPECT_EQ(apply(who, tokyoTenSeats, opens).code, Code::ok);
}

TEST_P(Applications, M3_5_RegistrationIsOverAtItsEnd) {
  EXPECT_EQ(apply(who, tokyoTenSeats, closes).code, Code::registrationOver);
  EXPECT_EQ(apply(who, tokyoTenSeats, closes - 1).code, Code::ok);
}

TEST_P(Applications, M3_5_OneLiveApplicationARound) {
  applied(who, tokyoTenSeats);
  EXPECT_EQ(apply(who, kyotoTwoSeats, opens + 1).code, Code::alreadyApplied);
  EXPECT_EQ(apply(who, tokyoTenSeats, opens + 1).code, Code::alreadyApplied);
  EXPECT_EQ(store->applications(who).size(), 1u);
}

TEST_P(Applications, M3_5_ARefusalWritesNothing) {
  const std::size_t lettersBefore = store->dueLetters(results2, 1000).size(),
                    linesBefore = store->audit(0, 1000).size();
  changes();
  apply(who, tokyoTenSeats, opens - 1);
  EXPECT_EQ(store->dueLetters(results2, 1000).size(), lettersBefore);
  EXPECT_EQ(store->audit(0, 1000).size(), linesBefore);
  EXPECT_TRUE(changes().empty());
}

TEST_P(Applications, M1_2_AnotherFieldsProgramIsRefused) {
  EXPECT_EQ(apply(who, paediatricsTokyo, opens).code, Code::programOfOtherField);
}

TEST_P(Applications, AnUnknownProgramOrApplicantIsRefused) {
  EXPECT_EQ(apply(who, 999, opens).code, Code::programUnknown);
  EXPECT_EQ(apply("0199999999", tokyoTenSeats, opens).code, Code::notFound);
}

TEST_P(Applications, M3_5_AProgramRecruitsInItsRoundsOnly) {
  EXPECT_EQ(apply(who, kyotoFirstRoundOnly, opens2).code, Code::programNotRecruiting);
  EXPECT_EQ(apply(who, kyotoFirstRoundOnly, opens).code, Code::ok);
}

TEST_P(Applications, M3_5_ACellClosedInARoundDoesNotRecruit) {
  EXPECT_EQ(apply(who, tokyoTenSeats, opens3).code, Code::programNotRecruiting);
  EXPECT_EQ(apply(who, kyotoTwoSeats, opens3).code, Code::ok);
}

TEST_P(Applications, M4_1_WithdrawnWithinTheRegistrationPeriod) {
  const auto id = applied(who, tokyoTenSeats);
  changes();
  const auto moved = withdraw(who, id, closes - 1);
  ASSERT_EQ(moved.code, Code::ok);
  EXPECT_EQ(moved.value->state, State::withdrawn);
  EXPECT_EQ(moved.value->changedAt, closes - 1);
  EXPECT_EQ(stateOf(id, tokyoTenSeats), State::withdrawn);
  EXPECT_EQ(changes(), (std::vector<CountChange>{{tokyoTenSeats, 1, State::applied, State::withdrawn}}));
  EXPECT_EQ(letters(LetterKind::withdrawn).size(), 1u);
  EXPECT_EQ(audited("withdrawn"), 1u);
}

TEST_P(Applications, M4_1_InTheGapItIsRefusedInOtherWordsThanInTheAdoptionPeriod) {
  const auto id = applied(who, tokyoTenSeats);
  EXPECT_EQ(withdraw(who, id, closes).code, Code::withdrawalInGap);
  EXPECT_EQ(withdraw(who, id, deciding - 1).code, Code::withdrawalInGap);
  EXPECT_EQ(withdraw(who, id, deciding).code, Code::inAdoptionPeriod);
  EXPECT_EQ(withdraw(who, id, decided - 1).code, Code::inAdoptionPeriod);
  EXPECT_EQ(withdraw(who, id, decided).code, Code::withdrawalAfterAdoption);
  EXPECT_EQ(stateOf(id, tokyoTenSeats), State::applied);
}

TEST_P(Applications, M4_1_WithdrawnOnceAndThenFreeToApplyAgain) {
  const auto id = applied(who, tokyoTenSeats);
  withdraw(who, id, opens + 1);
  EXPECT_EQ(withdraw(who, id, opens + 2).code, Code::noApplication);
  EXPECT_EQ(apply(who, tokyoTenSeats, opens + 3).code, Code::ok);
  EXPECT_EQ(store->applications(who).size(), 2u);
}

TEST_P(Applications, Reliability23_AnothersApplicationIsNotFound) {
  const auto id = applied(who, tokyoTenSeats);
  const std::string other = newApplicant();
  EXPECT_EQ(withdraw(other, id, opens + 1).code, Code::notFound);
  EXPECT_EQ(switchTo(other, id, kyotoTwoSeats, opens + 1).code, Code::notFound);
  EXPECT_EQ(withdraw(who, 999, opens + 1).code, Code::notFound);
}

TEST_P(Applications, AnEarlierWithdrawnOneIsNotTheLiveOne) {
  const auto first = applied(who, tokyoTenSeats);
  withdraw(who, first, opens + 1);
  applied(who, kyotoTwoSeats, opens + 2);
  EXPECT_EQ(withdraw(who, first, opens + 3).code, Code::noApplication);
  EXPECT_EQ(switchTo(who, first, tokyoThreeSeats, opens + 3).code, Code::noApplication);
}

TEST_P(Applications, M4_1_SwitchWithdrawsAndAppliesInOne) {
  const auto id = applied(who, tokyoTenSeats);
  changes();
  const auto made = switchTo(who, id, kyotoTwoSeats, closes - 1);
  ASSERT_EQ(made.code, Code::ok);
  EXPECT_EQ(made.value->program, kyotoTwoSeats);
  EXPECT_EQ(made.value->state, State::applied);
  EXPECT_EQ(stateOf(id, tokyoTenSeats), State::withdrawn);
  EXPECT_EQ(changes(), (std::vector<CountChange>{{tokyoTenSeats, 1, State::applied, State::withdrawn},
                                                 {kyotoTwoSeats, 1, std::nullopt, State::applied}}));
  const auto sent = letters(LetterKind::switched);
  ASSERT_EQ(sent.size(), 1u);
  EXPECT_EQ(fact(sent[0], "program"), "プログラム3");
  EXPECT_EQ(fact(sent[0], "from_program"), "プログラム2");
  EXPECT_TRUE(letters(LetterKind::withdrawn).empty());
  EXPECT_EQ(audited("switched"), 1u);
}

TEST_P(Applications, M4_1_ARefusedSwitchLeavesTheApplicationWhereItIs) {
  const auto id = applied(who, tokyoTenSeats);
  EXPECT_EQ(switchTo(who, id, tokyoTenSeats, opens + 1).code, Code::sameProgram);
  EXPECT_EQ(switchTo(who, id, paediatricsTokyo, opens + 1).code, Code::programOfOtherField);
  EXPECT_EQ(switchTo(who, id, 999, opens + 1).code, Code::programUnknown);
  EXPECT_EQ(switchTo(who, id, kyotoTwoSeats, closes).code, Code::withdrawalInGap);
  EXPECT_EQ(switchTo(who, id, kyotoTwoSeats, deciding).code, Code::inAdoptionPeriod);
  EXPECT_EQ(stateOf(id, tokyoTenSeats), State::applied);
}

TEST_P(Applications, TheSameKeyGivesTheFirstAnswerAgain) {
  const auto first = apply(who, tokyoTenSeats, closes - 10, "key-1");
  changes();
  const auto again = apply(who, tokyoTenSeats, closes - 5, "key-1");
  EXPECT_EQ(again.value, first.value);
  EXPECT_TRUE(changes().empty());
  EXPECT_EQ(letters(LetterKind::applied).size(), 1u);
  withdraw(who, first.value->id, closes - 1);
  EXPECT_EQ(apply(who, tokyoTenSeats, closes, "key-1").value, first.value);
}

TEST_P(Applications, AKeyBelongsToOneRequestOfOneUser) {
  apply(who, tokyoTenSeats, opens, "key-1");
  EXPECT_EQ(apply(who, kyotoTwoSeats, opens, "key-1").code, Code::idempotencyKeyReused);
  const std::string other = newApplicant();
  const auto others = apply(other, kyotoTwoSeats, opens, "key-1");
  ASSERT_EQ(others.code, Code::ok);
  EXPECT_EQ(others.value->userId, other);
}

TEST_P(Applications, ARefusedRequestDoesNotUseUpItsKey) {
  EXPECT_EQ(apply(who, tokyoTenSeats, opens - 1, "key-1").code, Code::registrationNotOpen);
  EXPECT_EQ(apply(who, tokyoTenSeats, opens, "key-1").code, Code::ok);
}

TEST_P(Applications, ASwitchIsRememberedByItsKeyToo) {
  const auto id = applied(who, tokyoTenSeats);
  const auto first = switchTo(who, id, kyotoTwoSeats, opens + 1, "key-2");
  const auto again = switchTo(who, id, kyotoTwoSeats, opens + 2, "key-2");
  EXPECT_EQ(again.code, Code::ok);
  EXPECT_EQ(again.value, first.value);
  EXPECT_EQ(store->applications(who).size(), 2u);
}

TEST_P(Applications, AKeyIsRememberedForADayAndForgottenLater) {
  const auto first = apply(who, tokyoTenSeats, opens, "key-1");
  step([](Store& s) { s.purge(opens + 24 * hours); });
  EXPECT_EQ(apply(who, tokyoTenSeats, opens + 24 * hours, "key-1").value, first.value);
  step([](Store& s) { s.purge(opens + idempotencyLifetime); });
  EXPECT_EQ(apply(who, tokyoTenSeats, opens + idempotencyLifetime, "key-1").code, Code::alreadyApplied);
}

TEST_P(Applications, AKeyThatComesAgainAfterItsTimeIsANewRequests) {
  const auto first = apply(who, tokyoTenSeats, opens, "key-1");
  withdraw(who, first.value->id, opens + 1);
  const Instant later = opens + idempotencyLifetime;
  const auto second = apply(who, tokyoTenSeats, later, "key-1");
  ASSERT_EQ(second.code, Code::ok);
  EXPECT_NE(second.value->id, first.value->id);
  EXPECT_EQ(apply(who, tokyoTenSeats, later + 1, "key-1").value, second.value);
}

TEST_P(Applications, M5_3_WhoWasNotAdoptedAppliesInTheSecondRound) {
  const auto id = applied(who, tokyoTenSeats);
  decide(id, State::rejected);
  EXPECT_EQ(apply(who, kyotoTwoSeats, opens2 - 1).code, Code::registrationNotOpen);
  const auto made = apply(who, kyotoTwoSeats, opens2);
  ASSERT_EQ(made.code, Code::ok);
  EXPECT_EQ(made.value->round, 2);
  EXPECT_EQ(store->applications(who).size(), 2u);
}

TEST_P(Applications, M5_3_SoMayWhoDidNotApplyInTheFirstAndWhoDeclined) {
  EXPECT_EQ(apply(who, kyotoTwoSeats, opens2).code, Code::ok);
  const std::string decliner = newApplicant();
  const auto id = applied(decliner, tokyoTenSeats);
  decide(id, State::adopted);
  EXPECT_EQ(apply(decliner, kyotoTwoSeats, opens2).code, Code::alreadyAdopted);
  EXPECT_EQ(decide(id, State::declined, results), Code::ok);
  EXPECT_EQ(apply(decliner, kyotoTwoSeats, opens2).code, Code::ok);
}

TEST_P(Applications, M5_3_WhoIsHeldMayNotUntilItIsResolved) {
  const auto id = applied(who, tokyoTenSeats);  // left undecided: shows as held from the notification time on
  EXPECT_EQ(apply(who, kyotoTwoSeats, opens2).code, Code::applicationHeld);
  EXPECT_EQ(decide(id, State::rejected, results), Code::ok);
  EXPECT_EQ(apply(who, kyotoTwoSeats, opens2).code, Code::ok);
}

TEST_P(Applications, WithoutASeasonNothingIsApplied) {
  const ScratchFolder empty;
  const auto bare = GetParam().openWriting(empty);
  EXPECT_FALSE(bare->season());
  EXPECT_EQ(bare->apply(who, tokyoTenSeats, {}, opens, {}).code, Code::notFound);
}

}  // namespace
}  // namespace senkoi::tests
