// The outbox's thread over a real store with letters in it, and a mailer that answers as it is told.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <set>

#include "server/mail/outbox.hpp"
#include "server/mail/smtp_mailer.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/open.hpp"
#include "tests/server/smtp_peer.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests::mailing {

using namespace std::chrono_literals;
using namespace senkoi::server;
using Kind = mail::Delivery::Kind;
using QueueKind = mail::QueueState::Kind;

// Answers as it is told, first entry first, then takes everything; keeps what it took and the marks of all it was
// offered.
class Scripted final : public mail::Mailer {
  template <class Read>
  auto with(Read read) {
    const std::lock_guard lock(mutex_);
    return read();
  }

 public:
  explicit Scripted(std::vector<Kind> script = {}, mail::SmtpStage stage = mail::SmtpStage::text)
      : script_(std::move(script)), stage_(stage) {}

  mail::Delivery send(const mail::Envelope& envelope, std::stop_token) override {
    const std::lock_guard lock(mutex_);
    const bool refused = envelope.to == refused_;
    const Kind kind = refused ? Kind::relayRefused : offered_ < script_.size() ? script_[offered_] : Kind::sent;
    ++offered_;
    ++offeredTo_[envelope.to];
    const auto at = envelope.message.find("Message-ID: ");
    marks_.push_back(envelope.message.substr(at, envelope.message.find("\r\n", at) - at));
    if (kind == Kind::sent) taken_.push_back(envelope);
    return {kind, "as told", 0, stage_};
  }

  // Whatever goes to this address is refused, for reasons of the relay's.
  void refuse(const std::string& to) {
    with([&] { return refused_ = to; });
  }
  std::size_t offeredTo(const std::string& to) {
    return with([&] { return offeredTo_[to]; });
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
  mail::SmtpStage stage_;
  std::string refused_;
  std::map<std::string, std::size_t> offeredTo_;
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
    settings.firstProbe = 5;
    return settings;
  }
  template <class Condition>
  bool eventually(Condition condition) {
    for (int i = 0; i < 2000 && !condition(); ++i) std::this_thread::sleep_for(5ms);
    return condition();
  }
  std::vector<store::UndeliveredLetter> undelivered() {
    return writer.wait([](store::Store& s) { return s.offices().undeliveredLetters(std::nullopt, 100); });
  }
  Code retry(std::int64_t letter) {
    return writer.wait([&](store::Store& s) { return s.offices().retryLetter(std::nullopt, letter, now, {}); });
  }
  std::size_t waiting(Instant until) {
    return writer.wait([until](store::Store& s) { return s.dueLetters(until, 100).size(); });
  }

  int queued = 0;
  QueueKind queue() const { return status.get().kind; }

  ScratchFolder folder;
  std::atomic<Instant> now{season2025::opens};
  boost::asio::io_context loop;
  accounts::Secrets secrets;
  store::Writer writer;
  mail::QueueStatus status;
};

}  // namespace senkoi::tests::mailing
