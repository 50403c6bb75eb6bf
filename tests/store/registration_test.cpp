// Registration by a link in a mail (M2.1–M2.5): 24 hours to open, then two hours to submit, once; the newest alone.
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

constexpr Instant then = season2025::opens;
const std::string mail = "hanako@example.jp";

class Registration : public StoreTest {
 protected:
  void request(const Hash& link, Instant now = then, Field field = internalMedicine) {
    step([&](Store& s) { s.requestRegistration(mail, field, Language::en, hash(77), link, now, stranger); });
  }
  Outcome<RegistrationLink> open(const Hash& link, Instant now = then) {
    return step([&](Store& s) { return s.openRegistration(link, now, stranger); });
  }
  Outcome<Account> submit(const Hash& link, Instant now = then, const UserData& data = userData(),
                          const std::string& id = userId(1)) {
    return step([&](Store& s) { return s.registerApplicant(link, data, id, "argon", now, stranger); });
  }
  const Actor stranger{ActorKind::applicant, "", "192.0.2.9"};
  const Hash token = hash(1), another = hash(2);
};
SENKOI_EVERY_ENGINE(Registration);

TEST_P(Registration, M2_2_TheLetterCarriesTheNonceAndNoToken) {
  request(token);
  const auto sent = letters(LetterKind::registrationLink);
  ASSERT_EQ(sent.size(), 1u);
  EXPECT_EQ(sent[0].to, mail);
  EXPECT_EQ(sent[0].language, Language::en);
  EXPECT_EQ(sent[0].nonce, hash(77));
  EXPECT_EQ(fact(sent[0], "field"), "01");
  EXPECT_EQ(fact(sent[0], "until_at"), std::to_string(then + 24 * hours));
}

TEST_P(Registration, M2_2_OpensOneMillisecondBeforeTwentyFourHours) {
  request(token);
  EXPECT_EQ(open(token, then + 24 * hours - 1).code, Code::ok);
}

TEST_P(Registration, M2_2_IsOverAtTwentyFourHours) {
  request(token);
  EXPECT_EQ(open(token, then + 24 * hours).code, Code::linkExpired);
}

TEST_P(Registration, M2_2_OpeningSaysWhoseAndUntilWhen) {
  request(token, then, paediatrics);
  const auto opened = open(token, then + 5);
  ASSERT_EQ(opened.code, Code::ok);
  EXPECT_EQ(opened.value->mail, mail);
  EXPECT_EQ(opened.value->field, paediatrics);
  EXPECT_EQ(opened.value->language, Language::en);
  EXPECT_EQ(opened.value->until, then + 5 + 2 * hours);
}

TEST_P(Registration, M2_2_OpeningAgainDoesNotProlong) {
  request(token);
  open(token, then);
  EXPECT_EQ(open(token, then + hours).value->until, then + 2 * hours);
  EXPECT_EQ(open(token, then + 2 * hours).code, Code::linkTimeOver);
  EXPECT_EQ(audited("registration_opened"), 1u);
}

TEST_P(Registration, M2_2_OpenedAtTheLastMomentLeavesTwoHours) {
  request(token);
  const Instant opened = then + 24 * hours - 1;
  open(token, opened);
  EXPECT_EQ(submit(token, opened + 2 * hours - 1).code, Code::ok);
}

TEST_P(Registration, M2_2_SubmitsOneMillisecondBeforeTwoHoursAndNotAtThem) {
  request(token);
  open(token);
  EXPECT_EQ(submit(token, then + 2 * hours).code, Code::linkTimeOver);
  EXPECT_EQ(submit(token, then + 2 * hours - 1).code, Code::ok);
}

TEST_P(Registration, M2_2_AnUnopenedLinkSubmitsNothing) {
  request(token);
  EXPECT_EQ(submit(token).code, Code::linkExpired);
  EXPECT_EQ(store->registrationLink(token, then).code, Code::linkExpired);
}

