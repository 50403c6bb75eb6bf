#include "server/demo/movable_clock.hpp"

#include <algorithm>

namespace senkoi::server::demo {

Instant MovableClock::now() const {
  const std::lock_guard lock(mutex_);
  return still_ ? *still_ : real_() + ahead_;
}

Instant MovableClock::running() const {
  const std::lock_guard lock(mutex_);
  return real_() + runningAhead_;
}

void MovableClock::set(Instant now, bool still) {
  const std::lock_guard lock(mutex_);
  ahead_ = now - real_();
  runningAhead_ = std::max(runningAhead_, ahead_);
  still_ = still ? std::optional(now) : std::nullopt;
}

}  // namespace senkoi::server::demo
