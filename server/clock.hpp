// The server's only clock. Passed in; production reads the system's, tests and the demo move theirs.
#pragma once

#include <functional>

#include "senkoi/codes/instant.hpp"

namespace senkoi::server {

// Thread-safe: called from the HTTP, writer and outbox threads.
using Clock = std::function<Instant()>;

Clock systemClock();

}  // namespace senkoi::server
