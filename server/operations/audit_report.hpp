// What a verification of the audit log finds (reliability 41). Values; no thread owns them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/database/types.hpp"

namespace senkoi::server::store {

// The last entry of the log: its hash covers every entry before it. Kept outside, it proves later that the log still
// holds them. Number 0 with a hash of zeros: an empty log.
struct AuditHead {
  std::int64_t number = 0;
  Hash hash{};
};

// Where a row of an application is not what the log says of it; `what` names the column.
struct BesideAudit {
  std::int64_t application = 0;
  std::string what, log, row;
};

struct AuditReport {
  AuditHead head;                           // of the log as it is
  std::size_t applications = 0;             // compared
  std::optional<std::int64_t> firstBroken;  // entry that was changed, put in or moved, or the first one that is missing
  bool headBroken = false;                  // the keyed head is gone or was not written with this key
  std::vector<AuditHead> missing;           // of the heads kept outside: the log does not hold that entry (any more)
  std::vector<BesideAudit> beside;          // only where the log itself is sound

  bool sound() const { return !firstBroken && !headBroken && missing.empty() && beside.empty(); }
};

}  // namespace senkoi::server::store
