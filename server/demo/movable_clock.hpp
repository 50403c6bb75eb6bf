// The demo's clock: the real one moved to another time, running on or standing still. Thread-safe.
#pragma once

#include <limits>
#include <mutex>
#include <optional>

#include "server/base/clock.hpp"

namespace senkoi::server::demo {

class MovableClock {
 public:
  MovableClock(Clock real, Instant start) : real_(std::move(real)) { set(start, false); }

  Instant now() const;
  Instant real() const { return real_(); }
  // The same time, but for a clock that stands still it goes on with the real one, and it never goes back.
  Instant running() const;
  // From now on it is `now`: exactly that millisecond until it is set again (`still`), or running on from it.
  void set(Instant now, bool still);

 private:
  Clock real_;
  mutable std::mutex mutex_;
  Instant ahead_ = 0;  // of the real clock
  Instant runningAhead_ = std::numeric_limits<Instant>::min();
  std::optional<Instant> still_;
};

}  // namespace senkoi::server::demo
