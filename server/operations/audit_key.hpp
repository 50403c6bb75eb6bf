// The key of the audit log's chain (audit_log.hpp), derived from the server key, which lies in a file of its own. All
// zeros where a test is about something else.
#pragma once

#include <array>
#include <cstdint>

namespace senkoi::server::store {

using AuditKey = std::array<std::uint8_t, 32>;

}  // namespace senkoi::server::store
