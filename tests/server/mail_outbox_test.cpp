// The outbox's thread over a real store: nothing is lost, nothing goes twice (S6, reliability 43).
#include "server/demo/movable_clock.hpp"
#include "tests/server/outbox_fixture.hpp"

namespace senkoi::tests::mailing {
namespace {

TEST_F(OutboxTest, S6_SendsEachLetterOnceAndForgetsIt) {
  queue(20);
  Scripted mailer;
  mail::Outbox outbox(
      writer, mailer, secrets, [this] { return now.load(); }, fast(), status);
  EXPECT_TRUE(eventually([&] { return mailer.taken().size() == 20; }));
  std::this_thread::sleep_for(50ms);
  outbox.stop();
  EXPECT_EQ(mailer.offered(), 20u);
  EXPECT_EQ(waiting(now + 30 * 24 * hours), 0u);
  EXPECT_NE(mailer.taken()[0].letter.text.find(secrets.linkToken(store::Nonce{0})), std::string::npos);
}

// A batch is a transaction of the one writer; an outbox looks twice a second, all year.
TEST_F(OutboxTest, S6_AnEmptyOutboxCostsTheWriterNoBatch) {
  Scripted mailer;
  mail::Outbox outbox(
      writer, mailer, secrets, [this] { return now.load(); }, fast(), status);
  EXPECT_TRUE(eventually([&] { return writer.figures().looks > 4; })) << "house is kept by now";
  const auto before = writer.figures();
  EXPECT_TRUE(eventually([&] { return writer.figures().looks > before.looks + 40; }));
  EXPECT_EQ(writer.figures().batches, before.batches);
}

// Thousands of letters are due in the first minute of a registration period.
TEST_F(OutboxTest, S6_LooksAgainOnlyOnceNothingIsDue) {
  queue(120);
  Scripted mailer;
  mail::Outbox::Settings seldom = fast();
  seldom.look = hours;
  mail::Outbox outbox(
      writer, mailer, secrets, [this] { return now.load(); }, std::move(seldom), status);
  EXPECT_TRUE(eventually([&] { return mailer.taken().size() == 120; }));
}

TEST_F(OutboxTest, S6_PutOffLettersComeAgainLaterAndUnderTheSameMark) {
  queue(1);
  Scripted mailer({Kind::deferred, Kind::deferred});
  mail::Outbox outbox(
      writer, mailer, secrets, [this] { return now.load(); }, fast(), status);
  EXPECT_TRUE(eventually([&] { return mailer.offered() == 1; }));
  std::this_thread::sleep_for(50ms);
  EXPECT_EQ(mailer.offered(), 1u) << "not before its time";
  EXPECT_TRUE(eventually([&] {
    now += 10'000;
    return mailer.taken().size() == 1;
  }));
  outbox.stop();
  const auto marks = mailer.marks();
  ASSERT_EQ(marks.size(), 3u);
  EXPECT_EQ(marks[0], marks[2]);
}

TEST_F(OutboxTest, S6_ARefusedLetterIsNotTriedAgainAndHoldsNobodyUp) {
  queue(3);
  Scripted mailer({Kind::recipientRefused});
  mail::Outbox outbox(
      writer, mailer, secrets, [this] { return now.load(); }, fast(), status);
  EXPECT_TRUE(eventually([&] { return mailer.taken().size() == 2; }));
  now += 24 * hours;
  std::this_thread::sleep_for(50ms);
  outbox.stop();
  EXPECT_EQ(mailer.offered(), 3u);
}

TEST_F(OutboxTest, S6_NothingIsLostWhileTheServerIsAway) {
  queue(5);
  Scripted mailer({Kind::unavailable, Kind::unavailable, Kind::unavailable});
  mail::Outbox outbox(
      writer, mailer, secrets, [this] { return now.load(); }, fast(), status);
  EXPECT_TRUE(eventually([&] {
    now += 60'000;
    return mailer.taken().size() == 5;
  }));
  outbox.stop();
  EXPECT_EQ(mailer.offered(), 8u);
}

TEST_F(OutboxTest, S6_ARestartSendsWhatWasLeft) {
  queue(2);
  Scripted away(std::vector<Kind>(1000, Kind::unavailable));
  {
    mail::Outbox outbox(
        writer, away, secrets, [this] { return now.load(); }, fast(), status);
    EXPECT_TRUE(eventually([&] { return away.offered() > 0; }));
  }
  now += hours;
  Scripted there;
  mail::Outbox outbox(
      writer, there, secrets, [this] { return now.load(); }, fast(), status);
  EXPECT_TRUE(eventually([&] { return there.taken().size() == 2; }));
}

// Stopping waits for no server that has fallen silent, wherever in the dialogue; what it was to take stays here, and
// goes once.
TEST_F(OutboxTest, S6_StoppingGivesARunningTransferUpAndTheLetterGoesOnceLater) {
  for (const char* const verb : {"", "MAIL", "DATA", "."}) {
    queue(1);
    SmtpPeer peer(SmtpPeer::Script{{verb, SmtpPeer::silence}});
    Smtp smtp;
    smtp.url = peer.url();
    smtp.requireTls = false;
    mail::SmtpMailer mailer(smtp);
    mail::Outbox outbox(
        writer, mailer, secrets, [this] { return now.load(); }, fast(), status);
    EXPECT_TRUE(eventually([&] { return peer.heard(verb); })) << verb;
    std::this_thread::sleep_for(50ms);
    const auto before = std::chrono::steady_clock::now();
    outbox.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - before, 8s) << verb;
    EXPECT_EQ(waiting(now + hours), 1u) << verb;

    SmtpPeer well;
    smtp.url = well.url();
    mail::SmtpMailer again(smtp);
    now += hours;
    mail::Outbox later(
        writer, again, secrets, [this] { return now.load(); }, fast(), status);
    EXPECT_TRUE(eventually([&] { return waiting(now + hours) == 0; })) << verb;
    later.stop();
    EXPECT_EQ(peer.taken().size() + well.taken().size(), 1u) << verb;
  }
}

TEST_F(OutboxTest, R3_LettersPutOffComeAgainWhileTheDemosClockStandsStill) {
  queue(1);
  std::atomic<Instant> real{0};
  demo::MovableClock clock([&real] { return real.load(); }, now);
  clock.set(now, true);
  Scripted mailer({Kind::deferred, Kind::deferred});
  auto settings = fast();
  settings.due = [&clock] { return clock.running(); };
  mail::Outbox outbox(
      writer, mailer, secrets, [&clock] { return clock.now(); }, settings, status);
  EXPECT_TRUE(eventually([&] { return mailer.offered() == 1; }));
  std::this_thread::sleep_for(50ms);
  EXPECT_EQ(mailer.offered(), 1u) << "not before its time";
  EXPECT_TRUE(eventually([&] {
    real += 10'000;
    return mailer.taken().size() == 1;
  }));
  EXPECT_EQ(clock.now(), now.load());
}

TEST_F(OutboxTest, M5_1_ResultsWaitForTheDemosClockHoweverLongItStandsStill) {
  writer.wait([](store::Store& s) { s.begin(seasonStart()); });
  std::atomic<Instant> real{0};
  demo::MovableClock clock([&real] { return real.load(); }, season2025::results - 1);
  clock.set(season2025::results - 1, true);
  Scripted mailer;
  auto settings = fast();
  settings.due = [&clock] { return clock.running(); };
  mail::Outbox outbox(
      writer, mailer, secrets, [&clock] { return clock.now(); }, settings, status);
  const auto announced = [&] {
    return writer.wait([](store::Store& s) { return s.announceResults(season2025::results - 1); });
  };
  real += 24 * hours;
  std::this_thread::sleep_for(50ms);
  EXPECT_EQ(announced(), 0u);
  EXPECT_EQ(mailer.offered(), 0u);
}

}  // namespace
}  // namespace senkoi::tests::mailing
