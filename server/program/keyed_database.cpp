#include "server/program/keyed_database.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <stdexcept>

#include "server/database/sqlite/engine.hpp"
#include "server/operations/open.hpp"

namespace senkoi::server {
namespace {

namespace fs = std::filesystem;
namespace sqlite = store::sqlite;

bool makeDurable(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool durable = ::fsync(descriptor) == 0;
  return ::close(descriptor) == 0 && durable;
}

bool written(const fs::path& file, const accounts::ServerKey& key) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) return false;
  const bool whole = ::write(descriptor, key.data(), key.size()) == static_cast<ssize_t>(key.size());
  return ::close(descriptor) == 0 && whole && makeDurable(file);
}

// Under another name first: a crash leaves a whole key or none.
void copyKey(const fs::path& from, const fs::path& to) {
  const accounts::ServerKey key = accounts::serverKey(from);
  const fs::path draft = fs::path{to} += ".part", folder = to.has_parent_path() ? to.parent_path() : fs::path{"."};
  std::error_code error;
  fs::remove(draft, error);
  const bool kept = written(draft, key);
  if (kept) fs::rename(draft, to, error);
  if (!kept || error || !makeDurable(folder)) throw std::runtime_error("cannot write the key " + to.string());
}

}  // namespace

void requireFolderOf(const fs::path& file) {
  if (file.has_parent_path() && !fs::is_directory(file.parent_path()))
    throw std::runtime_error("there is no folder " + file.parent_path().string() + " for " + file.filename().string());
}

namespace {

void requireKeyOf(const fs::path& database, const fs::path& file) {
  if (store::isServedWith(database, accounts::auditKey(accounts::serverKey(file)))) return;
  throw std::runtime_error(file.string() + " is not the key of " + database.string() +
                           ": put back the one that it was served with");
}

}  // namespace

void requireDatabase(const fs::path& database) {
  if (fs::is_regular_file(database)) return;
  throw std::runtime_error("there is no database " + database.string() +
                           ": name it with --database; `senkoi serve` makes a new one");
}

accounts::ServerKey keyOf(const KeyedDatabase& database) {
  const auto& [file, keyFile] = database;
  requireFolderOf(file);
  requireFolderOf(keyFile);
  if (fs::is_directory(file)) throw std::runtime_error(file.string() + " is a folder: --database names a file");
  if (!fs::exists(keyFile) && store::needsItsKey(file))
    throw std::runtime_error("the key " + keyFile.string() +
                             " is missing: put it back from where the database came from");
  const accounts::ServerKey key = accounts::serverKey(keyFile);
  requireKeyOf(file, keyFile);
  return key;
}

store::AuditKey auditKeyOf(const KeyedDatabase& database) {
  return accounts::auditKey(keyOf(database));
}

void refuseForeignKey(const KeyedDatabase& database) {
  if (fs::exists(database.key)) requireKeyOf(database.file, database.key);
}

std::optional<sqlite::DatabaseLock> lockForAsking(const fs::path& database, std::string_view command) {
  if (!fs::exists(database)) return std::nullopt;
  return std::optional<sqlite::DatabaseLock>(std::in_place, database, sqlite::DatabaseLock::Use::asking, command);
}

bool backUpWithKey(const KeyedDatabase& database, const KeyedDatabase& copy) {
  const auto lock = lockForAsking(database.file, "backup");
  const bool key = fs::exists(database.key);
  if (key && fs::exists(copy.key)) throw std::runtime_error(copy.key.string() + " exists already");
  requireFolderOf(copy.file);
  refuseForeignKey(database);
  sqlite::backUp(database.file, copy.file);
  if (key) copyKey(database.key, copy.key);
  return key;
}

bool restoreWithKey(const KeyedDatabase& copy, const KeyedDatabase& database) {
  if (!fs::exists(copy.file)) throw std::runtime_error("there is no database " + copy.file.string());
  requireFolderOf(database.file);
  const sqlite::DatabaseLock lock(database.file, sqlite::DatabaseLock::Use::replacing, "restore");
  const bool key = fs::exists(copy.key), known = fs::exists(database.key);
  // Sound and the right one, before anything is replaced.
  if (key || known) requireKeyOf(copy.file, key ? copy.key : database.key);
  sqlite::restore(copy.file, database.file);
  const bool same = key && known && accounts::serverKey(copy.key) == accounts::serverKey(database.key);
  if (key && !same) copyKey(copy.key, database.key);
  return key;
}

}  // namespace senkoi::server
