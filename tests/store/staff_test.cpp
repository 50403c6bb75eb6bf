// Staff: invitation, joining, log-in, recovery, closing (S1, S3, S4, S5; reliability 2, 3, 6, 14, 15, 17, 18).
#include "server/operations/staff_store.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

constexpr Instant then = season2025::opens;
constexpr Instant day = 24 * hours;

class StaffTest : public StoreTest {
 protected:
  static Invitation director(const std::string& mail = "director@example.jp") {
    return {mail, "東京 太郎", Language::ja, Role::director, internalMedicine, {tokyoThreeSeats, tokyoTenSeats}};
  }
  Outcome<Staff> invite(const Invitation& who, const Hash& token, Instant now = then) {
    return step([&](Store& s) { return s.staff().invite(who, hash(77), token, now, board); });
  }
  Code join(const Hash& token, Instant now = then, const Joining& joining = access) {
    return step([&](Store& s) { return s.staff().join(token, joining, now, {}); });
  }
  Staff joined(const Invitation& who) {
    const Hash token = hash(++secrets);
    const auto invited = invite(who, token);
    EXPECT_EQ(join(token), Code::ok);
    return *store->staff().staff(invited.value->id);
  }
  Code logIn(const Staff& who, const Hash& session, const Confirmation& by, Instant now = then) {
    const auto known = store->staff().credentials(who.id);
    return step([&](Store& s) { return s.staff().openSession(session, *known, by, now, {}); });
  }
  Code linkCode(const Hash& token, Instant now) { return store->staff().link(token, now).code; }
  void recover(const std::string& mail, const Hash& token, Instant now = then) {
    step([&](Store& s) { s.staff().requestRecovery(mail, hash(78), token, now, {}); });
  }
  Code reset(const Hash& token, const Confirmation& by, Instant now = then) {
    return step([&](Store& s) { return s.staff().resetPassword(token, by, "newer", now, {}); });
  }

  static inline const Actor board{ActorKind::office, "1", "192.0.2.9"};
  static inline const Joining access{"hash", "sealed", 100, {hash(901), hash(902)}};
  const Hash token = hash(1), newer = hash(2), session = hash(3), second = hash(4);
};
SENKOI_EVERY_ENGINE(StaffTest);

TEST_P(StaffTest, S3_AnInvitationBringsALetterThatNamesRoleAndTerm) {
  const auto invited = invite(director(), token);
  ASSERT_TRUE(invited.value);
  EXPECT_FALSE(invited.value->joinedAt);
  EXPECT_EQ(store->staff().programsOf(invited.value->id), (std::vector<std::int64_t>{1, 2}));
  ASSERT_EQ(letters(LetterKind::staffInvitation).size(), 1u);
  const Letter letter = letters(LetterKind::staffInvitation)[0];
  EXPECT_EQ(letter.to, "director@example.jp");
  EXPECT_EQ(fact(letter, "role"), "director");
  EXPECT_EQ(fact(letter, "until_at"), std::to_string(then + 7 * day));
  EXPECT_EQ(letter.nonce, hash(77));
  EXPECT_EQ(audited("staff_invited"), 1u);
}

TEST_P(StaffTest, S3_OnlyProgramsOfTheFieldThatAreThere) {
  Invitation who = director();
  who.programs = {paediatricsTokyo};
  EXPECT_EQ(invite(who, token).code, Code::programOfOtherField);
  who.programs = {99};
  EXPECT_EQ(invite(who, token).code, Code::programUnknown);
  EXPECT_TRUE(store->staff().people().empty());
}

TEST_P(StaffTest, S3_AMailAddressIsOnePersonsUntilTheAccountIsClosed) {
  const Staff first = joined(director());
  EXPECT_EQ(invite(director("DIRECTOR@example.jp"), newer).code, Code::staffMailTaken);
  EXPECT_EQ(step([&](Store& s) { return s.staff().close(first.id, then, board); }), Code::ok);
  EXPECT_TRUE(invite(director(), newer).value);
}

