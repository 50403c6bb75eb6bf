// Log-in, sessions, recovery, passwords (M1.3, M3.1, M3.2; reliability 7, 15, 17, 18).
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

constexpr Instant opening = season2025::opens;

class Access : public StoreTest {
 protected:
  void requestRecovery(const std::string& mail, const Hash& link, Instant now = opening) {
    step([&](Store& s) { s.requestRecovery(mail, Language::ja, hash(55), link, now, {}); });
  }
  // Of the first user ID that the link is for.
  Code reset(const Hash& link, Instant now = opening, const std::string& password = "new") {
    const auto found = store->recoveryLink(link, now);
    return resetOf(found.value ? found.value->owners.front().userId : "", link, now, password);
  }
  Code resetOf(const std::string& who, const Hash& link, Instant now = opening, const std::string& password = "new") {
    return step([&](Store& s) { return s.resetPassword(link, who, password, now, {}); });
  }
  Code opened(const Hash& link, Instant now = opening) {
    return step([&](Store& s) { return s.openRecovery(link, now).code; });
  }
  std::string password(const std::string& who) { return store->credentials(who)->passwordHash; }
  Code logIn(const std::string& who, const Hash& fresh, Instant now = opening) {
    const auto known = store->credentials(who);
    return step([&](Store& s) { return s.openSession(fresh, *known, now, applicantActor(who)); });
  }
  const Hash session = hash(1), second = hash(2), token = hash(3), another = hash(4);
};
SENKOI_EVERY_ENGINE(Access);

TEST_P(Access, M3_1_ASessionIsFoundByItsTokenAlone) {
  const std::string who = newApplicant();
  EXPECT_EQ(logIn(who, session), Code::ok);
  ASSERT_TRUE(store->session(session));
  EXPECT_EQ(store->session(session)->userId, who);
  EXPECT_EQ(store->session(session)->openedAt, opening);
  EXPECT_FALSE(store->session(second));
  EXPECT_EQ(audited("logged_in"), 1u);
}

TEST_P(Access, AnUnknownUserIdHasNoCredentials) {
  EXPECT_FALSE(store->credentials("0199999999"));
}

