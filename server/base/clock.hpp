// The server's only clock. Passed in; production reads the system's, tests and the demo move theirs.
#pragma once

#include <chrono>
#include <functional>

#include "senkoi/codes/instant.hpp"

namespace senkoi::server {

// Thread-safe: called from the HTTP, writer and outbox threads.
using Clock = std::function<Instant()>;

inline Clock systemClock() {
  return [] {
    using namespace std::chrono;
    return static_cast<Instant>(duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
  };
}

// A wait as Retry-After tells it (RFC 9110, 10.2.3): over once so many seconds have passed.
constexpr unsigned wholeSeconds(Instant wait) {
  return static_cast<unsigned>((wait + 999) / 1000);
}

}  // namespace senkoi::server
