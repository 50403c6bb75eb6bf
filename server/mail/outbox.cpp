#include "server/mail/outbox.hpp"

#include <algorithm>
#include <chrono>

#include "server/base/log.hpp"
#include "server/mail/letters.hpp"

namespace senkoi::server::mail {
namespace {

constexpr std::size_t lettersARound = 50;
constexpr Instant longestAwayPause = 60'000;
constexpr Instant houseEvery = 60 * 60'000;

}  // namespace

Outbox::Outbox(store::Writer& writer, Mailer& mailer, const accounts::Secrets& secrets, Clock clock, Settings settings)
    : writer_(writer), mailer_(mailer), secrets_(secrets), clock_(std::move(clock)), settings_(std::move(settings)) {
  if (!settings_.due) settings_.due = clock_;
  thread_ = std::jthread([this](std::stop_token stop) { work(std::move(stop)); });
}

void Outbox::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void Outbox::work(std::stop_token stop) {
  Instant away = settings_.awayPause;
  while (!stop.stop_requested()) {
    Instant pause = settings_.look;
    try {
      keepHouse(clock_());
      const Round done = round(stop);
      if (done == Round::more) pause = 0;
      if (done == Round::away) pause = away;
      away = done == Round::away ? std::min(away * 2, longestAwayPause) : settings_.awayPause;
    } catch (const std::exception& failure) {
      log::error("outbox_failed", {{"why", failure.what()}});
      pause = settings_.awayPause;
    }
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, stop, std::chrono::milliseconds(pause), [] { return false; });
  }
}

// Results become letters when their time comes; what has had its time is forgotten.
void Outbox::keepHouse(Instant now) {
  writer_.wait([now](store::Store& store) { return store.announceResults(now); });
  if (std::abs(now - houseKept_) < houseEvery) return;
  writer_.wait([now](store::Store& store) { store.purge(now); });
  houseKept_ = now;
}

Outbox::Round Outbox::round(std::stop_token stop) {
  const Instant now = settings_.due();
  const auto letters = writer_.wait([now](store::Store& store) { return store.dueLetters(now, lettersARound); });
  for (const store::Letter& letter : letters) {
    if (stop.stop_requested()) return Round::done;
    const Delivery delivery = deliver(letter, stop);
    note(letter, delivery);
    if (delivery.kind == Delivery::Kind::away) return Round::away;
  }
  return letters.size() == lettersARound ? Round::more : Round::done;
}

Delivery Outbox::deliver(const store::Letter& letter, std::stop_token stop) {
  if (const auto done = unmarked_.find(letter.id); done != unmarked_.end()) return done->second;
  const std::string token = letter.nonce ? secrets_.linkToken(*letter.nonce) : std::string{};
  const Letter written = write(letter, settings_.origin, token);
  const std::string mark = secrets_.mark("letter " + std::to_string(letter.id) + ' ' + letter.to);
  return mailer_.send({addressIn(settings_.sender.from), addressIn(letter.to), written,
                       compose(written, settings_.sender, mark, clock_())},
                      std::move(stop));
}

// The log names letters by number: never an address, never a word of them.
void Outbox::note(const store::Letter& letter, const Delivery& delivery) {
  using Kind = Delivery::Kind;
  const bool done = delivery.kind == Kind::sent || delivery.kind == Kind::refused;
  if (done) unmarked_[letter.id] = delivery;
  const Instant now = clock_();
  writer_.wait([&](store::Store& store) {
    if (delivery.kind == Kind::sent) return store.letterSent(letter.id, now);
    if (delivery.kind == Kind::refused) return store.letterRefused(letter.id, now, delivery.why);
    store.letterDeferred(letter.id, retryAt(letter.attempts, settings_.due()), delivery.why);
  });
  unmarked_.erase(letter.id);
  const std::string number = std::to_string(letter.id);
  if (delivery.kind == Kind::sent) return log::info("letter_sent", {{"letter", number}});
  log::warn(delivery.kind == Kind::refused ? "letter_refused" : "letter_put_off", {{"letter", number}});
}

Instant Outbox::retryAt(unsigned attempts, Instant now) const {
  const Instant wait = std::min(settings_.firstRetry << std::min(attempts, 20U), settings_.lastRetry);
  return now + wait * 3 / 4 + secrets_.below(static_cast<std::uint32_t>(wait / 2 + 1));
}

}  // namespace senkoi::server::mail
