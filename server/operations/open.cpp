#include "server/operations/open.hpp"

#include <algorithm>

#include "server/database/sqlite/database.hpp"
#include "server/database/sqlite/migrations.hpp"
#include "server/operations/audit_log.hpp"
#include "server/operations/key_check.hpp"

namespace senkoi::server::store {
namespace {

namespace fs = std::filesystem;
using sqlite::Database;
using Access = Database::Access;

void requireFile(const fs::path& file) {
  if (!fs::is_regular_file(file)) throw Failure("there is no database " + file.string());
}

bool holdsTable(Connection& database, std::string_view table) {
  return database.number("SELECT 1 FROM sqlite_schema WHERE name = $1", table).has_value();
}

// True for a database that no key was given to yet.
bool isKeyOf(Connection& database, const AuditKey& key) {
  if (holdsTable(database, "key_check")) return passesKeyCheck(database, key);
  return !holdsTable(database, "audit") || isChainedBy(database, key);
}

[[noreturn]] void refuseKey() {
  throw Failure("the server key is not the one that this database was served with");
}

void requireKey(Connection& database, const AuditKey& key) {
  if (!isKeyOf(database, key)) refuseKey();
}

// The engine remembers the last number it gave: rows cut off an end that no head guarded yet leave no gap.
std::int64_t lastGiven(Connection& database) {
  return database.number("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").value_or(0);
}

bool holdsWithoutKey(Connection& database) {
  AuditChain chain(database, RowHash{});
  while (chain.next()) {
  }
  return !chain.broken() && lastGiven(database) == chain.last().number;
}

// The row behind this one with its hash made anew; none behind the last.
std::optional<AuditHead> nextKeyed(Connection& database, const RowHash& keyed, const AuditHead& before) {
  auto rows = auditRows(database, before.number);
  if (!rows.next()) return std::nullopt;
  return AuditHead{before.number + 1, auditHash(rows, keyed, before.hash)};
}

// Schema 1 chained by SHA-256 without a key: such a chain, where it holds, is made one of this key. Within the
// transaction that ends schema 1, so that nobody has another made later.
void keyAudit(Database& database, const RowHash& keyed) {
  if (!holdsWithoutKey(database)) return;  // evidence of what somebody did: left as it is
  database.script("DROP TRIGGER audit_unchanged");
  for (auto made = nextKeyed(database, keyed, {}); made; made = nextKeyed(database, keyed, *made)) {
    database.run("UPDATE audit SET hash = $2 WHERE number = $1", made->number, made->hash);
  }
  database.script(
      "CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit BEGIN"
      " SELECT RAISE(ABORT, 'the audit log is append-only'); END");
}

// Rows cut off before there was a head are missed for ever: it stands where the log once ended.
void beginAuditHead(Connection& database, const RowHash& keyed) {
  AuditEnd end = auditEnd(database, keyed);
  end.head.number = std::max(end.head.number, lastGiven(database));
  end.keyed = true;
  database.run("INSERT INTO audit_head (one, number, hash, code) VALUES (1, 0, $1, $1)", Hash{});
  keepAuditHead(database, keyed, end);
}

void migrateWithAudit(Database& database, const AuditKey& key) {
  sqlite::migrate(database, sqlite::schemaVersions(), [&key](Database& upgraded, int version) {
    if (version == 2) keyAudit(upgraded, RowHash{key});
    if (version != 7) return;
    if (!isChainedBy(upgraded, key)) refuseKey();
    keepKeyCheck(upgraded, key);
    beginAuditHead(upgraded, RowHash{key});
  });
  requireKey(database, key);
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

bool isServedWith(const fs::path& file, const AuditKey& key) {
  if (!fs::exists(file)) return true;
  Database database{file, Access::read};
  return isKeyOf(database, key);
}

bool hasNewestSchema(const fs::path& file) {
  if (!fs::exists(file)) return false;
  Database database{file, Access::read};
  return static_cast<std::size_t>(sqlite::schemaVersion(database)) == sqlite::schemaVersions().size();
}

bool needsItsKey(const fs::path& file) {
  if (!fs::exists(file)) return false;
  Database database{file, Access::read};
  for (const std::string table : {"key_check", "audit", "staff"}) {
    if (holdsTable(database, table) && database.number("SELECT 1 FROM " + table + " LIMIT 1")) return true;
  }
  return false;
}

}  // namespace senkoi::server::store
