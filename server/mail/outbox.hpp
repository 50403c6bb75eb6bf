// The thread that empties the outbox (S6): takes what is due, hands it to the mailer, writes down how it went.
//
// Nothing is lost: a letter leaves the database only once a mailer has taken it. A letter put off is tried again for
// ever; one whose recipient is refused, or whose mailbox has been full for days, is kept as given up, and is tried
// again when somebody asks for it. What is not about the letter (no server, a relay that refuses us) stops the queue
// for all and ends no letter (L4): one letter after the other is tried as a probe, until one passes.
//
// Nothing is sent twice: a letter is marked before the next one is taken, and one that could not be marked is
// remembered and only marked again. Two gaps are left, which SMTP cannot close (RFC 1047): the server's 250 lost on its
// way, and a kill between that 250 and the mark. The letter then goes again under the same Message-ID, by which
// mailboxes know it for the same.
//
// Owns its thread. Every letter's words are made here, when it is sent: no text with a link rests in the database.
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "server/accounts/secrets.hpp"
#include "server/base/clock.hpp"
#include "server/mail/mailer.hpp"
#include "server/mail/queue_status.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::mail {

class Outbox {
 public:
  struct Settings {
    std::string origin;  // of the pages that links lead to
    Sender sender;
    Instant look = 500;          // between two looks into the outbox
    Instant firstRetry = 5'000;  // doubles with each attempt, with a quarter of chance
    Instant lastRetry = 30 * 60'000;
    Instant firstProbe =
        5'000;  // from a stop of the queue to the first probe; doubles, how far depends on what stopped it
    Instant fullMailbox = 5 * 24 * 60 * 60'000;  // how long a letter waits for a full mailbox
    Clock due{};  // by which letters wait for their next attempt; the outbox's own where it is empty
    std::function<void()> announced{};  // called on the outbox's thread when results have become letters
  };

  // What is passed in must outlive it. Starts at once.
  Outbox(store::Writer&, Mailer&, const accounts::Secrets&, Clock, Settings, QueueStatus&);
  ~Outbox() { stop(); }

  void stop();  // gives the letter in hand up unless its text has gone out already; idempotent

 private:
  void work(std::stop_token);
  enum class Round { done, more, stopped };  // nothing is due any more, there may be more, or all have to wait
  Round round(std::stop_token);
  std::vector<store::Letter> lettersToTry();
  Delivery deliver(const store::Letter&, std::stop_token);
  void record(const store::Letter&, Delivery);
  bool isStopped() const { return stop_.kind != QueueState::Kind::running; }
  bool cures(const Delivery&) const;
  void hold(const store::Letter&, const Delivery&);
  void tellStop(const store::Letter&, const Delivery&);
  void goOn();
  void keepHouse(Instant now);
  Instant retryAt(unsigned attempts, Instant now) const;

  store::Writer& writer_;
  Mailer& mailer_;
  const accounts::Secrets& secrets_;
  Clock clock_;
  Settings settings_;  // `due` filled
  QueueStatus& status_;
  QueueState stop_;                            // what status_ tells
  unsigned probes_ = 0;                        // failed since the queue stopped
  std::set<std::int64_t> met_;                 // letters that met this stop
  std::map<std::int64_t, unsigned> stopsOf_;   // how many stops a letter that still waits has met
  std::map<std::int64_t, Delivery> unmarked_;  // delivered, but the database would not take the mark
  Instant houseKept_ = 0;

  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::jthread thread_;  // last
};

}  // namespace senkoi::server::mail
