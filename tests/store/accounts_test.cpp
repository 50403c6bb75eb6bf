// Change and deletion of one's own data (M6.1, M6.2, M1.2).
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

class Accounts : public StoreTest {
 protected:
  Code change(const UserData& data, Instant now) {
    return step([&](Store& s) { return s.changeUserData(who, data, now, applicantActor(who)); });
  }
  Code remove(Instant now) {
    return step([&](Store& s) { return s.deleteAccount(who, now, applicantActor(who)); });
  }
  UserData present() { return store->account(who)->data; }
  const std::string who = newApplicant();
};
SENKOI_EVERY_ENGINE(Accounts);

TEST_P(Accounts, M6_1_EveryItemCanBeChanged) {
  std::size_t items = 0;
  forms::forEachItem<UserData>([&](const auto& entry) {
    UserData data = present();
    data.*entry.member = "変更" + std::to_string(++items);
    EXPECT_EQ(change(data, opens), Code::ok);
    EXPECT_EQ(present().*entry.member, data.*entry.member);
    EXPECT_EQ(store->audit(0, 1000).back().detail, name(entry.item));
  });
  EXPECT_EQ(audited("data_changed"), items);
}

TEST_P(Accounts, S5_TheAuditNamesTheItemsAndNotTheirValues) {
  UserData data = present();
  data.phone = "03-9999-9999";
  data.address = "新しい住所";
  change(data, opens);
  EXPECT_EQ(store->audit(0, 1000).back().detail, "address phone");
}

TEST_P(Accounts, ChangingNothingIsNoChange) {
  EXPECT_EQ(change(present(), opens), Code::ok);
  EXPECT_EQ(audited("data_changed"), 0u);
}

TEST_P(Accounts, M6_1_OwnDataIsChangedUntilTheAdoptionPeriodBegins) {
  applied(who, tokyoTenSeats);
  UserData data = present();
  data.phone = "03-1111-1111";
  EXPECT_EQ(change(data, deciding), Code::changeThroughDirector);
  EXPECT_EQ(change(data, deciding - 1), Code::ok);
}

TEST_P(Accounts, M6_1_AfterwardsTheDirectorIsToBeAskedByWhoApplied) {
  decide(applied(who, tokyoTenSeats), State::adopted);
  UserData data = present();
  data.phone = "03-1111-1111";
  EXPECT_EQ(change(data, results2), Code::changeThroughDirector);
}

TEST_P(Accounts, M6_1_WhoNeverAppliedOrWasRejectedChangesAtAnyTime) {
  UserData data = present();
  data.phone = "03-1111-1111";
  EXPECT_EQ(change(data, deciding), Code::ok);
  const auto id = applied(who, tokyoTenSeats);
  decide(id, State::rejected);
  data.phone = "03-2222-2222";
  EXPECT_EQ(change(data, results - 1), Code::changeThroughDirector);  // the rejection isn't out yet
  EXPECT_EQ(change(data, results), Code::ok);
}

TEST_P(Accounts, M1_2_ANumberOfAnotherAccountIsRefused) {
  newApplicant();
  UserData data = present();
  data.registryNumber = registryNumber(2);
  EXPECT_EQ(change(data, opens), Code::registryNumberTaken);
  EXPECT_EQ(present().registryNumber, registryNumber(1));
}

TEST_P(Accounts, AnUnknownAccountIsNotFound) {
  EXPECT_EQ(step([&](Store& s) { return s.changeUserData("0199999999", userData(), opens, {}); }), Code::notFound);
  EXPECT_EQ(step([&](Store& s) { return s.deleteAccount("0199999999", opens, {}); }), Code::notFound);
  EXPECT_FALSE(store->account("0199999999"));
}

TEST_P(Accounts, M6_2_NotDeletedWhileAnApplicationIsLive) {
  const auto id = applied(who, tokyoTenSeats);
  EXPECT_EQ(remove(opens + 1), Code::liveApplication);
  decide(id, State::rejected);
  EXPECT_EQ(remove(results - 1), Code::liveApplication);  // or deletion would tell the decision (28)
  EXPECT_EQ(remove(results), Code::ok);
}

