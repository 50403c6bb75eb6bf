#include "server/operations/open.hpp"

#include "server/database/sqlite/migrations.hpp"
#include "server/operations/sqlite_store.hpp"

namespace senkoi::server::store::sqlite {
namespace {

namespace fs = std::filesystem;
using Access = Database::Access;

void requireFile(const fs::path& file) {
  if (!fs::is_regular_file(file)) throw Failure("there is no database " + file.string());
}

}  // namespace

std::unique_ptr<Store> openWriting(const fs::path& file, const AuditKey& key) {
  return std::make_unique<SqliteStore>(file, Access::write, nullptr, key);
}

std::unique_ptr<Store> openReading(const fs::path& file, const AuditKey& key) {
  requireFile(file);
  return std::make_unique<SqliteStore>(file, Access::read, nullptr, key);
}

Upgrade upgrade(const fs::path& file, const AuditKey& key) {
  Database database{file, Access::write};
  const int from = schemaVersion(database);
  migrateWithAudit(database, key);
  return {from, schemaVersion(database)};
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

}  // namespace senkoi::server::store::sqlite
