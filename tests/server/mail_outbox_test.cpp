// The outbox's thread over a real store: nothing is lost, nothing goes twice (S6, reliability 43).
#include <gtest/gtest.h>

#include <atomic>

#include "server/demo/movable_clock.hpp"
#include "server/mail/outbox.hpp"
#include "server/mail/smtp_mailer.hpp"
#include "server/operations/open.hpp"
#include "tests/server/smtp_peer.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace std::chrono_literals;
using namespace senkoi::server;
using Kind = mail::Delivery::Kind;

// Answers as it is told, first entry first, then takes everything; keeps what it took and the marks of all it was
// offered.
class Scripted final : public mail::Mailer {
  template <class Read>
  auto with(Read read) {
    const std::lock_guard lock(mutex_);
    return read();
  }

 public:
  explicit Scripted(std::vector<Kind> script = {}) : script_(std::move(script)) {}

  mail::Delivery send(const mail::Envelope& envelope, std::stop_token) override {
    const std::lock_guard lock(mutex_);
    const Kind kind = offered_ < script_.size() ? script_[offered_] : Kind::sent;
    ++offered_;
    const auto at = envelope.message.find("Message-ID: ");
    marks_.push_back(envelope.message.substr(at, envelope.message.find("\r\n", at) - at));
    if (kind == Kind::sent) taken_.push_back(envelope);
    return {kind, "as told"};
  }

  std::size_t offered() {
    return with([&] { return offered_; });
  }
  std::vector<mail::Envelope> taken() {
    return with([&] { return taken_; });
  }
  std::vector<std::string> marks() {
    return with([&] { return marks_; });
  }

 private:
  std::mutex mutex_;
  std::vector<Kind> script_;
  std::size_t offered_ = 0;
  std::vector<mail::Envelope> taken_;
  std::vector<std::string> marks_;
};

class OutboxTest : public testing::Test {
 protected:
  OutboxTest()
      : secrets(accounts::ServerKey{}, accounts::systemRandom()),
        writer(store::openWriting(folder / "senkoi.db"), loop) {}

  void queue(int letters) {
    for (const int until = queued + letters; queued < until; ++queued) {
      const int i = queued;
      writer.wait([&](store::Store& s) {
        s.requestRegistration("a" + std::to_string(i) + "@example.jp", internalMedicine, Language::ja,
                              store::Nonce{static_cast<std::uint8_t>(i)}, hash(static_cast<std::uint64_t>(i) + 1), now,
                              {});
      });
    }
  }
  mail::Outbox::Settings fast() {
    mail::Outbox::Settings settings{"https://senkoi.example", {}};
    settings.look = 5;
    settings.awayPause = 5;
    return settings;
  }
  template <class Condition>
  bool eventually(Condition condition) {
    for (int i = 0; i < 2000 && !condition(); ++i) std::this_thread::sleep_for(5ms);
    return condition();
  }
  std::size_t waiting(Instant until) {
    return writer.wait([until](store::Store& s) { return s.dueLetters(until, 100).size(); });
  }

  int queued = 0;
  ScratchFolder folder;
  std::atomic<Instant> now{season2025::opens};
  boost::asio::io_context loop;
  accounts::Secrets secrets;
  store::Writer writer;
};

TEST_F(OutboxTest, S6_SendsEachLetterOnceAndForgetsIt) {
  queue(20);
  Scripted mailer;
  mail::Outbox outbox(
      writer, mailer, secrets, [this] { return now.load(); }, fast());
  EXPECT_TRUE(eventually([&] { return mailer.taken().size() == 20; }));
  std::this_thread::sleep_for(50ms);
  outbox.stop();
  EXPECT_EQ(mailer.offered(), 20u);
  EXPECT_EQ(waiting(now + 30 * 24 * hours), 0u);
  EXPECT_NE(mailer.taken()[0].letter.text.find(secrets.linkToken(store::Nonce{0})), std::string::npos);
}

// Thousands of letters are due in the first minute of a registration period.
TEST_F(OutboxTest, S6_LooksAgainOnlyOnceNothingIsDue) {
  queue(120);
  Scripted mailer;
  mail::Outbox::Settings seldom = fast();
  seldom.look = hours;
  mail::Outbox outbox(
      writer, mailer, secrets, [this] { return now.load(); }, std::move(seldom));
  EXPECT_TRUE(eventually([&] { return mailer.taken().size() == 120; }));
}

TEST_F(OutboxTest, S6_PutOffLettersComeAgainLaterAndUnderTheSameMark) {
  queue(1);
  Scripted mailer({Kind::deferred, Kind::deferred});
  mail::Outbox outbox(
      writer, mailer, secrets, [this] { return now.load(); }, fast());
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
  Scripted mailer({Kind::refused});
  mail::Outbox outbox(
      writer, mailer, secrets, [this] { return now.load(); }, fast());
  EXPECT_TRUE(eventually([&] { return mailer.taken().size() == 2; }));
  now += 24 * hours;
  std::this_thread::sleep_for(50ms);
  outbox.stop();
  EXPECT_EQ(mailer.offered(), 3u);
}

TEST_F(OutboxTest, S6_NothingIsLostWhileTheServerIsAway) {
  queue(5);
  Scripted mailer({Kind::away, Kind::away, Kind::away});
  mail::Outbox outbox(
      writer, mailer, secrets, [this] { return now.load(); }, fast());
  EXPECT_TRUE(eventually([&] {
    now += 60'000;
    return mailer.taken().size() == 5;
  }));
  outbox.stop();
  EXPECT_EQ(mailer.offered(), 8u);
}

TEST_F(OutboxTest, S6_ARestartSendsWhatWasLeft) {
  queue(2);
  Scripted away(std::vector<Kind>(1000, Kind::away));
  {
    mail::Outbox outbox(
        writer, away, secrets, [this] { return now.load(); }, fast());
    EXPECT_TRUE(eventually([&] { return away.offered() > 0; }));
  }
  now += hours;
  Scripted there;
  mail::Outbox outbox(
      writer, there, secrets, [this] { return now.load(); }, fast());
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
        writer, mailer, secrets, [this] { return now.load(); }, fast());
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
        writer, again, secrets, [this] { return now.load(); }, fast());
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
      writer, mailer, secrets, [&clock] { return clock.now(); }, settings);
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
      writer, mailer, secrets, [&clock] { return clock.now(); }, settings);
  const auto announced = [&] {
    return writer.wait([](store::Store& s) { return s.announceResults(season2025::results - 1); });
  };
  real += 24 * hours;
  std::this_thread::sleep_for(50ms);
  EXPECT_EQ(announced(), 0u);
  EXPECT_EQ(mailer.offered(), 0u);
}

}  // namespace
}  // namespace senkoi::tests