TEST_P(Registration, M2_2_AnUnknownTokenLooksExpired) {
  EXPECT_EQ(open(another).code, Code::linkExpired);
  EXPECT_EQ(submit(another).code, Code::linkExpired);
}

TEST_P(Registration, M2_2_ANewerLinkEndsAnUnopenedOneOfItsField) {
  request(token);
  request(another, then + 1);
  EXPECT_EQ(open(token, then + 2).code, Code::linkSuperseded);
  EXPECT_EQ(submit(token, then + 2).code, Code::linkSuperseded);
  EXPECT_EQ(open(another, then + 2).code, Code::ok);
}

// Whoever knows an address can ask for a link to it; only its owner can open one.
TEST_P(Registration, M2_2_AnOpenedLinkStaysGoodForItsTwoHoursWhateverIsAskedFor) {
  request(token);
  open(token);
  request(another, then + 1);
  request(hash(3), then + 2, paediatrics);
  EXPECT_EQ(open(token, then + 3).value->until, then + 2 * hours);
  EXPECT_EQ(open(another, then + 3).code, Code::ok) << "opening the newer ends nothing either";
  EXPECT_EQ(submit(token, then + 2 * hours - 1).code, Code::ok);
  EXPECT_EQ(submit(token, then + 2 * hours - 1, userData("7654321"), userId(2)).code, Code::linkUsed);
}

TEST_P(Registration, M2_2_ALinkOfAnotherFieldEndsNone) {
  request(token);
  request(another, then + 1, paediatrics);
  EXPECT_EQ(open(another, then + 2).value->field, paediatrics);
  EXPECT_EQ(open(token, then + 2).value->field, internalMedicine);
}

TEST_P(Registration, M2_2_TheOlderIsEndedWhateverTheCaseOfTheAddress) {
  step([&](Store& s) {
    s.requestRegistration("Hanako@example.jp", internalMedicine, Language::ja, hash(1), token, then, {});
  });
  request(another, then + 1);
  EXPECT_EQ(open(token, then + 2).code, Code::linkSuperseded);
}

TEST_P(Registration, M2_2_WhoseLinkItWasIsKnownWhateverHasBecomeOfIt) {
  request(token, then, paediatrics);
  EXPECT_EQ(store->linkOwner(another), std::nullopt);
  open(token);
  submit(token);
  const auto owner = store->linkOwner(token);
  ASSERT_TRUE(owner);
  EXPECT_EQ(owner->mail, mail);
  EXPECT_EQ(owner->field, paediatrics);
}

TEST_P(Registration, M2_5_TheSameDataMeetTheUserIdThatTheLinkMadeForTwoHours) {
  request(token);
  open(token);
  EXPECT_EQ(store->registeredBy(token, userData(), then), std::nullopt) << "not used yet";
  submit(token, then + 1);
  EXPECT_EQ(store->registeredBy(token, userData(), then + 2 * hours - 1), userId(1));
  EXPECT_EQ(store->registeredBy(token, userData(), then + 2 * hours), std::nullopt);
  EXPECT_EQ(store->registeredBy(another, userData(), then + 2), std::nullopt);
  auto other = userData();
  other.phone = "03-9999-9999";
  EXPECT_EQ(store->registeredBy(token, other, then + 2), std::nullopt);
  EXPECT_EQ(store->registeredBy(token, userData(registryNumber(7)), then + 2), std::nullopt);
}

TEST_P(Registration, M2_5_TheSameDataOfAnotherLinkAreNotTakenForARepetition) {
  request(token);
  open(token);
  submit(token, then + 1);
  request(another, then + 2);
  open(another, then + 2);
  EXPECT_EQ(submit(another, then + 3, userData(registryNumber(7)), userId(2)).code, Code::ok);
  EXPECT_EQ(store->registeredBy(another, userData(), then + 4), std::nullopt);
}

