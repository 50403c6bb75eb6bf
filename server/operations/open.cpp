#include "server/operations/open.hpp"

#include "server/database/sqlite/database.hpp"
#include "server/database/sqlite/migrations.hpp"
#include "server/operations/audit_log.hpp"

namespace senkoi::server::store {
namespace {

namespace fs = std::filesystem;
using sqlite::Database;
using Access = Database::Access;

void requireFile(const fs::path& file) {
  if (!fs::is_regular_file(file)) throw Failure("there is no database " + file.string());
}

// Schema 1 chained by SHA-256 without a key: such a chain, where it holds, is made one of this key. Within the
// transaction that ends schema 1, so that nobody has another made later.
void keyAudit(Database& database, const RowHash& keyed) {
  if (firstUnkeyedFault(database)) return;  // evidence of what somebody did: left as it is
  database.script("DROP TRIGGER audit_unchanged");
  for (auto made = nextKeyed(database, keyed, {}); made; made = nextKeyed(database, keyed, *made)) {
    database.run("UPDATE audit SET hash = $2 WHERE number = $1", made->number, made->hash);
  }
  database.script(
      "CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit BEGIN"
      " SELECT RAISE(ABORT, 'the audit log is append-only'); END");
}

void migrateWithAudit(Database& database, const AuditKey& key) {
  sqlite::migrate(database, sqlite::schemaVersions(), [&key](Database& upgraded, int version) {
    if (version == 2) keyAudit(upgraded, RowHash{key});
  });
}

}  // namespace

std::unique_ptr<Store> openWriting(const fs::path& file, const AuditKey& key, const char* vfs) {
  auto database = std::make_unique<Database>(file, Access::write, vfs);
  migrateWithAudit(*database, key);
  return std::make_unique<Store>(std::move(database), key);
}

std::unique_ptr<Store> openReading(const fs::path& file, const AuditKey& key) {
  requireFile(file);
  auto database = std::make_unique<Database>(file, Access::read);
  sqlite::requireNewestSchema(*database);
  return std::make_unique<Store>(std::move(database), key);
}

Upgrade upgrade(const fs::path& file, const AuditKey& key) {
  Database database{file, Access::write};
  const int from = sqlite::schemaVersion(database);
  migrateWithAudit(database, key);
  return {from, sqlite::schemaVersion(database)};
}

bool needsItsKey(const fs::path& file) {
  if (!fs::exists(file)) return false;
  Database database{file, Access::read};
  for (const std::string table : {"audit", "staff"}) {
    const bool there = database.number("SELECT 1 FROM sqlite_schema WHERE name = $1", table).has_value();
    if (there && database.number("SELECT 1 FROM " + table + " LIMIT 1")) return true;
  }
  return false;
}

}  // namespace senkoi::server::store
