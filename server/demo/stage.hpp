// Where the demo plays: its movable clock, its readable letters, its directors. One for the whole program, made before
// the writer and outliving it; production has none.
#pragma once

#include "server/async.hpp"
#include "server/demo/directors.hpp"
#include "server/demo/movable_clock.hpp"
#include "server/mail/memory_mailer.hpp"

namespace senkoi::server::store {
class Writer;
}

namespace senkoi::server::demo {

class Stage {
 public:
  // `next` may be null, else it takes each letter first (mail/memory_mailer.hpp). The clock begins at opening().
  explicit Stage(Clock real, mail::Mailer* next = nullptr);
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  Clock clock();      // refers to the stage; thread-safe
  Clock postClock();  // the same for the outbox: never stands still nor goes back, so that letters put off come again
  Instant real() const { return clock_.real(); }
  mail::MemoryMailer& mails() { return mails_; }

  // Before serving: a kept season goes on at its last deed, not before decisions that were taken.
  void resume(store::Store& store);

  // On the HTTP thread: moves the clock, `still` or running on. What the directors do until then is stored before the
  // clock shows the new time, also when it jumps over an adoption period.
  Async<void> move(store::Writer& writer, Instant to, bool still);
  // On a thread of its own, every second or so: lets the directors do what is due as the clock runs. Blocks.
  void look(store::Writer& writer);

 private:
  MovableClock clock_;
  mail::MemoryMailer mails_;
  Directors directors_;  // touched within the writer's operations only
};

}  // namespace senkoi::server::demo
