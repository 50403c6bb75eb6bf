// Letters that have not gone out, as offices see them, and trying them again (L4, S6).
#include "server/operations/office_store.hpp"
#include "server/operations/staff_store.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

class OfficeLetters : public StoreTest {
 protected:
  std::vector<UndeliveredLetter> undelivered(Scope scope = std::nullopt) {
    return store->offices().undeliveredLetters(scope, 100);
  }
  Code retry(std::int64_t letter, Scope scope = std::nullopt, Instant now = opens + hours) {
    return step([&](Store& s) { return s.offices().retryLetter(scope, letter, now, office); });
  }
  std::size_t retryAll(Scope scope = std::nullopt, Instant now = opens + hours) {
    return step([&](Store& s) { return s.offices().retryLetters(scope, now, office); });
  }
  void request(const std::string& to, Field field) {
    step([&](Store& s) { s.requestRegistration(to, field, Language::ja, hash(3), hash(++secrets), opens, {}); });
  }
  void invite(const std::string& to, Role role, std::optional<Field> field) {
    step([&](Store& s) {
      return s.staff()
          .invite({to, "山田", Language::ja, role, field, {}}, hash(4), hash(++secrets), opens, office)
          .code;
    });
  }
  // Every letter in the outbox, whatever it is about, is refused.
  void giveAllUp(Instant now = opens + 1) {
    for (const Letter& letter : store->dueLetters(now, 1000))
      step([&](Store& s) { s.letterRefused(letter.id, now, "550 5.1.1 no such user"); });
  }
  std::vector<std::string> addressees(Scope scope) {
    std::vector<std::string> found;
    for (const UndeliveredLetter& letter : undelivered(scope)) found.push_back(letter.to);
    std::ranges::sort(found);
    return found;
  }
};
SENKOI_EVERY_ENGINE(OfficeLetters);

