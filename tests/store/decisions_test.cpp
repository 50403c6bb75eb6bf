// Decisions by directors (S1), capacity and ceiling over all rounds (S2, M3.7, M3.8), and the telling of results
// (M5.1).
#include "server/database/sqlite/database.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

class Decisions : public StoreTest {
 protected:
  std::vector<std::int64_t> crowd(std::size_t count, std::int64_t program, Instant now = opens) {
    std::vector<std::int64_t> ids;
    while (ids.size() < count) ids.push_back(applied(newApplicant(), program, now));
    return ids;
  }
  std::size_t announce(Instant now) {
    return step([&](Store& s) { return s.announceResults(now); });
  }
};
SENKOI_EVERY_ENGINE(Decisions);

TEST_P(Decisions, S1_DecidedWithinTheAdoptionPeriodOnly) {
  const auto id = crowd(1, tokyoTenSeats)[0];
  EXPECT_EQ(decide(id, State::adopted, deciding - 1), Code::notInAdoptionPeriod);
  EXPECT_EQ(decide(id, State::adopted, deciding), Code::ok);
  EXPECT_EQ(decide(id, State::rejected, decided - 1), Code::ok);
  EXPECT_EQ(decide(id, State::adopted, decided), Code::notInAdoptionPeriod);
  EXPECT_EQ(stateOf(id, tokyoTenSeats), State::rejected);
}

TEST_P(Decisions, S1_OnlyADirectorDecides) {
  const auto id = crowd(1, tokyoTenSeats)[0];
  for (const ActorKind who : {ActorKind::applicant, ActorKind::office, ActorKind::system}) {
    const Actor actor{who, "someone", ""};
    EXPECT_EQ(step([&](Store& s) { return tests::decide(s, id, State::adopted, deciding, actor); }),
              Code::moveNotAllowed);
  }
  EXPECT_EQ(step([&](Store& s) { return tests::decide(s, 999, State::adopted, deciding); }), Code::notFound);
}

TEST_P(Decisions, S5_ADecisionIsCountedAndAuditedWithWhatItWasBefore) {
  const auto id = crowd(1, tokyoTenSeats)[0];
  store->takeCountChanges();
  decide(id, State::held);
  EXPECT_EQ(store->takeCountChanges(), (std::vector<CountChange>{{tokyoTenSeats, 1, State::applied, State::held}}));
  const AuditEntry last = store->audit(0, 1000).back();
  EXPECT_EQ(last.action, "decided");
  EXPECT_EQ(last.actor.id, director.id);
  EXPECT_EQ(last.actor.address, director.address);
  EXPECT_EQ(last.subject, std::to_string(id));
  EXPECT_TRUE(last.detail.starts_with("applied to held hold ")) << last.detail;  // a keyed hash of the reason
}

TEST_P(Decisions, M5_1_ADecisionSendsNoLetterBeforeTheNotificationTime) {
  const auto ids = crowd(2, tokyoTenSeats);
  const auto before = store->dueLetters(results2, 1000).size();
  decide(ids[0], State::adopted);
  decide(ids[1], State::rejected);
  EXPECT_EQ(announce(results - 1), 0u);
  EXPECT_EQ(store->dueLetters(results2, 1000).size(), before);
}

TEST_P(Decisions, M5_1_AtTheNotificationTimeEveryApplicantOfTheRoundGetsTheSameLetterOnce) {
  const auto ids = crowd(3, tokyoTenSeats);
  const std::string gone = newApplicant();
  const auto withdrawn = applied(gone, tokyoTenSeats);
  step([&](Store& s) { return s.withdraw(gone, withdrawn, opens + 1, applicantActor(gone)); });
  decide(ids[0], State::adopted);
  decide(ids[1], State::rejected);
  EXPECT_EQ(announce(results), 3u);
  EXPECT_EQ(announce(results + 1), 0u);
  const auto sent = letters(LetterKind::resultsOut);
  ASSERT_EQ(sent.size(), 3u);
  for (const Letter& letter : sent) {
    EXPECT_EQ(fact(letter, "round"), "1");
    EXPECT_EQ(letter.facts.size(), 4u);  // whom, and the round: the result stands on my page
    EXPECT_EQ(letter.dueAt, results);
  }
  EXPECT_EQ(audited("results_announced"), 1u);
}

