// Brings a database to the newest schema, one numbered version after the other, each in a transaction of its own: an
// interrupted upgrade goes on where it stopped (reliability 40). A schema newer than this program is refused.
#pragma once

#include <functional>
#include <span>

#include "server/database/sqlite/database.hpp"

namespace senkoi::server::store::sqlite {

// The versions in order: the first makes an empty file a database of version 1.
std::span<const char* const> schemaVersions();

// The version of the database's schema; 0 for an empty file. Failure for a file of another program.
int schemaVersion(Database& database);

// What SQL cannot do of a step to `version`; runs within its transaction, behind its SQL.
using OnVersion = std::function<void(Database&, int version)>;

// Failure leaves the last version that was reached.
void migrate(Database& database, std::span<const char* const> versions = schemaVersions(),
             const OnVersion& onVersion = {});

// Failure for a file that is not, or is newer than, a database of this program: any other can be upgraded.
void requireKnownSchema(Database& database);

// Failure unless the schema is exactly this program's: for connections that don't migrate.
void requireNewestSchema(Database& database);

}  // namespace senkoi::server::store::sqlite
