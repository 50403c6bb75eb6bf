#include "server/mail/outbox.hpp"

#include <algorithm>
#include <bit>
#include <chrono>
#include <limits>

#include "server/base/log.hpp"
#include "server/mail/letters.hpp"

namespace senkoi::server::mail {
namespace {

constexpr std::size_t lettersARound = 50;
constexpr Instant minute = 60'000;
constexpr Instant houseEvery = 60 * minute;

// Between two probes. A relay that bans whoever fails to log in again and again is asked seldom. Where one letter alone
// may be at fault, as its text may be, the others must not wait for long.
Instant longestPause(const QueueState& stop) {
  const bool refused = stop.kind == QueueState::Kind::refused;
  if (refused && stop.stage == SmtpStage::login) return 5 * minute;
  if (refused && (stop.stage == SmtpStage::recipient || stop.stage == SmtpStage::text)) return minute / 6;
  return minute;
}

bool isFinal(Delivery::Kind kind) {
  return kind == Delivery::Kind::sent || kind == Delivery::Kind::recipientRefused;
}

// The log names letters by number: never an address, never a word of them.
void logDelivery(const store::Letter& letter, const Delivery& delivery) {
  const std::string number = std::to_string(letter.id);
  if (delivery.kind == Delivery::Kind::sent) return log::info("letter_sent", {{"letter", number}});
  log::warn(isFinal(delivery.kind) ? "letter_given_up" : "letter_put_off",
            {{"letter", number}, {"stage", std::string(name(delivery.stage))}, {"why", delivery.why}});
}

}  // namespace

Outbox::Outbox(store::Writer& writer, Mailer& mailer, const accounts::Secrets& secrets, Clock clock, Settings settings,
               QueueStatus& status)
    : writer_(writer),
      mailer_(mailer),
      secrets_(secrets),
      clock_(std::move(clock)),
      settings_(std::move(settings)),
      status_(status) {
  if (!settings_.due) settings_.due = clock_;
  thread_ = std::jthread([this](std::stop_token stop) { work(std::move(stop)); });
}

void Outbox::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void Outbox::work(std::stop_token stop) {
  Instant probe = settings_.firstProbe;
  while (!stop.stop_requested()) {
    Instant pause = settings_.look;
    try {
      keepHouse(clock_());
      const Round done = round(stop);
      if (done == Round::more) pause = 0;
      if (done == Round::stopped) pause = probe;
      probe = done == Round::stopped ? std::min(probe * 2, longestPause(stop_)) : settings_.firstProbe;
    } catch (const std::exception& failure) {
      log::error("outbox_failed", {{"why", failure.what()}});
      pause = settings_.firstProbe;
    }
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, stop, std::chrono::milliseconds(pause), [] { return false; });
  }
}

// Results become letters when their time comes; what has had its time is forgotten.
void Outbox::keepHouse(Instant now) {
  if (writer_.look([now](store::Store& store) { return store.hasResultsToAnnounce(now); })) {
    const auto letters = writer_.wait([now](store::Store& store) { return store.announceResults(now); });
    if (letters != 0 && settings_.announced) settings_.announced();
  }
  if (std::abs(now - houseKept_) < houseEvery) return;
  writer_.wait([now](store::Store& store) { store.purge(now); });
  houseKept_ = now;
}

Outbox::Round Outbox::round(std::stop_token stop) {
  const auto letters = lettersToTry();
  for (const store::Letter& letter : letters) {
    if (stop.stop_requested()) return Round::done;
    const Delivery delivery = deliver(letter, stop);
    if (delivery.stopsQueue()) {
      if (!stop.stop_requested()) hold(letter, delivery);
      return Round::stopped;
    }
    record(letter, delivery);
    if (!isStopped()) continue;
    if (!cures(delivery)) return Round::stopped;
    goOn();
    return Round::more;
  }
  return letters.size() == lettersARound ? Round::more : Round::done;
}

// While the queue is stopped: one, as a probe. Where none is due, the one that would be next.
std::vector<store::Letter> Outbox::lettersToTry() {
  const Instant now = settings_.due();
  const std::size_t most = isStopped() ? 1 : lettersARound;
  auto letters = writer_.look([now, most](store::Store& store) { return store.dueLetters(now, most); });
  if (!isStopped() || !letters.empty()) return letters;
  constexpr Instant ever = std::numeric_limits<Instant>::max();
  return writer_.look([](store::Store& store) { return store.dueLetters(ever, 1); });
}

