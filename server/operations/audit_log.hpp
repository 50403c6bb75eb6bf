// The audit log (S5, reliability 41): append-only by triggers, and each row's HMAC-SHA256 covers the row before it, so
// that a row changed, put in, moved or taken out is found. Without the key, which is not in the database, nobody makes
// a chain that holds; only a whole tail can be cut off together with the engine's memory of its last number: a copy of
// the last hash elsewhere (a backup does) excludes that too. Holds user IDs and network addresses, never a person's
// data.
#pragma once

#include "server/database/sqlite/database.hpp"
#include "server/operations/office_records.hpp"
#include "server/operations/row_hash.hpp"

namespace senkoi::server::store::sqlite {

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
AuditHead auditHead(Database& database);
// Moves the head on. `keyed`: a hash that has taken the key in.
void appendAudit(Database& database, RowHash keyed, AuditHead& head, const AuditLine& line);
std::vector<AuditEntry> readAudit(Database& database, std::int64_t after, std::size_t most);

// The entries sought, newest first. Reads the log from its end until it has found enough, which takes a while where
// there are few of them: not for the HTTP thread.
std::vector<AuditEntry> searchAudit(Database& database, const AuditQuery& query);
// Its statement. $1 … $7: before, actor, action, subject, from, until, most.
const std::string& auditSearch();

// The number of the first row that does not follow from the one before; none where the chain holds to its end.
std::optional<std::int64_t> firstBrokenAudit(Database& database, const RowHash& keyed);

// Schema 1 chained by SHA-256 without a key: such a chain, where it holds, is made one of this key. Within the
// transaction that ends schema 1, so that nobody has another made later.
void keyAudit(Database& database, const RowHash& keyed);
// To the newest schema, with that.
void migrateWithAudit(Database& database, const AuditKey& key);

}  // namespace senkoi::server::store::sqlite