TEST_P(Access, TouchingMovesTheLastUseForwardOnly) {
  logIn(newApplicant(), session);
  step([&](Store& s) { s.touchSession(session, opening + 60'000); });
  step([&](Store& s) { s.touchSession(session, opening + 30'000); });
  EXPECT_EQ(store->session(session)->seenAt, opening + 60'000);
}

TEST_P(Access, M3_2_LogOutEndsThatSessionAlone) {
  const std::string who = newApplicant();
  logIn(who, session);
  logIn(who, second);
  step([&](Store& s) { s.closeSession(session, opening, applicantActor(who)); });
  EXPECT_FALSE(store->session(session));
  EXPECT_TRUE(store->session(second));
  EXPECT_EQ(audited("logged_out"), 1u);
}

TEST_P(Access, APasswordChangedBetweenCheckAndLogInWins) {
  const std::string who = newApplicant();
  const Credentials verified = *store->credentials(who);
  step([&](Store& s) { return s.changePassword(verified, "newer", session, opening, applicantActor(who)); });
  EXPECT_EQ(step([&](Store& s) { return s.openSession(session, verified, opening, {}); }), Code::logInFailed);
  step([&](Store& s) { s.storePasswordHash(verified, "rehashed old"); });
  EXPECT_EQ(store->credentials(who)->passwordHash, "newer");
  EXPECT_EQ(step([&](Store& s) { return s.changePassword(verified, "stolen", session, opening, {}); }),
            Code::currentPasswordWrong);
}

TEST_P(Access, ARehashReplacesTheHashThatWasChecked) {
  const std::string who = newApplicant();
  const Credentials verified = *store->credentials(who);
  step([&](Store& s) { s.storePasswordHash(verified, "stronger"); });
  EXPECT_EQ(store->credentials(who)->passwordHash, "stronger");
}

TEST_P(Access, ChangingThePasswordEndsTheOtherSessionsAndTellsTheOwner) {
  const std::string who = newApplicant();
  logIn(who, session);
  logIn(who, second);
  const Credentials verified = *store->credentials(who);
  EXPECT_EQ(step([&](Store& s) { return s.changePassword(verified, "new", session, opening, applicantActor(who)); }),
            Code::ok);
  EXPECT_TRUE(store->session(session));
  EXPECT_FALSE(store->session(second));
  EXPECT_EQ(store->credentials(who)->passwordHash, "new");
  ASSERT_EQ(letters(LetterKind::passwordChanged).size(), 1u);
  EXPECT_EQ(audited("password_changed"), 1u);
}

TEST_P(Access, M1_3_OneLetterListsEveryUserIdOfTheAddress) {
  const std::string first = newApplicant(internalMedicine, "shared@example.jp");
  newApplicant();
  const std::string third = newApplicant(paediatrics, "Shared@example.jp");
  requestRecovery("shared@example.jp", token);
  const auto sent = letters(LetterKind::recovery);
  ASSERT_EQ(sent.size(), 1u);
  EXPECT_EQ(fact(sent[0], "user_ids"), first + " " + third);
  EXPECT_EQ(sent[0].nonce, hash(55));
}

TEST_P(Access, M1_3_TheLetterGoesToTheAddressThatWasProvenNotToTheSpellingTyped) {
  newApplicant(internalMedicine, "Hanako@example.jp");
  requestRecovery("hanako@EXAMPLE.jp", token);
  ASSERT_EQ(letters(LetterKind::recovery).size(), 1u);
  EXPECT_EQ(letters(LetterKind::recovery)[0].to, "Hanako@example.jp");
}

TEST_P(Access, Reliability15_ANewPasswordVoidsOpenRecoveryLinks) {
  const std::string who = newApplicant();
  requestRecovery("applicant1@example.jp", token);
  step([&](Store& s) { return s.changePassword(*s.credentials(who), "newer", session, opening, {}); });
  EXPECT_EQ(reset(token, opening + 1, "stolen"), Code::linkSuperseded);
  EXPECT_EQ(store->credentials(who)->passwordHash, "newer");
}

TEST_P(Access, M1_3_AnUnknownAddressLeavesTheSameTraceAndNoLetter) {
  newApplicant();
  requestRecovery("nobody@example.jp", token);
  EXPECT_TRUE(letters(LetterKind::recovery).empty());
  EXPECT_EQ(reset(token), Code::linkExpired);
  requestRecovery("applicant1@example.jp", another);
  EXPECT_EQ(audited("recovery_requested"), 2u);
  for (const AuditEntry& entry : store->audit(0, 100)) {
    if (entry.action != "recovery_requested") continue;
    EXPECT_EQ(entry.subject + entry.detail, "");
  }
}

TEST_P(Access, Reliability15_AResetSetsThePasswordEndsAllSessionsAndTellsTheOwner) {
  const std::string who = newApplicant();
  logIn(who, session);
  requestRecovery("applicant1@example.jp", token);
  EXPECT_EQ(reset(token, opening + 1), Code::ok);
  EXPECT_EQ(store->credentials(who)->passwordHash, "new");
  EXPECT_FALSE(store->session(session));
  EXPECT_EQ(letters(LetterKind::passwordChanged).size(), 1u);
  EXPECT_EQ(audited("password_reset"), 1u);
}

TEST_P(Access, Reliability2_ARecoveryLinkEndsAtTwentyFourHours) {
  newApplicant();
  requestRecovery("applicant1@example.jp", token);
  EXPECT_EQ(reset(token, opening + 24 * hours), Code::linkExpired);
  EXPECT_EQ(reset(token, opening + 24 * hours - 1), Code::ok);
}

TEST_P(Access, Reliability3_ARecoveryLinkWorksOnce) {
  const std::string who = newApplicant();
  requestRecovery("applicant1@example.jp", token);
  EXPECT_EQ(reset(token), Code::ok);
  EXPECT_EQ(reset(token, opening + 1, "again"), Code::linkUsed);
  EXPECT_EQ(store->credentials(who)->passwordHash, "new");
}

TEST_P(Access, Reliability6_ANewRecoveryLinkVoidsTheOld) {
  newApplicant();
  requestRecovery("applicant1@example.jp", token);
  requestRecovery("applicant1@example.jp", another, opening + 1);
  EXPECT_EQ(reset(token, opening + 2), Code::linkSuperseded);
  EXPECT_EQ(reset(another, opening + 2), Code::ok);
}

// Whoever knows an address can ask for a link to it, as often as they like.
TEST_P(Access, Reliability6_ANewerRequestLeavesAnOpenedRecoveryLinkItsTwoHours) {
  newApplicant();
  requestRecovery("applicant1@example.jp", token);
  EXPECT_EQ(opened(token, opening + 1), Code::ok);
  requestRecovery("applicant1@example.jp", another, opening + 2 * hours);
  EXPECT_EQ(reset(token, opening + 2 * hours), Code::ok);
  requestRecovery("applicant1@example.jp", session, opening + 3 * hours);
  EXPECT_EQ(opened(session, opening + 3 * hours), Code::ok);
  EXPECT_EQ(opened(session, opening + 4 * hours), Code::ok) << "which prolongs nothing";
  requestRecovery("applicant1@example.jp", second, opening + 5 * hours);
  EXPECT_EQ(reset(session, opening + 5 * hours), Code::linkSuperseded);
}

TEST_P(Access, Reliability2_AnOpenedRecoveryLinkEndsAtTwentyFourHoursToo) {
  newApplicant();
  requestRecovery("applicant1@example.jp", token);
  EXPECT_EQ(opened(token, opening + 24 * hours - 1), Code::ok);
  EXPECT_EQ(reset(token, opening + 24 * hours), Code::linkExpired);
  EXPECT_EQ(opened(token, opening + 24 * hours), Code::linkExpired);
}

TEST_P(Access, M1_3_ALinkTellsTheUserIdsOfItsMailboxWithFieldAndName) {
  const std::string first = newApplicant(internalMedicine, "shared@example.jp");
  const std::string second = newApplicant(paediatrics, "shared@example.jp");
  newApplicant();
  requestRecovery("shared@example.jp", token);
  const auto link = store->recoveryLink(token, opening);
  ASSERT_TRUE(link.value);
  EXPECT_EQ(link.value->until, opening + 24 * hours);
  ASSERT_EQ(link.value->owners.size(), 2u);
  EXPECT_EQ(link.value->owners[0].userId, first);
  EXPECT_EQ(link.value->owners[1].userId, second);
  EXPECT_EQ(link.value->owners[1].field, paediatrics);
  EXPECT_EQ(link.value->owners[1].familyName, store->account(second)->data.familyName);
}

TEST_P(Access, M1_3_AResetSetsThePasswordOfTheUserIdThatItNamesAndOfNoOther) {
  const std::string first = newApplicant(internalMedicine, "shared@example.jp");
  const std::string second = newApplicant(paediatrics, "shared@example.jp");
  const std::string stranger = newApplicant();
  const std::string before = password(first);
  logIn(first, session);
  requestRecovery("shared@example.jp", token);
  EXPECT_EQ(resetOf(stranger, token), Code::choiceUnknown);
  EXPECT_EQ(resetOf(second, token), Code::ok) << "a refusal uses nothing up";
  EXPECT_EQ(password(second), "new");
  EXPECT_EQ(password(first), before);
  EXPECT_TRUE(store->session(session)) << "nor does it end the other's session";
  EXPECT_EQ(letters(LetterKind::passwordChanged).size(), 1u);
  EXPECT_EQ(fact(letters(LetterKind::passwordChanged)[0], "user_id"), second);
  EXPECT_EQ(resetOf(first, token), Code::linkUsed) << "one link, one password";
}

TEST_P(Access, Reliability15_ANewPasswordTakesItsUserIdOutOfOpenLinksAndLeavesThemToTheOthers) {
  const std::string first = newApplicant(internalMedicine, "shared@example.jp");
  const std::string second = newApplicant(paediatrics, "shared@example.jp");
  requestRecovery("shared@example.jp", token);
  step([&](Store& s) { return s.changePassword(*s.credentials(first), "newer", session, opening, {}); });
  EXPECT_EQ(resetOf(first, token, opening + 1, "stolen"), Code::choiceUnknown);
  EXPECT_EQ(password(first), "newer");
  EXPECT_EQ(resetOf(second, token, opening + 1), Code::ok);
}

TEST_P(Access, AMailboxIsProvenByALinkOfTheLastDayWhateverBecameOfIt) {
  newApplicant();
  requestRecovery("applicant1@example.jp", token);
  requestRecovery("applicant1@example.jp", another, opening + 1);
  EXPECT_EQ(reset(another, opening + 1), Code::ok);
  const auto proves = [&](const Hash& link, const char* mail, Instant now) {
    return store->provesMailbox(link, mail, now);
  };
  EXPECT_TRUE(proves(token, "Applicant1@example.jp", opening + 2)) << "superseded";
  EXPECT_TRUE(proves(another, "applicant1@example.jp", opening + 2)) << "used";
  EXPECT_FALSE(proves(token, "applicant2@example.jp", opening + 2));
  EXPECT_FALSE(proves(hash(99), "applicant1@example.jp", opening + 2));
  EXPECT_FALSE(proves(token, "applicant1@example.jp", opening + 24 * hours));
  step([&](Store& s) {
    s.requestRegistration("new@example.jp", internalMedicine, Language::ja, hash(56), session, opening, {});
  });
  EXPECT_TRUE(proves(session, "new@example.jp", opening + 2)) << "of a registration, too";
}

TEST_P(Access, Reliability12_TheRecoveryLinkAsksWhatAResetWouldAnswer) {
  const std::string who = newApplicant();
  EXPECT_EQ(store->recoveryLink(token, opening).code, Code::linkExpired) << "unknown";
  requestRecovery("applicant1@example.jp", token);
  EXPECT_EQ(store->recoveryLink(token, opening + 24 * hours - 1).code, Code::ok);
  EXPECT_EQ(store->recoveryLink(token, opening + 24 * hours).code, Code::linkExpired);
  requestRecovery("applicant1@example.jp", another, opening + 1);
  EXPECT_EQ(store->recoveryLink(token, opening + 2).code, Code::linkSuperseded);
  EXPECT_EQ(reset(another, opening + 2), Code::ok);
  EXPECT_EQ(store->recoveryLink(another, opening + 3).code, Code::linkUsed);
}

TEST_P(Access, Reliability12_TheRecoveryLinkOfADeletedAccountHasExpired) {
  const std::string who = newApplicant(internalMedicine, "shared@example.jp");
  requestRecovery("shared@example.jp", token);
  newApplicant(internalMedicine, "shared@example.jp");  // not in the letter
  EXPECT_EQ(step([&](Store& s) { return s.deleteAccount(who, opening + 1, applicantActor(who)); }), Code::ok);
  EXPECT_EQ(store->recoveryLink(token, opening + 2).code, Code::linkExpired);
  EXPECT_EQ(reset(token, opening + 2), Code::linkExpired);
}

TEST_P(Access, GeneratedApplicantsWithoutAddressAreNeverRecovered) {
  Account account{"0109999999", "", internalMedicine, Language::ja, userData("7777777"), opening};
  step([&](Store& s) { s.addDemoApplicants({{account, "no password", {}}}); });
  requestRecovery("", token);
  EXPECT_EQ(reset(token), Code::linkExpired);
}

TEST_P(Access, PurgeEndsNoSessionThatAnOperatorsSettingMayStillKeep) {
  logIn(newApplicant(), session);
  step([&](Store& s) { s.purge(opening + 400 * 24 * hours - 1); });
  EXPECT_TRUE(store->session(session));
  step([&](Store& s) { s.purge(opening + 400 * 24 * hours); });
  EXPECT_FALSE(store->session(session));
}

}  // namespace
}  // namespace senkoi::tests
