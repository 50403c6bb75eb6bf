// The whole verification of the audit log, and of the applications beside it (reliability 41). Reads everything, of one
// moment: not for the HTTP thread.
#pragma once

#include <span>
#include <string>

#include "server/database/connection.hpp"
#include "server/operations/audit_report.hpp"
#include "server/operations/row_hash.hpp"

namespace senkoi::server::store {

// `keyed`: a hash that has taken the key in. `kept`: heads that were kept outside.
AuditReport verifyAudit(Connection& database, const RowHash& keyed, std::span<const AuditHead> kept);

// What an entry says of why an application is held and by whom, without saying it: both can be erased.
std::string holdMark(RowHash keyed, std::int64_t application, std::string_view reason, std::string_view owner);

}  // namespace senkoi::server::store