TEST_P(StaffTest, Reliability2_AnInvitationHoldsForSevenDaysToTheMillisecond) {
  invite(director(), token);
  EXPECT_EQ(linkCode(token, then + 7 * day - 1), Code::ok);
  EXPECT_EQ(linkCode(token, then + 7 * day), Code::linkExpired);
  EXPECT_EQ(join(token, then + 7 * day), Code::linkExpired);
  EXPECT_EQ(join(token, then + 7 * day - 1), Code::ok);
}

TEST_P(StaffTest, Reliability3_6_ALinkWorksOnceAndANewerOneEndsIt) {
  const auto invited = invite(director(), token);
  EXPECT_EQ(step([&](Store& s) { return s.staff().inviteAgain(invited.value->id, hash(79), newer, then + 1, board); }),
            Code::ok);
  EXPECT_EQ(join(token, then + 2), Code::linkSuperseded);
  EXPECT_EQ(join(newer, then + 2), Code::ok);
  EXPECT_EQ(join(newer, then + 3), Code::linkUsed);
  EXPECT_EQ(linkCode(hash(999), then), Code::linkExpired);
  EXPECT_EQ(audited("staff_invited_again"), 1u);
  EXPECT_EQ(audited("staff_joined"), 1u);
}

TEST_P(StaffTest, WhoHasNotJoinedHasNoCredentials) {
  const auto invited = invite(director(), token);
  EXPECT_FALSE(store->staff().credentials("director@example.jp"));
  join(token);
  const auto known = store->staff().credentials("Director@example.jp");
  ASSERT_TRUE(known);
  EXPECT_EQ(known->staff.id, invited.value->id);
  EXPECT_EQ(known->passwordHash, "hash");
  EXPECT_EQ(known->encryptedSecret, "sealed");
  EXPECT_EQ(known->lastStep, 100);
}

TEST_P(StaffTest, Reliability14_AStepIsUsedOnceAndNoneBeforeIt) {
  const Staff who = joined(director());
  EXPECT_EQ(logIn(who, session, {100, {}}), Code::staffLogInFailed) << "used at joining";
  EXPECT_EQ(logIn(who, session, {101, {}}), Code::ok);
  EXPECT_EQ(logIn(who, second, {101, {}}), Code::staffLogInFailed);
  EXPECT_EQ(logIn(who, second, {99, {}}), Code::staffLogInFailed);
  EXPECT_FALSE(store->staff().session(second));
  EXPECT_EQ(logIn(who, second, {102, {}}), Code::ok);
  EXPECT_EQ(audited("staff_logged_in"), 2u);
}

TEST_P(StaffTest, Reliability14_ARecoveryCodeIsSpentWithItsUse) {
  const Staff who = joined(director());
  EXPECT_TRUE(store->staff().hasRecoveryCode(who.id, hash(901)));
  EXPECT_FALSE(store->staff().hasRecoveryCode(who.id, hash(903)));
  EXPECT_EQ(logIn(who, session, {0, hash(903)}), Code::staffLogInFailed);
  EXPECT_EQ(logIn(who, session, {0, hash(901)}), Code::ok);
  EXPECT_EQ(logIn(who, second, {0, hash(901)}), Code::staffLogInFailed);
  EXPECT_FALSE(store->staff().hasRecoveryCode(who.id, hash(901)));
  EXPECT_TRUE(store->staff().hasRecoveryCode(who.id, hash(902)));
}

TEST_P(StaffTest, APasswordChangedBetweenCheckAndLogInWins) {
  const Staff who = joined(director());
  const StaffCredentials verified = *store->staff().credentials(who.id);
  recover("director@example.jp", token);
  EXPECT_EQ(reset(token, {101, {}}), Code::ok);
  EXPECT_EQ(step([&](Store& s) {
              return s.staff().openSession(session, verified, {102, {}}, then, {});
            }),
            Code::staffLogInFailed);
  step([&](Store& s) { s.staff().storePasswordHash(verified, "rehashed old"); });
  EXPECT_EQ(store->staff().credentials(who.id)->passwordHash, "newer");
}

