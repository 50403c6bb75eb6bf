#include "server/database/sqlite/database.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <tuple>

#include "server/base/log.hpp"
#include "server/database/sqlite/log_cut.hpp"

namespace senkoi::server::store::sqlite {
namespace {

// Durable commits (reliability 36), deletions that leave no bytes behind (42), nothing trusted in the schema.
constexpr const char* writing =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; "
    "PRAGMA secure_delete = ON;"
    "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = "
    "4000;";
constexpr const char* reading =
    "PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768;";

// A connection belongs to one thread, so SQLite needs no locks of its own, nor statistics under one.
void configureOnce() {
  static const int done = [] {
    sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  }();
  static_cast<void>(done);
}

// Small allocations come from a block of the connection's own.
constexpr int lookasideSize = 512, lookasideCount = 500;

// People's data: for its owner's eyes alone. The log beside it gets the same rights from SQLite.
void createPrivate(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor >= 0) ::close(descriptor);  // else opening it says why
}

sqlite3_destructor_type keeping(Bound bound) {
  return bound == Bound::copied ? SQLITE_TRANSIENT : SQLITE_STATIC;
}

}  // namespace

void fail(sqlite3* database, std::string_view doing) {
  const char* const name = database == nullptr ? nullptr : sqlite3_db_filename(database, "main");
  const std::string file = name == nullptr || *name == '\0' ? "the database" : name;
  switch (database == nullptr ? SQLITE_NOMEM : sqlite3_errcode(database) & 0xFF) {
    case SQLITE_NOTADB:
      throw Failure(file + " is no database, or its beginning is damaged");
    case SQLITE_CORRUPT:
      throw Failure(file + " is damaged: take the newest backup that is sound");
    default:
      std::string text{doing};
      throw Failure(text.append(": ").append(database == nullptr ? "out of memory" : sqlite3_errmsg(database)));
  }
}

void Database::Closer::operator()(sqlite3* database) const noexcept {
  sqlite3_close_v2(database);
}

Database::Database(const std::filesystem::path& file, Access access, const char* vfs) {
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (access == Access::write ? SQLITE_OPEN_CREATE : 0);
  configureOnce();
  if (access == Access::write) createPrivate(file);
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(file.c_str(), &opened, flags, vfs);
  handle_.reset(opened);
  if (result != SQLITE_OK) fail(opened, "open " + file.string());
  sqlite3_extended_result_codes(opened, 1);
  sqlite3_busy_timeout(opened, waitForOthers);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_LOOKASIDE, nullptr, lookasideSize, lookasideCount);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  script(access == Access::write ? writing : reading);
}

Statement& Database::prepared(std::string_view sql) {
  const auto known = statements_.find(sql);
  if (known != statements_.end()) return known->second;
  return statements_.emplace(std::piecewise_construct, std::forward_as_tuple(sql), std::forward_as_tuple(handle(), sql))
      .first->second;
}

void Database::script(const std::string& sql) {
  if (sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    fail(handle(), std::string_view{sql}.substr(0, 60));
  }
}

void Database::beginWriting() {
  if (logInDoubt_ && !recoverLog()) throw Failure("the disk does not confirm writes: nothing is written until it does");
  run("BEGIN IMMEDIATE");
}

void Database::beginReading() {
  run("BEGIN");
}

void Database::commit() {
  try {
    run("COMMIT");
  } catch (const Failure&) {
    rollBack();
    recoverLog();
    throw;
  }
}

// After a failed sync the state of the log is not known: it is cut to what is known to be there, and nothing more is
// written before a sync has succeeded.
bool Database::recoverLog() {
  const LogCut result = cutLog(handle());
  if (result == LogCut::failed) {
    log::error("log_not_cut", {{"why", "a refused write could come back: the process ends unanswered"}});
    std::_Exit(EXIT_FAILURE);
  }
  logInDoubt_ = result != LogCut::durable;
  return !logInDoubt_;
}

void Database::savepoint() {
  run("SAVEPOINT step");
}

void Database::releaseSavepoint() {
  run("RELEASE step");
}

void Database::rollBackToSavepoint() {
  run("ROLLBACK TO step");
  run("RELEASE step");
}

std::int64_t Database::othersCommits() {
  return number("PRAGMA data_version").value_or(-1);
}

bool Database::inTransaction() const {
  return sqlite3_get_autocommit(handle()) == 0;
}

void Database::rollBack() noexcept {
  if (inTransaction()) sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

bool Database::eraseDeleted() {
  sqlite3_busy_timeout(handle(), 0);
  const int result = sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(handle(), waitForOthers);
  return result == SQLITE_OK;
}

PreparedStatement::PreparedStatement(sqlite3* database, std::string_view sql) : database_(database) {
  const int size = static_cast<int>(sql.size());
  if (sqlite3_prepare_v3(database, sql.data(), size, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr) != SQLITE_OK) {
    fail(database, sql);
  }
  const int count = sqlite3_bind_parameter_count(statement_);
  for (int i = 1; i <= count; ++i) {
    positions_.push_back(sqlite3_bind_parameter_index(statement_, ("$" + std::to_string(i)).c_str()));
  }
}

PreparedStatement::~PreparedStatement() {
  sqlite3_finalize(statement_);
}

void PreparedStatement::start(Bound bound) {
  if (inUse_) throw Failure("a statement was run inside its own rows");
  bound_ = bound;
  next_ = 0;
  inUse_ = true;
}

void PreparedStatement::end() noexcept {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  inUse_ = false;
}

int PreparedStatement::position() {
  if (next_ >= positions_.size()) throw Failure("more values than parameters");
  return positions_[next_++];
}

void PreparedStatement::bindNull() {
  sqlite3_bind_null(statement_, position());
}

void PreparedStatement::bindInteger(std::int64_t value) {
  sqlite3_bind_int64(statement_, position(), value);
}

void PreparedStatement::bindText(std::string_view value) {
  const char* const data = value.data() == nullptr ? "" : value.data();
  if (sqlite3_bind_text64(statement_, position(), data, value.size(), keeping(bound_), SQLITE_UTF8) != SQLITE_OK) {
    fail(database_, "bind a text");
  }
}

void PreparedStatement::bindBlob(Blob value) {
  if (sqlite3_bind_blob64(statement_, position(), value.data(), value.size(), keeping(bound_)) != SQLITE_OK) {
    fail(database_, "bind a blob");
  }
}

bool PreparedStatement::next() {
  switch (sqlite3_step(statement_)) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      fail(database_, sqlite3_sql(statement_));
  }
}

bool PreparedStatement::null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t PreparedStatement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string_view PreparedStatement::text(int column) const {
  const auto* const data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Blob PreparedStatement::blob(int column) const {
  const auto* const data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
  return {data, data == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::int64_t PreparedStatement::changed() const {
  return sqlite3_changes64(database_);
}

}  // namespace senkoi::server::store::sqlite
