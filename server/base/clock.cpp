#include "server/base/clock.hpp"

#include <chrono>

namespace senkoi::server {

Clock systemClock() {
  return [] {
    using namespace std::chrono;
    return static_cast<Instant>(duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
  };
}

}  // namespace senkoi::server
