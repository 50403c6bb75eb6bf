// What stops all letters and what ends one (L4, S6, reliability 43): the outbox's thread over a real store.
#include "tests/server/outbox_fixture.hpp"

namespace senkoi::tests::mailing {
namespace {

// A relay that says no for some seconds costs no letter.
TEST_F(OutboxTest, L4_ARelayThatRefusesUsStopsAllLettersAndEndsNone) {
  queue(5);
  SmtpPeer peer(SmtpPeer::Script{{"RCPT", "554 5.7.1 relay access denied"}});
  Smtp smtp;
  smtp.url = peer.url();
  smtp.requireTls = false;
  mail::SmtpMailer mailer(smtp);
  mail::Outbox outbox(
      writer, mailer, secrets, [this] { return now.load(); }, fast(), status);
  EXPECT_TRUE(eventually([&] { return queue() == QueueKind::refused; }));
  EXPECT_EQ(status.get().why, "554 5.7.1 relay access denied");
  EXPECT_EQ(status.get().since, now);
  EXPECT_TRUE(eventually([&] { return undelivered().size() == 5; })) << "each was a probe";
  EXPECT_EQ(waiting(now + hours), 5u);
  for (const auto& letter : undelivered()) EXPECT_FALSE(letter.givenUpAt);
  peer.say("RCPT", "250 fine");
  EXPECT_TRUE(eventually([&] {
    now += 10'000;
    return peer.taken().size() == 5;
  })) << "by itself";
  EXPECT_EQ(queue(), QueueKind::running);
}

TEST_F(OutboxTest, L4_WhileTheQueueIsStoppedOneLetterAtATimeIsTheProbe) {
  queue(50);
  Scripted mailer(std::vector<Kind>(4, Kind::relayRefused));
  auto settings = fast();
  settings.firstProbe = 300;
  mail::Outbox outbox(
      writer, mailer, secrets, [this] { return now.load(); }, std::move(settings), status);
  EXPECT_TRUE(eventually([&] { return queue() == QueueKind::refused; }));
  std::this_thread::sleep_for(100ms);
  EXPECT_EQ(mailer.offered(), 1u) << "the other 49 wait as well";
  EXPECT_TRUE(eventually([&] {
    now += 10'000;
    return mailer.taken().size() == 50;
  }));
  EXPECT_EQ(mailer.offered(), 54u);
  const auto marks = mailer.marks();
  EXPECT_EQ(std::set(marks.begin(), marks.begin() + 4).size(), 4u) << "another letter each time";
}

// A text that the relay takes from nobody must not hold up the others for long.
TEST_F(OutboxTest, L4_ALetterThatAloneIsRefusedComesEverMoreSeldomAndTheOthersGo) {
  queue(4);
  const std::string bad = "a0@example.jp";
  Scripted mailer;
  mailer.refuse(bad);
  mail::Outbox outbox(
      writer, mailer, secrets, [this] { return now.load(); }, fast(), status);
  EXPECT_TRUE(eventually([&] { return mailer.taken().size() == 3; }));
  EXPECT_TRUE(eventually([&] { return mailer.offeredTo(bad) >= 1; }));
  for (int another = 1; another <= 6; ++another) {
    const std::size_t before = mailer.offeredTo(bad);
    EXPECT_TRUE(eventually([&] {  // until it has come again and, alone, stopped the queue again
      now += 10'000;
      return mailer.offeredTo(bad) > before && queue() == QueueKind::refused;
    }));
    queue(1);
    EXPECT_TRUE(eventually([&] { return mailer.taken().size() == 3u + static_cast<std::size_t>(another); }));
  }
  EXPECT_EQ(waiting(now + hours), 1u);
  const auto letters = undelivered();
  ASSERT_EQ(letters.size(), 1u);
  EXPECT_GT(*letters[0].nextAttempt, now + 60'000) << "after seven stops";
}

// A log-in that is refused proves itself cured by any recipient that the relay looks at.
TEST_F(OutboxTest, L4_ARefusedRecipientShowsThatTheRelayTakesOurLogInAgain) {
  queue(2);
  Scripted mailer({Kind::relayRefused, Kind::recipientRefused}, mail::SmtpStage::login);
  mail::Outbox outbox(
      writer, mailer, secrets, [this] { return now.load(); }, fast(), status);
  EXPECT_TRUE(eventually([&] {
    now += 10'000;
    return mailer.taken().size() == 1;
  }));
  EXPECT_EQ(queue(), QueueKind::running);
  EXPECT_EQ(mailer.offered(), 3u);
}

TEST_F(OutboxTest, S6_AFullMailboxIsTriedForDaysThenGivenUpAndCanBeTriedAgain) {
  queue(1);
  Scripted mailer(std::vector<Kind>(100'000, Kind::mailboxFull));
  mail::Outbox outbox(
      writer, mailer, secrets, [this] { return now.load(); }, fast(), status);
  const Instant queuedAt = now;
  EXPECT_TRUE(eventually([&] {
    now += 10 * 60'000;
    return now - queuedAt > 4 * 24 * hours;
  }));
  EXPECT_EQ(waiting(now + hours), 1u) << "four days";
  EXPECT_EQ(queue(), QueueKind::running) << "nobody else waits";
  EXPECT_TRUE(eventually([&] {
    now += 10 * 60'000;
    return waiting(now + hours) == 0;
  }));
  EXPECT_GE(now - queuedAt, 5 * 24 * hours);
  ASSERT_EQ(undelivered().size(), 1u);
  ASSERT_TRUE(undelivered()[0].givenUpAt);
  const auto id = undelivered()[0].id;
  EXPECT_EQ(retry(id), Code::letterExpired) << "its link is of five days ago";
}

TEST_F(OutboxTest, L4_ALetterThatWasGivenUpGoesWhenItIsAskedForAgainUnderTheSameMark) {
  queue(1);
  Scripted mailer({Kind::recipientRefused});
  mail::Outbox outbox(
      writer, mailer, secrets, [this] { return now.load(); }, fast(), status);
  EXPECT_TRUE(eventually([&] { return undelivered().size() == 1 && undelivered()[0].givenUpAt; }));
  EXPECT_EQ(retry(undelivered()[0].id), Code::ok);
  EXPECT_TRUE(eventually([&] { return mailer.taken().size() == 1; }));
  EXPECT_EQ(mailer.marks()[0], mailer.marks()[1]);
  EXPECT_TRUE(eventually([&] { return undelivered().empty(); }));
}

}  // namespace
}  // namespace senkoi::tests::mailing
