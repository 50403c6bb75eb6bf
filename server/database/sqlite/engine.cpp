#include "server/database/sqlite/engine.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <memory>

#include "server/database/sqlite/migrations.hpp"
#include "server/database/types.hpp"

namespace senkoi::server::store::sqlite {
namespace {

namespace fs = std::filesystem;
using Access = Database::Access;

fs::path beside(const fs::path& file, const char* suffix) {
  return fs::path{file} += suffix;
}

void requireFile(const fs::path& file) {
  if (!fs::is_regular_file(file)) throw Failure("there is no database " + file.string());
}

// Makes the content and the name of a new file survive a power cut.
void makeDurable(const fs::path& file) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path{"."};
  for (const fs::path& path : {file, folder}) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) throw Failure("cannot open " + path.string());
    const int result = ::fsync(descriptor);
    ::close(descriptor);
    if (result != 0) throw Failure("cannot make " + path.string() + " durable");
  }
}

void renameDurably(const fs::path& from, const fs::path& to) {
  makeDurable(from);
  std::error_code error;
  fs::rename(from, to, error);
  if (error) throw Failure("cannot put " + to.string() + " in place: " + error.message());
  makeDurable(to);
}

// Page by page, all of one moment; SQLite starts over by itself when a writer comes between.
void copyDatabase(Database& from, Database& to) {
  sqlite3_backup* const backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
  if (backup == nullptr) fail(to.handle(), "start the copy");
  const int result = sqlite3_backup_step(backup, -1);
  if (sqlite3_backup_finish(backup) != SQLITE_OK || result != SQLITE_DONE) fail(to.handle(), "copy the database");
}

std::string integrityOf(Database& database) {
  std::string found;
  auto rows = database.query("PRAGMA integrity_check");
  while (rows.next()) found.append(found.empty() ? "" : "\n").append(rows.text(0));
  return found;
}

void copyTo(const fs::path& file, const fs::path& copy) {
  Database from{file, Access::read};
  requireKnownSchema(from);
  Database to{copy, Access::write};
  copyDatabase(from, to);
  to.script("PRAGMA journal_mode = DELETE");  // one file, without a log beside it
  if (const std::string found = integrityOf(to); found != "ok") throw Failure("the copy is damaged: " + found);
}

void removeFile(const fs::path& file) {
  std::error_code error;
  fs::remove(file, error);
  if (error) throw Failure("cannot remove " + file.string() + ": " + error.message());
}

void removeWithLog(const fs::path& file) {
  for (const char* const suffix : {"", "-wal", "-shm", "-journal"}) removeFile(beside(file, suffix));
}

// Asks for the whole file: another process that has it open is in the way. A file too damaged to be asked is not
// served.
void refuseIfServed(const fs::path& file) {
  if (!fs::exists(file)) return;
  sqlite3* opened = nullptr;
  const int found = sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
  const std::unique_ptr<sqlite3, int (*)(sqlite3*)> present(opened, sqlite3_close_v2);
  if (found != SQLITE_OK) return;
  const int result = sqlite3_exec(opened, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
  if (result == SQLITE_BUSY || result == SQLITE_LOCKED) {
    throw Failure(file.string() + " is in use: stop the server first");
  }
}

}  // namespace

void backUp(const fs::path& file, const fs::path& copy) {
  requireFile(file);
  if (fs::exists(copy)) throw Failure(copy.string() + " exists already");
  const fs::path unfinished = beside(copy, ".part");
  removeWithLog(unfinished);
  try {
    copyTo(file, unfinished);
    renameDurably(unfinished, copy);
  } catch (...) {
    removeWithLog(unfinished);
    throw;
  }
}

void restore(const fs::path& copy, const fs::path& file) {
  requireFile(copy);
  const fs::path unfinished = beside(file, ".part");
  removeWithLog(unfinished);
  try {
    copyTo(copy, unfinished);
    refuseIfServed(file);
    for (const char* const suffix : {"-wal", "-shm", "-journal"}) removeFile(beside(file, suffix));
    renameDurably(unfinished, file);
  } catch (...) {
    removeWithLog(unfinished);
    throw;
  }
}

std::string integrity(const fs::path& file) {
  requireFile(file);
  Database database{file, Access::read};
  return integrityOf(database);
}

}  // namespace senkoi::server::store::sqlite
