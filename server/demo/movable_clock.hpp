// The demo's clock: the real one moved to another time, running on or standing still. Thread-safe.
#pragma once

#include <algorithm>
#include <limits>
#include <mutex>
#include <optional>

#include "server/base/clock.hpp"

namespace senkoi::server::demo {

class MovableClock {
 public:
  MovableClock(Clock real, Instant start) : real_(std::move(real)) { set(start, false); }

  Instant now() const {
    const std::lock_guard lock(mutex_);
    return still_ ? *still_ : real_() + ahead_;
  }
  Instant real() const { return real_(); }
  // The same time, but for a clock that stands still it goes on with the real one, and it never goes back.
  Instant running() const {
    const std::lock_guard lock(mutex_);
    return real_() + runningAhead_;
  }
  // From now on it is `now`: exactly that millisecond until it is set again (`still`), or running on from it.
  void set(Instant now, bool still) {
    const std::lock_guard lock(mutex_);
    ahead_ = now - real_();
    runningAhead_ = std::max(runningAhead_, ahead_);
    still_ = still ? std::optional(now) : std::nullopt;
  }

 private:
  Clock real_;
  mutable std::mutex mutex_;
  Instant ahead_ = 0;  // of the real clock
  Instant runningAhead_ = std::numeric_limits<Instant>::min();
  std::optional<Instant> still_;
};

}  // namespace senkoi::server::demo