TEST_P(Accounts, M6_2_NotDeletedWhileHeldOrAdopted) {
  const auto id = applied(who, tokyoTenSeats);
  decide(id, State::held);
  EXPECT_EQ(remove(results), Code::liveApplication);
  decide(id, State::adopted, results);
  EXPECT_EQ(remove(results2), Code::liveApplication);
  decide(id, State::declined, results2);
  EXPECT_EQ(remove(results2), Code::ok);
}

TEST_P(Accounts, M6_2_DeletionEndsSessionsLettersLinksAndTellsTheOwnerOnce) {
  const Hash session = hash(1), link = hash(2);
  step([&](Store& s) { return s.openSession(session, *s.credentials(who), opens, {}); });
  step([&](Store& s) { s.requestRecovery("applicant1@example.jp", Language::ja, hash(5), link, opens, {}); });
  EXPECT_EQ(remove(opens), Code::ok);
  EXPECT_FALSE(store->account(who));
  EXPECT_FALSE(store->credentials(who));
  EXPECT_FALSE(store->session(session));
  EXPECT_EQ(step([&](Store& s) { return s.resetPassword(link, who, "x", opens + 1, {}); }), Code::linkExpired);
  const auto left = store->dueLetters(results2, 100);
  std::size_t ofOwner = 0;
  for (const Letter& letter : left) {
    if (letter.kind != LetterKind::registrationLink) ++ofOwner;
  }
  ASSERT_EQ(letters(LetterKind::accountDeleted).size(), 1u);
  EXPECT_EQ(ofOwner, 1u);
  EXPECT_EQ(audited("account_deleted"), 1u);
}

TEST_P(Accounts, Reliability42_AFarewellThatNobodyTakesIsDroppedAfterFiveDays) {
  remove(opens);
  const auto letter = letters(LetterKind::accountDeleted)[0];
  step([&](Store& s) { s.letterDeferred(letter.id, opens + 6 * 24 * hours, "451"); });
  step([&](Store& s) { s.purge(opens + 5 * 24 * hours - 1); });
  EXPECT_EQ(letters(LetterKind::accountDeleted).size(), 1u);
  step([&](Store& s) { s.purge(opens + 5 * 24 * hours); });
  EXPECT_TRUE(letters(LetterKind::accountDeleted).empty());
}

TEST_P(Accounts, M6_2_StatisticsKeepTheApplicationWithoutThePerson) {
  const auto id = applied(who, tokyoTenSeats);
  decide(id, State::rejected);
  remove(results);
  ASSERT_EQ(store->applicationsOf(tokyoTenSeats).size(), 1u);
  EXPECT_EQ(store->applicationsOf(tokyoTenSeats)[0].userId, "");
  EXPECT_EQ(store->applicationsOf(tokyoTenSeats)[0].state, State::rejected);
  EXPECT_EQ(store->liveCounts().size(), 1u);
}

TEST_P(Accounts, M1_2_AfterDeletionTheSamePersonRegistersInAnotherFieldUnderANewId) {
  remove(opens);
  const Hash link = hash(9);
  step([&](Store& s) {
    s.requestRegistration("applicant1@example.jp", paediatrics, Language::ja, hash(8), link, opens, {});
  });
  step([&](Store& s) { return s.openRegistration(link, opens, {}); });
  const auto submit = [&](const std::string& id) {
    return step([&](Store& s) { return s.registerApplicant(link, userData(registryNumber(1)), id, "x", opens, {}); });
  };
  EXPECT_EQ(submit(who).code, Code::busy);  // a deleted ID is never given again
  EXPECT_EQ(submit(userId(500)).code, Code::ok);
  EXPECT_EQ(store->account(userId(500))->field, paediatrics);
}

TEST_P(Accounts, M1_2_ALinkRequestedForTheOtherFieldBeforeDeletionStillWorks) {
  const Hash link = hash(9);
  step([&](Store& s) {
    s.requestRegistration("applicant1@example.jp", paediatrics, Language::ja, hash(8), link, opens, {});
  });
  remove(opens);
  EXPECT_EQ(step([&](Store& s) { return s.openRegistration(link, opens + 1, {}); }).code, Code::ok);
}

}  // namespace
}  // namespace senkoi::tests