TEST_P(StaffTest, Reliability18_ASessionEndsWithLogOutAndWithTheAccount) {
  const Staff who = joined(director());
  logIn(who, session, {101, {}});
  logIn(who, second, {102, {}});
  ASSERT_TRUE(store->staff().session(session));
  EXPECT_EQ(store->staff().session(session)->staff.id, who.id);
  step([&](Store& s) { s.staff().touchSession(session, then + 60'000); });
  step([&](Store& s) { s.staff().touchSession(session, then + 30'000); });
  EXPECT_EQ(store->staff().session(session)->seenAt, then + 60'000);
  step([&](Store& s) { s.staff().closeSession(session, then, {}); });
  EXPECT_FALSE(store->staff().session(session));
  EXPECT_TRUE(store->staff().session(second));
  step([&](Store& s) { return s.staff().close(who.id, then, board); });
  EXPECT_FALSE(store->staff().session(second));
  EXPECT_FALSE(store->staff().credentials("director@example.jp"));
  EXPECT_TRUE(store->staff().programsOf(who.id).empty());
  EXPECT_EQ(audited("staff_logged_out"), 1u);
  EXPECT_EQ(audited("staff_closed"), 1u);
  EXPECT_EQ(step([&](Store& s) { return s.staff().close(who.id, then, board); }), Code::notFound);
}

TEST_P(StaffTest, AClosedAccountsInvitationLeadsNowhere) {
  const auto invited = invite(director(), token);
  step([&](Store& s) { return s.staff().close(invited.value->id, then, board); });
  EXPECT_EQ(join(token, then + 1), Code::linkSuperseded);
  EXPECT_EQ(step([&](Store& s) { return s.staff().inviteAgain(invited.value->id, hash(1), newer, then, board); }),
            Code::notFound);
}

TEST_P(StaffTest, Reliability15_ARecoveryNeedsAConfirmationHoldsADayAndEndsTheSessions) {
  const Staff who = joined(director());
  logIn(who, session, {101, {}});
  recover("Director@example.jp", token);
  ASSERT_EQ(letters(LetterKind::staffRecovery).size(), 1u);
  EXPECT_EQ(letters(LetterKind::staffRecovery)[0].to, "director@example.jp");
  EXPECT_TRUE(store->staff().link(token, then + day - 1).value->recovery);
  EXPECT_EQ(linkCode(token, then + day), Code::linkExpired);
  EXPECT_EQ(join(token), Code::linkExpired) << "a recovery sets no new confirmation codes";
  EXPECT_EQ(reset(token, {101, {}}), Code::confirmationCodeWrong);
  EXPECT_TRUE(store->staff().session(session));
  EXPECT_EQ(reset(token, {102, {}}), Code::ok);
  EXPECT_FALSE(store->staff().session(session));
  EXPECT_EQ(reset(token, {103, {}}), Code::linkUsed);
  ASSERT_EQ(letters(LetterKind::staffAccessChanged).size(), 1u);
  EXPECT_EQ(letters(LetterKind::staffAccessChanged)[0].to, "director@example.jp");
  EXPECT_EQ(fact(letters(LetterKind::staffAccessChanged)[0], "name"), "東京 太郎");
  EXPECT_EQ(store->staff().credentials(who.id)->encryptedSecret, "sealed");
  EXPECT_EQ(audited("staff_password_reset"), 1u);
}

// Whoever knows an address can ask for a link to it.
TEST_P(StaffTest, Reliability6_ANewerRequestEndsARecoveryLinkButNotWithinTwoHoursOfItsOpening) {
  joined(director());
  recover("director@example.jp", token);
  recover("director@example.jp", newer, then + 1);
  EXPECT_EQ(linkCode(token, then + 2), Code::linkSuperseded);
  step([&](Store& s) { s.staff().markOpened(newer, then + 2); });
  step([&](Store& s) { s.staff().markOpened(newer, then + 3); });
  recover("director@example.jp", hash(5), then + 1 + 2 * hours);
  EXPECT_EQ(linkCode(newer, then + 1 + 2 * hours), Code::ok);
  recover("director@example.jp", hash(6), then + 2 + 2 * hours);
  EXPECT_EQ(linkCode(newer, then + 2 + 2 * hours), Code::linkSuperseded);
}

TEST_P(StaffTest, Reliability6_AnOfficesNewInvitationEndsTheOlderEvenWhenItWasLookedAt) {
  const auto invited = invite(director(), token);
  step([&](Store& s) { s.staff().markOpened(token, then + 1); });
  step([&](Store& s) { return s.staff().inviteAgain(invited.value->id, hash(79), newer, then + 2, board); });
  EXPECT_EQ(linkCode(token, then + 3), Code::linkSuperseded);
}

TEST_P(StaffTest, AMailboxIsProvenByALinkOfTheLastDay) {
  joined(director());
  recover("director@example.jp", token);
  EXPECT_TRUE(store->staff().provesMailbox(token, "Director@example.jp", then + day - 1));
  EXPECT_FALSE(store->staff().provesMailbox(token, "director@example.jp", then + day));
  EXPECT_FALSE(store->staff().provesMailbox(token, "other@example.jp", then));
  EXPECT_FALSE(store->staff().provesMailbox(newer, "director@example.jp", then));
}

TEST_P(StaffTest, Reliability7_AnUnknownAddressLeavesTheSameTraceAndNoLetter) {
  joined(director());
  recover("nobody@example.jp", token);
  EXPECT_TRUE(letters(LetterKind::staffRecovery).empty());
  recover("director@example.jp", newer);
  EXPECT_EQ(audited("staff_recovery_requested"), 2u);
  for (const AuditEntry& entry : store->audit(0, 100)) {
    if (entry.action != "staff_recovery_requested") continue;
    EXPECT_EQ(entry.subject + entry.detail, "");
  }
}

TEST_P(StaffTest, ANewInvitationForWhoLostTheirDeviceSetsEverythingAnew) {
  const Staff who = joined(director());
  logIn(who, session, {101, {}});
  step([&](Store& s) { return s.staff().inviteAgain(who.id, hash(5), newer, then, board); });
  EXPECT_TRUE(store->staff().session(session)) << "until the link is used";
  EXPECT_TRUE(letters(LetterKind::staffAccessChanged).empty()) << "who joins for the first time has no news";
  EXPECT_EQ(join(newer, then, {"other", "sealed anew", 7, {hash(950)}}), Code::ok);
  EXPECT_EQ(letters(LetterKind::staffAccessChanged).size(), 1u);
  EXPECT_FALSE(store->staff().session(session));
  EXPECT_EQ(store->staff().credentials(who.id)->encryptedSecret, "sealed anew");
  EXPECT_FALSE(store->staff().hasRecoveryCode(who.id, hash(901)));
  EXPECT_TRUE(store->staff().hasRecoveryCode(who.id, hash(950)));
}

TEST_P(StaffTest, S3_ADirectorsProgramsAreSetAsAWhole) {
  const Staff who = joined(director());
  const auto direct = [&](std::vector<std::int64_t> programs) {
    return step([&](Store& s) { return s.staff().direct(who.id, programs, then, board); });
  };
  EXPECT_EQ(direct({kyotoTwoSeats, kyotoTwoSeats}), Code::ok);
  EXPECT_EQ(store->staff().programsOf(who.id), (std::vector<std::int64_t>{kyotoTwoSeats}));
  EXPECT_EQ(direct({paediatricsTokyo}), Code::programOfOtherField);
  EXPECT_EQ(store->staff().programsOf(who.id), (std::vector<std::int64_t>{kyotoTwoSeats}));
  EXPECT_EQ(audited("staff_programs_set"), 1u);
}

TEST_P(StaffTest, ProgramsAreInHandWhileTheirDirectorIsLoggedIn) {
  const Staff who = joined(director());
  EXPECT_TRUE(store->staff().programsInHand().empty());
  logIn(who, session, {101, {}});
  logIn(who, second, {102, {}});
  EXPECT_EQ(store->staff().programsInHand(), (std::vector<std::int64_t>{tokyoThreeSeats, tokyoTenSeats}));
  step([&](Store& s) { return s.staff().close(who.id, then, board); });
  EXPECT_TRUE(store->staff().programsInHand().empty());
}

TEST_P(StaffTest, S5_TheAuditLogHoldsNoNameAndNoAddressOfStaff) {
  joined(director());
  for (const AuditEntry& entry : store->audit(0, 100)) {
    EXPECT_EQ((entry.subject + entry.detail).find("東京"), std::string::npos);
    EXPECT_EQ((entry.subject + entry.detail).find('@'), std::string::npos);
  }
}

}  // namespace
}  // namespace senkoi::tests
