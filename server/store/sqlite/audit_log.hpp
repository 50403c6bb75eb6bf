// The audit log (S5, reliability 41): append-only by triggers, and each row's SHA-256 covers the row before it, so that
// a row changed, put in, moved or taken out is found, at the end of the log too. Who rewrites every row from there on
// with its hash leaves no trace: keep a copy of the last hash elsewhere (a backup does) where that must be excluded.
// Holds user IDs and network addresses, never a person's data.
#pragma once

#include "server/store/sqlite/database.hpp"

namespace senkoi::server::store::sqlite {

struct AuditLine {
  Instant at;
  const Actor& actor;
  std::string_view action, subject, detail;
};

void appendAudit(Database& database, const AuditLine& line);
std::vector<AuditEntry> readAudit(Database& database, std::int64_t after, std::size_t most);

// The number of the first row that does not follow from the one before; none where the chain holds to its end.
std::optional<std::int64_t> firstBrokenAudit(Database& database);

}  // namespace senkoi::server::store::sqlite
