// The outbox (S6): letters wait for their time, come back after a deferral, and are gone once sent.
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

class Outbox : public StoreTest {
 protected:
  std::vector<Letter> due(Instant now, std::size_t most = 100) { return store->dueLetters(now, most); }
  void request(const std::string& to, Instant now) {
    step([&](Store& s) {
      s.requestRegistration(to, internalMedicine, Language::ja, hash(3), hash(++secrets), now, {});
    });
  }
};
SENKOI_EVERY_ENGINE(Outbox);

TEST_P(Outbox, S6_LettersComeOldestDueFirstAndNotMoreThanAskedFor) {
  request("second@example.jp", opens + 1);
  request("first@example.jp", opens);
  EXPECT_TRUE(due(opens - 1).empty());
  EXPECT_EQ(due(opens).size(), 1u);
  ASSERT_EQ(due(opens + 1).size(), 2u);
  EXPECT_EQ(due(opens + 1)[0].to, "first@example.jp");
  EXPECT_EQ(due(opens + 1, 1).size(), 1u);
}

TEST_P(Outbox, S6_ASentLetterIsGone) {
  request("a@example.jp", opens);
  const auto id = due(opens)[0].id;
  step([&](Store& s) { s.letterSent(id, opens); });
  EXPECT_TRUE(due(results2).empty());
}

TEST_P(Outbox, S6_ADeferredLetterComesBackAtItsTimeWithItsAttemptsCounted) {
  request("a@example.jp", opens);
  const auto id = due(opens)[0].id;
  step([&](Store& s) { s.letterDeferred(id, opens + 60'000, "451 try later"); });
  EXPECT_TRUE(due(opens + 59'999).empty());
  ASSERT_EQ(due(opens + 60'000).size(), 1u);
  EXPECT_EQ(due(opens + 60'000)[0].attempts, 1u);
  EXPECT_EQ(due(opens + 60'000)[0].id, id);
}

TEST_P(Outbox, S6_ARefusedLetterIsNotTriedAgain) {
  request("a@example.jp", opens);
  const auto id = due(opens)[0].id;
  step([&](Store& s) { s.letterRefused(id, opens, "550 no such user"); });
  EXPECT_TRUE(due(results2).empty());
}

TEST_P(Outbox, R4_TellsHowManyLettersWaitSinceWhenAndHowManyWereRefused) {
  EXPECT_FALSE(store->lettersWaiting().oldest);
  request("a@example.jp", opens);
  request("b@example.jp", opens + 1);
  request("c@example.jp", opens + 2);
  const auto letters = due(opens + 2);
  step([&](Store& s) {
    s.letterRefused(letters[0].id, opens + 3, "550 no such user");
    s.letterDeferred(letters[1].id, opens + 60'000, "451 try later");
  });
  EXPECT_EQ(store->lettersWaiting().waiting, 2u);
  EXPECT_EQ(store->lettersWaiting().oldest, opens + 1) << "however often it was put off";
  EXPECT_EQ(store->lettersWaiting().refused, 1u);
}

TEST_P(Outbox, S6_ANumberIsNeverGivenToASecondLetter) {
  request("a@example.jp", opens);
  const auto first = due(opens)[0].id;
  step([&](Store& s) { s.letterSent(first, opens); });
  request("b@example.jp", opens);
  EXPECT_GT(due(opens)[0].id, first);
}

TEST_P(Outbox, Reliability33_FactsKeepLineBreaksBackslashesAndEqualSigns) {
  UserData data = userData();
  data.familyName = "a=b\\n\nc";
  data.givenName = "\\";
  const Hash link = hash(1);
  step([&](Store& s) {
    s.requestRegistration("a@example.jp", internalMedicine, Language::ja, hash(2), link, opens, {});
  });
  step([&](Store& s) { return s.openRegistration(link, opens, {}); });
  step([&](Store& s) { return s.registerApplicant(link, data, userId(1), "x", opens, {}); });
  const auto sent = letters(LetterKind::registered);
  ASSERT_EQ(sent.size(), 1u);
  EXPECT_EQ(fact(sent[0], "family_name"), data.familyName);
  EXPECT_EQ(fact(sent[0], "given_name"), data.givenName);
}

TEST_P(Outbox, LettersAreWrittenInTheLanguageOfTheirRegistration) {
  const Hash link = hash(1);
  step([&](Store& s) {
    s.requestRegistration("a@example.jp", internalMedicine, Language::en, hash(2), link, opens, {});
  });
  step([&](Store& s) { return s.openRegistration(link, opens, {}); });
  step([&](Store& s) { return s.registerApplicant(link, userData(), userId(1), "x", opens, {}); });
  applied(userId(1), tokyoTenSeats);
  ASSERT_EQ(letters(LetterKind::applied).size(), 1u);
  EXPECT_EQ(letters(LetterKind::applied)[0].language, Language::en);
}

}  // namespace
}  // namespace senkoi::tests
