// A database and its key, the file FILE.key beside it where --key does not name another: without the key no member of
// staff logs in, no link in a letter leads anywhere and the audit log cannot be proved (R4, reliability 39, 41). Free
// functions for whoever starts; throw std::runtime_error or store::Failure with a sentence for the operator.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "server/accounts/secrets.hpp"
#include "server/base/configuration.hpp"
#include "server/database/sqlite/lock.hpp"
#include "server/operations/row_hash.hpp"

namespace senkoi::server {

struct KeyedDatabase {
  // Its key lies beside it.
  explicit KeyedDatabase(std::filesystem::path database) : file(std::move(database)), key(file) { key += ".key"; }
  explicit KeyedDatabase(const Configuration& configuration) : KeyedDatabase(configuration.database) {
    if (!configuration.key.empty()) key = configuration.key;
  }

  std::filesystem::path file, key;
};

// Before anything is made beside the file: throws, in words that name it, where its folder is missing.
void requireFolderOf(const std::filesystem::path& file);

// For commands that have nothing to do without one: throws where there is none, instead of making it.
void requireDatabase(const std::filesystem::path& database);

// Made at the first start; never for a database that already holds what only the lost key opens. Refused by name where
// the database is served with another (reliability 47).
accounts::ServerKey keyOf(const KeyedDatabase& database);

// The key of its audit log, which follows from that.
store::AuditKey auditKeyOf(const KeyedDatabase& database);

// The same refusal for a command that reads without a key. Nothing where no key lies there.
void refuseForeignKey(const KeyedDatabase& database);

// For a command that reads, or writes briefly beside a server. None where there is no database: the command says so.
std::optional<store::sqlite::DatabaseLock> lockForAsking(const std::filesystem::path& database,
                                                         std::string_view command);

// Neither may exist at `copy`. False: the database has no key yet.
bool backUpWithKey(const KeyedDatabase& database, const KeyedDatabase& copy);

// Puts both back, alone. False: `copy` has no key, and that of `database`, if there is one, is its key. A key that is
// the same already is left where it lies.
bool restoreWithKey(const KeyedDatabase& copy, const KeyedDatabase& database);

}  // namespace senkoi::server
