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

fs::path keyFileOf(const fs::path& database) {
  return fs::path{database} += ".key";
}

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

accounts::ServerKey keyOf(const fs::path& database) {
  requireFolderOf(database);
  if (fs::is_directory(database)) throw std::runtime_error(database.string() + " is a folder: --database names a file");
  const fs::path file = keyFileOf(database);
  if (!fs::exists(file) && store::needsItsKey(database))
    throw std::runtime_error("the key " + file.string() + " is missing: put it back from where the database came from");
  const accounts::ServerKey key = accounts::serverKey(file);
  requireKeyOf(database, file);
  return key;
}

void refuseForeignKey(const fs::path& database) {
  if (fs::exists(keyFileOf(database))) requireKeyOf(database, keyFileOf(database));
}

std::optional<sqlite::DatabaseLock> lockForAsking(const fs::path& database, std::string_view command) {
  if (!fs::exists(database)) return std::nullopt;
  return std::optional<sqlite::DatabaseLock>(std::in_place, database, sqlite::DatabaseLock::Use::asking, command);
}

bool backUpWithKey(const fs::path& database, const fs::path& copy) {
  const auto lock = lockForAsking(database, "backup");
  const fs::path from = keyFileOf(database), to = keyFileOf(copy);
  const bool key = fs::exists(from);
  if (key && fs::exists(to)) throw std::runtime_error(to.string() + " exists already");
  requireFolderOf(copy);
  refuseForeignKey(database);
  sqlite::backUp(database, copy);
  if (key) copyKey(from, to);
  return key;
}

bool restoreWithKey(const fs::path& copy, const fs::path& database) {
  if (!fs::exists(copy)) throw std::runtime_error("there is no database " + copy.string());
  requireFolderOf(database);
  const sqlite::DatabaseLock lock(database, sqlite::DatabaseLock::Use::replacing, "restore");
  const fs::path from = keyFileOf(copy), to = keyFileOf(database);
  const bool key = fs::exists(from);
  // Sound and the right one, before anything is replaced.
  if (key || fs::exists(to)) requireKeyOf(copy, key ? from : to);
  sqlite::restore(copy, database);
  if (key) copyKey(from, to);
  return key;
}

}  // namespace senkoi::server