TEST_P(Decisions, S2_CapacityIsNeverPassed) {
  const auto ids = crowd(3, kyotoTwoSeats);
  EXPECT_EQ(decide(ids[0], State::adopted), Code::ok);
  EXPECT_EQ(decide(ids[1], State::adopted), Code::ok);
  EXPECT_EQ(decide(ids[2], State::adopted), Code::capacityReached);
  EXPECT_EQ(decide(ids[0], State::rejected), Code::ok);
  EXPECT_EQ(decide(ids[2], State::adopted), Code::ok);
}

TEST_P(Decisions, S2_TheCeilingCountsEveryProgramOfThePrefectureAndField) {
  const auto three = crowd(3, tokyoThreeSeats), ten = crowd(2, tokyoTenSeats);
  for (const auto id : three) EXPECT_EQ(decide(id, State::adopted), Code::ok);
  EXPECT_EQ(decide(ten[0], State::adopted), Code::ok);  // the fourth: the ceiling
  EXPECT_EQ(decide(ten[1], State::adopted), Code::ceilingReached);
  EXPECT_EQ(decide(crowd(1, kyotoTwoSeats, opens)[0], State::adopted), Code::ok);  // another prefecture
}

TEST_P(Decisions, S2_TheCeilingCountsAllRounds) {
  for (const auto id : crowd(4, tokyoTenSeats)) EXPECT_EQ(decide(id, State::adopted), Code::ok);
  const auto late = crowd(1, tokyoTenSeats, opens2)[0];
  EXPECT_EQ(decide(late, State::adopted, deciding2), Code::ceilingReached);
}

TEST_P(Decisions, S2_CapacityCountsAllRounds) {
  for (const auto id : crowd(2, kyotoTwoSeats)) EXPECT_EQ(decide(id, State::adopted), Code::ok);
  const auto late = crowd(1, kyotoTwoSeats, opens2)[0];
  EXPECT_EQ(decide(late, State::adopted, deciding2), Code::capacityReached);
}

TEST_P(Decisions, M5_2_WhoDeclinesFreesTheSeat) {
  const auto ids = crowd(4, tokyoTenSeats);
  for (const auto id : ids) decide(id, State::adopted);
  EXPECT_EQ(decide(ids[0], State::declined, results - 1), Code::moveNotAllowed);
  EXPECT_EQ(decide(ids[0], State::declined, results), Code::ok);
  const auto late = crowd(1, tokyoTenSeats, opens2)[0];
  EXPECT_EQ(decide(late, State::adopted, deciding2), Code::ok);
}

TEST_P(Decisions, M3_7_ACeilingOfZeroAdoptsNobody) {
  const auto id = applied(newApplicant(paediatrics), kyotoFullCeiling);
  EXPECT_EQ(decide(id, State::adopted), Code::ceilingReached);
}

TEST_P(Decisions, M5_3_ARejectionThatIsOutIsNotReversedOnceAnotherProgramHasAdopted) {
  const std::string who = newApplicant();
  const auto first = applied(who, tokyoTenSeats);
  decide(first, State::rejected);
  const auto second = applied(who, kyotoTwoSeats, opens2);
  EXPECT_EQ(decide(second, State::adopted, deciding2), Code::ok);
  EXPECT_EQ(decide(first, State::adopted, deciding2), Code::notInAdoptionPeriod);
}

// The moves lead to no such pair; a hand at the database may.
TEST_P(Decisions, M3_5_WhoIsAdoptedElsewhereIsNotAdoptedBesides) {
  const std::string who = newApplicant();
  const auto first = applied(who, tokyoTenSeats);
  decide(first, State::rejected);
  const auto second = applied(who, kyotoTwoSeats, opens2);
  EXPECT_EQ(decide(second, State::adopted, deciding2), Code::ok);
  sqlite::Database(folder / "senkoi.db", sqlite::Database::Access::write)
      .run("UPDATE application SET state = 'held' WHERE id = $1", first);
  EXPECT_EQ(decide(first, State::adopted, deciding2), Code::alreadyAdopted);
  EXPECT_EQ(stateOf(first, tokyoTenSeats), State::held);
}

TEST_P(Decisions, TheLiveCountsAreTheRows) {
  const auto ids = crowd(3, tokyoTenSeats);
  decide(ids[0], State::adopted);
  decide(ids[1], State::held);
  std::vector<CountChange> expected{{tokyoTenSeats, 1, std::nullopt, State::adopted},
                                    {tokyoTenSeats, 1, std::nullopt, State::held},
                                    {tokyoTenSeats, 1, std::nullopt, State::applied}};
  EXPECT_EQ(store->liveCounts(), expected);
}

}  // namespace
}  // namespace senkoi::tests
