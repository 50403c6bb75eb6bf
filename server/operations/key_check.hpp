// Whose key a database is served with (reliability 47): the row `key_check` follows from the key and tells nothing of
// it. A database that has none yet (before schema 7) is known by its audit log, which that key chains.
#pragma once

#include "server/database/connection.hpp"
#include "server/operations/row_hash.hpp"

namespace senkoi::server::store {

// Of a database of schema 7 or newer; throws Failure where somebody has taken the row away.
bool passesKeyCheck(Connection& database, const AuditKey& key);

// Puts the row in. Within the transaction that makes the table.
void keepKeyCheck(Connection& database, const AuditKey& key);

}  // namespace senkoi::server::store