Delivery Outbox::deliver(const store::Letter& letter, std::stop_token stop) {
  if (const auto done = unmarked_.find(letter.id); done != unmarked_.end()) return done->second;
  const std::string token = letter.nonce ? secrets_.linkToken(*letter.nonce) : std::string{};
  const Letter written = write(letter, settings_.origin, token);
  const std::string mark = secrets_.keyedHash("letter " + std::to_string(letter.id) + ' ' + letter.to);
  return mailer_.send({addressIn(settings_.sender.from), addressIn(letter.to), written,
                       compose(written, settings_.sender, mark, clock_())},
                      std::move(stop));
}

void Outbox::record(const store::Letter& letter, Delivery delivery) {
  using Kind = Delivery::Kind;
  const Instant now = clock_();
  const bool patienceOver = now - letter.triedSince >= settings_.fullMailbox;
  if (delivery.kind == Kind::mailboxFull && patienceOver) delivery.kind = Kind::recipientRefused;
  if (isFinal(delivery.kind)) unmarked_[letter.id] = delivery;
  writer_.wait([&](store::Store& store) {
    if (delivery.kind == Kind::sent) return store.letterSent(letter.id, now);
    if (delivery.kind == Kind::recipientRefused) return store.letterRefused(letter.id, now, delivery.why);
    store.letterDeferred(letter.id, retryAt(letter.attempts, settings_.due()), delivery.why);
  });
  unmarked_.erase(letter.id);
  stopsOf_.erase(letter.id);
  met_.erase(letter.id);
  logDelivery(letter, delivery);
}

// An answer about the recipient shows that the relay takes our connection, login and sender; only a letter that is sent
// shows that it takes our text, and recipients elsewhere.
bool Outbox::cures(const Delivery& delivery) const {
  const bool stoppedLater = stop_.stage == SmtpStage::recipient || stop_.stage == SmtpStage::text;
  return delivery.kind == Delivery::Kind::sent || !stoppedLater;
}

// The letter is put off without counting an attempt, so that another one is the next probe. Whichever letters begin
// stop after stop are at fault themselves: they come ever more seldom.
void Outbox::hold(const store::Letter& letter, const Delivery& delivery) {
  tellStop(letter, delivery);
  unsigned& stops = stopsOf_[letter.id];
  if (met_.insert(letter.id).second) ++stops;
  const Instant due = retryAt(stops - 1, settings_.due());
  writer_.wait([&](store::Store& store) { store.letterHeld(letter.id, due, delivery.why); });
}

void Outbox::tellStop(const store::Letter& letter, const Delivery& delivery) {
  const bool refused = delivery.kind == Delivery::Kind::relayRefused;
  const auto kind = refused ? QueueState::Kind::refused : QueueState::Kind::unavailable;
  const bool begins = stop_.kind != kind;
  probes_ = begins ? 0 : probes_ + 1;
  if (begins) met_.clear();
  stop_ = {kind, begins ? clock_() : stop_.since, delivery.stage, delivery.why};
  status_.set(stop_);
  if (!begins && !std::has_single_bit(probes_)) return;  // ever more seldom
  const auto tell = refused ? log::error : log::warn;
  tell(begins ? "letters_stopped" : "letters_still_stopped", {{"queue", std::string(name(kind))},
                                                              {"letter", std::to_string(letter.id)},
                                                              {"stage", std::string(name(delivery.stage))},
                                                              {"why", delivery.why}});
}

void Outbox::goOn() {
  log::info("letters_go_on", {{"stopped_seconds", std::to_string((clock_() - stop_.since) / 1000)}});
  stop_ = {};
  status_.set(stop_);
}

Instant Outbox::retryAt(unsigned attempts, Instant now) const {
  const Instant wait = std::min(settings_.firstRetry << std::min(attempts, 20U), settings_.lastRetry);
  return now + wait * 3 / 4 + secrets_.below(static_cast<std::uint32_t>(wait / 2 + 1));
}

}  // namespace senkoi::server::mail