TEST_P(Registration, M2_2_WorksOnce) {
  request(token);
  open(token);
  EXPECT_EQ(submit(token).code, Code::ok);
  EXPECT_EQ(submit(token, then + 1, userData("7654321"), userId(2)).code, Code::linkUsed);
  EXPECT_EQ(open(token, then + 1).code, Code::linkUsed);
}

TEST_P(Registration, M2_5_TheAccountHoldsEveryItemAsEntered) {
  request(token, then, paediatrics);
  open(token);
  UserData data = userData();
  data.familyName = "葛\U000E0100城";  // a variation selector survives (M2.3g)
  data.track = "curriculum";
  data.curriculumReason = "other";
  data.curriculumReasonText = "育児のため\n二行目";
  data.regionalQuota = "yes";
  data.regionalQuotaConsent = "yes";
  const auto made = submit(token, then + 9, data);
  ASSERT_EQ(made.code, Code::ok);
  const auto kept = store->account(userId(1));
  ASSERT_TRUE(kept);
  const auto changed = forms::changes(kept->data, data);
  EXPECT_EQ(std::count(changed.begin(), changed.end(), true), 0);
  EXPECT_EQ(kept->mail, mail);
  EXPECT_EQ(kept->field, paediatrics);
  EXPECT_EQ(kept->language, Language::en);
  EXPECT_EQ(kept->registeredAt, then + 9);
  EXPECT_EQ(store->credentials(userId(1))->passwordHash, "argon");
}

TEST_P(Registration, M2_5_AMailRepeatsTheUserId) {
  request(token);
  open(token);
  submit(token);
  const auto sent = letters(LetterKind::registered);
  ASSERT_EQ(sent.size(), 1u);
  EXPECT_EQ(sent[0].to, mail);
  EXPECT_EQ(fact(sent[0], "user_id"), userId(1));
  EXPECT_EQ(fact(sent[0], "family_name"), "髙橋");
}

TEST_P(Registration, M1_2_ARegistryNumberIsTakenOnce) {
  request(token);
  open(token);
  submit(token);
  request(another, then + 1);
  open(another, then + 1);
  EXPECT_EQ(submit(another, then + 1, userData(), userId(2)).code, Code::registryNumberTaken);
  EXPECT_FALSE(store->account(userId(2)));
  // The link is not used up by the refusal.
  EXPECT_EQ(submit(another, then + 1, userData("7654321"), userId(2)).code, Code::ok);
}

TEST_P(Registration, AUserIdInUseAsksForAnother) {
  request(token);
  open(token);
  submit(token);
  request(another, then + 1);
  open(another, then + 1);
  EXPECT_EQ(submit(another, then + 1, userData("7654321"), userId(1)).code, Code::busy);
}

TEST_P(Registration, S5_EachStepIsAuditedWithoutPersonalData) {
  request(token);
  open(token);
  submit(token);
  EXPECT_EQ(audited("registration_requested"), 1u);
  EXPECT_EQ(audited("registration_opened"), 1u);
  EXPECT_EQ(audited("registered"), 1u);
  for (const AuditEntry& entry : store->audit(0, 100)) {
    const std::string all = entry.actor.id + entry.action + entry.subject + entry.detail;
    EXPECT_EQ(all.find("hanako"), all.npos);
    EXPECT_EQ(all.find("髙橋"), all.npos);
    EXPECT_EQ(entry.actor.address, "192.0.2.9");
  }
}

TEST_P(Registration, PurgeForgetsLinksAfterTheirTimeOnly) {
  request(token);
  open(token);
  step([&](Store& s) { s.purge(then + 2 * hours - 1); });
  EXPECT_EQ(store->registrationLink(token, then + 2 * hours - 1).code, Code::ok);
  submit(token);
  step([&](Store& s) { s.purge(then + 24 * hours); });
  EXPECT_EQ(open(token, then + 24 * hours).code, Code::linkUsed);
  step([&](Store& s) { s.purge(then + 30 * 24 * hours); });
  EXPECT_EQ(open(token, then + 30 * 24 * hours).code, Code::linkExpired);
}

}  // namespace
}  // namespace senkoi::tests
