// How many files and sockets the system lets this process have open (RLIMIT_NOFILE), and how many connections that
// leaves room for.
#pragma once

#include <cstddef>

namespace senkoi::server {

// Raises the soft limit, 1,024 on most systems, to what so many connections need, and returns how many there is room
// for: fewer where the hard limit is lower, and then the log says so, and what to do. Throws std::runtime_error where
// there would be none.
std::size_t allowConnections(std::size_t wanted);

}  // namespace senkoi::server
