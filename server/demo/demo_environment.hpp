// Where the demo plays, or an office rehearses its season: a movable clock, readable letters, the demo's directors. One
// for the whole program, made before the writer and outliving it; production has none.
#pragma once

#include <optional>

#include "server/base/async.hpp"
#include "server/demo/directors.hpp"
#include "server/demo/movable_clock.hpp"
#include "server/mail/memory_mailer.hpp"

namespace senkoi::server::store {
class Writer;
}

namespace senkoi::server::demo {

class DemoEnvironment {
 public:
  // `next` may be null, else it takes each letter first (mail/memory_mailer.hpp). The clock begins at opening().
  explicit DemoEnvironment(Clock real, mail::Mailer* next = nullptr);
  // A rehearsal on a copy of a season: the clock begins at `begin`, no letter goes out, nobody decides by themselves.
  DemoEnvironment(Clock real, Instant begin);
  DemoEnvironment(const DemoEnvironment&) = delete;
  DemoEnvironment& operator=(const DemoEnvironment&) = delete;

  Clock clock();      // refers to the stage; thread-safe
  Clock postClock();  // the same for the outbox: never stands still nor goes back, so that letters put off come again
  Instant real() const { return clock_.real(); }
  mail::MemoryMailer& mails() { return mails_; }
  bool rehearses() const { return !directors_; }
  Instant beginning() const { return begin_; }  // where the clock began

  // Before serving: a kept season goes on at its last deed, not before decisions that were taken.
  void resume(store::Store& store);

  // On the HTTP thread: moves the clock, `still` or running on. What the directors do until then is stored before the
  // clock shows the new time, also when it jumps over an adoption period.
  Async<void> move(store::Writer& writer, Instant to, bool still);
  // On a thread of its own, every second or so: lets the directors do what is due as the clock runs. Blocks.
  void look(store::Writer& writer);

 private:
  const Instant begin_;
  MovableClock clock_;
  mail::MemoryMailer mails_;
  std::optional<Directors> directors_;  // touched within the writer's operations only
};

}  // namespace senkoi::server::demo
