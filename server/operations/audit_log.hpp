// The audit log (S5, reliability 41): append-only by triggers, and each row's HMAC-SHA256 covers the row before it, so
// that a row changed, put in, moved or taken out is found. Without the key, which is not in the database, nobody makes
// a chain that holds; only a whole tail can be cut off together with the engine's memory of its last number: a copy of
// the last hash elsewhere (a backup does) excludes that too. Holds user IDs and network addresses, never a person's
// data.
#pragma once

#include "server/database/connection.hpp"
#include "server/operations/office_records.hpp"
#include "server/operations/row_hash.hpp"

namespace senkoi::server::store {

struct AuditLine {
  Instant at;
  const Actor& actor;
  std::string_view action, subject, detail;
};

// The last row, which the next one covers.
struct AuditHead {
  std::int64_t number = 0;
  Hash hash{};
};
AuditHead auditHead(Connection& database);
// Moves the head on. `keyed`: a hash that has taken the key in.
void appendAudit(Connection& database, RowHash keyed, AuditHead& head, const AuditLine& line);
std::vector<AuditEntry> readAudit(Connection& database, std::int64_t after, std::size_t most);

// The entries sought, newest first. Reads the log from its end until it has found enough, which takes a while where
// there are few of them: not for the HTTP thread.
std::vector<AuditEntry> searchAudit(Connection& database, const AuditQuery& query);
// Its statement. $1 … $7: before, actor, action, subject, from, until, most.
const std::string& auditSearch();

// The number of the first row that does not follow from the one before; none where the chain holds to its end.
std::optional<std::int64_t> firstBrokenAudit(Connection& database, const RowHash& keyed);

// For the step from schema 1, which chained by SHA-256 without a key (open.cpp): its first fault, and the row behind
// this one with its hash made anew; none behind the last.
std::optional<std::int64_t> firstUnkeyedFault(Connection& database);
std::optional<AuditHead> nextKeyed(Connection& database, const RowHash& keyed, const AuditHead& before);

}  // namespace senkoi::server::store
