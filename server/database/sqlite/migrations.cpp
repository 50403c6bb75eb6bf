#include "server/database/sqlite/migrations.hpp"

#include <array>

#include "server/database/sqlite/migrations/v1.hpp"
#include "server/database/sqlite/migrations/v2.hpp"
#include "server/database/sqlite/migrations/v3.hpp"
#include "server/database/sqlite/migrations/v4.hpp"
#include "server/database/sqlite/migrations/v5.hpp"
#include "server/database/sqlite/migrations/v6.hpp"
#include "server/database/sqlite/migrations/v7.hpp"
#include "server/database/sqlite/migrations/v8.hpp"
#include "server/database/sqlite/migrations/v9.hpp"

namespace senkoi::server::store::sqlite {
namespace {

constexpr std::array versionList{static_cast<const char*>(migrations::v1), static_cast<const char*>(migrations::v2),
                                 static_cast<const char*>(migrations::v3), static_cast<const char*>(migrations::v4),
                                 static_cast<const char*>(migrations::v5), static_cast<const char*>(migrations::v6),
                                 static_cast<const char*>(migrations::v7), static_cast<const char*>(migrations::v8),
                                 static_cast<const char*>(migrations::v9)};

constexpr std::int64_t applicationId = 0x536E6B69;  // "Snki": tells our files from others'

void refuseNewer(int version, std::size_t known) {
  if (static_cast<std::size_t>(version) <= known) return;
  throw Failure("the database has schema " + std::to_string(version) + ", this program knows up to " +
                std::to_string(known) + ": use the newer program");
}

void upgrade(Database& database, int to, const char* sql, const OnVersion& onVersion) {
  database.beginWriting();
  try {
    if (schemaVersion(database) < to) {  // another process may have been faster
      database.script(sql);
      if (onVersion) onVersion(database, to);
      database.script("PRAGMA application_id = " + std::to_string(applicationId));
      database.script("PRAGMA user_version = " + std::to_string(to));
    }
    database.commit();
  } catch (const Failure&) {
    if (database.inTransaction()) database.script("ROLLBACK");
    throw;
  }
}

}  // namespace

std::span<const char* const> schemaVersions() {
  return versionList;
}

int schemaVersion(Database& database) {
  const auto version = static_cast<int>(database.number("PRAGMA user_version").value_or(0));
  const bool ours = database.number("PRAGMA application_id") == applicationId;
  const bool empty = database.number("SELECT count(*) FROM sqlite_schema") == 0;
  if (!ours && !empty) throw Failure("this file is a database of another program");
  return version;
}

void migrate(Database& database, std::span<const char* const> versions, const OnVersion& onVersion) {
  const int present = schemaVersion(database);
  refuseNewer(present, versions.size());
  for (std::size_t next = static_cast<std::size_t>(present); next < versions.size(); ++next) {
    upgrade(database, static_cast<int>(next + 1), versions[next], onVersion);
  }
}

void requireKnownSchema(Database& database) {
  const int present = schemaVersion(database);
  if (present == 0) throw Failure("this file is empty");
  refuseNewer(present, versionList.size());
}

void requireNewestSchema(Database& database) {
  const int present = schemaVersion(database);
  refuseNewer(present, versionList.size());
  if (static_cast<std::size_t>(present) < versionList.size()) {
    throw Failure("the database has schema " + std::to_string(present) + ": upgrade it first");
  }
}

}  // namespace senkoi::server::store::sqlite