TEST_P(OfficeLetters, L4_ALetterIsListedOnceItWasTriedInVainWithItsReason) {
  request("a@example.jp", internalMedicine);
  request("b@example.jp", internalMedicine);
  request("c@example.jp", internalMedicine);
  EXPECT_TRUE(undelivered().empty()) << "none was tried";
  const auto due = store->dueLetters(opens, 10);
  step([&](Store& s) { s.letterDeferred(due[0].id, opens + 60'000, "451 4.7.1 later"); });
  step([&](Store& s) { s.letterRefused(due[1].id, opens + 1, "550 5.1.1 unknown"); });
  step([&](Store& s) { s.letterHeld(due[2].id, opens + 5'000, "554 5.7.1 relay access denied"); });
  const auto letters = undelivered();
  ASSERT_EQ(letters.size(), 3u);
  EXPECT_EQ(letters[0].to, "b@example.jp") << "given up";
  EXPECT_EQ(letters[0].givenUpAt, opens + 1);
  EXPECT_FALSE(letters[0].nextAttempt);
  EXPECT_EQ(letters[0].why, "550 5.1.1 unknown");
  EXPECT_EQ(letters[0].kind, LetterKind::registrationLink);
  EXPECT_EQ(letters[0].queuedAt, opens);
  EXPECT_EQ(letters[0].linkUntil, opens + linkLifetime);
  EXPECT_EQ(letters[1].nextAttempt, opens + 5'000);
  EXPECT_EQ(letters[1].attempts, 0) << "not its own fault";
  EXPECT_EQ(letters[2].attempts, 1);
  step([&](Store& s) { s.letterSent(due[0].id, opens + 60'000); });
  EXPECT_EQ(undelivered().size(), 2u);
}

TEST_P(OfficeLetters, L4_ASocietyHasTheLettersOfItsFieldAndTheBoardAll) {
  const std::string ours = newApplicant(internalMedicine, "ours@example.jp"),
                    theirs = newApplicant(paediatrics, "theirs@example.jp");
  applied(ours, tokyoTenSeats);
  request("new1@example.jp", internalMedicine);
  request("new2@example.jp", paediatrics);
  invite("director1@example.jp", Role::director, internalMedicine);
  invite("director2@example.jp", Role::director, paediatrics);
  invite("board@example.jp", Role::board, std::nullopt);
  step([&](Store& s) { s.requestRecovery("theirs@example.jp", Language::ja, hash(5), hash(++secrets), opens, {}); });
  giveAllUp();
  const auto of = [&](Scope scope) {
    auto all = addressees(scope);
    all.erase(std::ranges::unique(all).begin(), all.end());
    return all;
  };
  using Texts = std::vector<std::string>;
  EXPECT_EQ(of(internalMedicine), (Texts{"director1@example.jp", "new1@example.jp", "ours@example.jp"}));
  EXPECT_EQ(of(paediatrics), (Texts{"director2@example.jp", "new2@example.jp", "theirs@example.jp"}));
  EXPECT_EQ(of(std::nullopt).size(), 7u);
  for (const UndeliveredLetter& letter : undelivered(paediatrics)) {
    EXPECT_EQ(retry(letter.id, internalMedicine), Code::notFound) << letter.to;
    EXPECT_EQ(letter.userId, letter.kind == LetterKind::registered ? theirs : "") << letter.to;
  }
  EXPECT_EQ(retryAll(internalMedicine), 4u) << "registered, applied, a newcomer's link, an invitation";
}

TEST_P(OfficeLetters, L4_ALetterThatWasGivenUpIsDueAgainAsANewOne) {
  applied(newApplicant(internalMedicine, "a@example.jp"), tokyoTenSeats);
  giveAllUp();
  const auto before = undelivered();
  EXPECT_TRUE(store->dueLetters(results2, 10).empty());
  EXPECT_EQ(retry(before[0].id), Code::ok);
  const auto due = store->dueLetters(opens + hours, 10);
  ASSERT_EQ(due.size(), 1u);
  EXPECT_EQ(due[0].id, before[0].id) << "the same number makes the same Message-ID";
  EXPECT_EQ(due[0].attempts, 0u);
  EXPECT_EQ(due[0].triedSince, opens + hours);
  EXPECT_EQ(store->lettersWaiting().oldest, opens + hours) << "it does not wait since it was queued";
  EXPECT_EQ(audited("letter_retried"), 1u);
  EXPECT_EQ(retry(999'999), Code::notFound);
  EXPECT_EQ(audited("letter_retried"), 1u);
}

TEST_P(OfficeLetters, L4_ALetterWhoseLinkHasExpiredIsNotSentAgain) {
  request("a@example.jp", internalMedicine);
  giveAllUp();
  const auto letter = undelivered()[0];
  EXPECT_TRUE(letter.mayBeRetried(opens + linkLifetime - 1));
  EXPECT_FALSE(letter.mayBeRetried(opens + linkLifetime));
  EXPECT_EQ(retry(letter.id, std::nullopt, opens + linkLifetime), Code::letterExpired);
  EXPECT_EQ(retryAll(std::nullopt, opens + linkLifetime), 0u);
  EXPECT_EQ(audited("letters_retried"), 0u);
  EXPECT_EQ(retry(letter.id, std::nullopt, opens + linkLifetime - 1), Code::ok);
}

TEST_P(OfficeLetters, L4_AllThatWereGivenUpAreTriedAgainAtOnceAndThoseThatWaitStay) {
  for (const char* const to : {"a@example.jp", "b@example.jp", "c@example.jp"}) request(to, internalMedicine);
  const auto due = store->dueLetters(opens, 10);
  step([&](Store& s) {
    s.letterRefused(due[0].id, opens, "550 5.1.1 unknown");
    s.letterRefused(due[1].id, opens, "550 5.1.1 unknown");
    s.letterDeferred(due[2].id, opens + 3 * hours, "451 later");
  });
  EXPECT_EQ(retryAll(), 2u);
  EXPECT_EQ(store->dueLetters(opens + hours, 10).size(), 2u);
  EXPECT_EQ(audited("letters_retried"), 1u);
  EXPECT_EQ(retryAll(), 0u);
}

}  // namespace
}  // namespace senkoi::tests
