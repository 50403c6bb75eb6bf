#include "server/operations/key_check.hpp"

#include <sodium.h>

#include "server/database/types.hpp"
#include "server/operations/row_hash.hpp"

namespace senkoi::server::store {
namespace {

Hash checkOf(const AuditKey& key) {
  return RowHash{key}.add("key check").end();
}

}  // namespace

bool passesKeyCheck(Connection& database, const AuditKey& key) {
  auto rows = database.query("SELECT value FROM key_check");
  if (!rows.next()) throw Failure("the database no longer holds the check of its server key: restore a backup");
  const Hash kept = rows.hash(0), expected = checkOf(key);
  return sodium_memcmp(kept.data(), expected.data(), expected.size()) == 0;
}

void keepKeyCheck(Connection& database, const AuditKey& key) {
  database.run("INSERT INTO key_check (one, value) VALUES (1, $1)", checkOf(key));
}

}  // namespace senkoi::server::store
