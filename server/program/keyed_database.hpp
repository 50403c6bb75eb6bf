// A database and its key, the file FILE.key beside it: without the key no member of staff logs in, no link in a letter
// leads anywhere and the audit log cannot be proved (R4, reliability 39, 41). Free functions for whoever starts; throw
// std::runtime_error or store::Failure with a sentence for the operator.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "server/accounts/secrets.hpp"
#include "server/database/sqlite/lock.hpp"

namespace senkoi::server {

// Before anything is made beside the file: throws, in words that name it, where its folder is missing.
void requireFolderOf(const std::filesystem::path& file);

// For commands that have nothing to do without one: throws where there is none, instead of making it.
void requireDatabase(const std::filesystem::path& database);

// Made at the first start; never for a database that already holds what only the lost key opens. Refused by name where
// the database is served with another (reliability 47).
accounts::ServerKey keyOf(const std::filesystem::path& database);

// The same refusal for a command that reads without a key. Nothing where no key lies there.
void refuseForeignKey(const std::filesystem::path& database);

// For a command that reads, or writes briefly beside a server. None where there is no database: the command says so.
std::optional<store::sqlite::DatabaseLock> lockForAsking(const std::filesystem::path& database,
                                                         std::string_view command);

// The database and its key, each of which must not exist at `copy`. False: the database has no key yet.
bool backUpWithKey(const std::filesystem::path& database, const std::filesystem::path& copy);

// Puts both back, alone. False: no key lies beside `copy`, and the one beside `database`, if there is one, is its key.
bool restoreWithKey(const std::filesystem::path& copy, const std::filesystem::path& database);

}  // namespace senkoi::server
