// Compressed copies of an answer. Pure; thread-safe. Throws std::bad_alloc alone.
#pragma once

#include <string>
#include <string_view>

namespace senkoi::server::snapshot {

// Level 1 … 9; the same text always gives the same bytes.
std::string gzip(std::string_view text, int level);

// The densest (quality 11; 5 above 2 MiB): milliseconds a kilobyte, for what is made once and never on the HTTP thread.
std::string brotli(std::string_view text);

}  // namespace senkoi::server::snapshot
