// A durable batch of steps for the writer, and what a batch leaves behind for others.
#include <sqlite3.h>

#include "server/store/sqlite/directing.hpp"
#include "server/store/sqlite/migrations.hpp"
#include "server/store/sqlite/offices.hpp"
#include "server/store/sqlite/staff.hpp"

namespace senkoi::server::store::sqlite {

SqliteStore::SqliteStore(const std::filesystem::path& file, Database::Access access, const char* vfs,
                         const AuditKey& key)
    : database_(file, access, vfs),
      auditHash_(key),
      staff_(std::make_unique<SqliteStaff>(*this)),
      directors_(std::make_unique<SqliteDirectors>(*this)),
      offices_(std::make_unique<SqliteOffices>(*this)) {
  if (access == Database::Access::write) {
    migrateWithAudit(database_, key);
  } else {
    requireNewestSchema(database_);
  }
}

SqliteStore::~SqliteStore() = default;

StaffStore& SqliteStore::staff() {
  return *staff_;
}
DirectorStore& SqliteStore::directors() {
  return *directors_;
}
OfficeStore& SqliteStore::offices() {
  return *offices_;
}

void SqliteStore::startBatch() {
  database_.run("BEGIN IMMEDIATE");
  if (database_.number("PRAGMA data_version") != seenByOthers_) season_.reset();
}

void SqliteStore::startStep() {
  database_.run("SAVEPOINT step");
  changesAtStep_ = changes_.size();
}

void SqliteStore::keepStep() {
  database_.run("RELEASE step");
}

void SqliteStore::undoStep() {
  changes_.resize(changesAtStep_);
  season_.reset();
  auditHead_.reset();
  if (!database_.inTransaction()) throw Failure("the engine gave the whole batch up");  // disk full, I/O error
  database_.run("ROLLBACK TO step");
  database_.run("RELEASE step");
}

void SqliteStore::commitBatch() {
  database_.run("COMMIT");
  auditHead_.reset();  // from here on another process may write
  if (forget_) forgetEarlierPages();
}

void SqliteStore::undoBatch() noexcept {
  changes_.clear();
  season_.reset();
  auditHead_.reset();
  if (database_.inTransaction()) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

std::vector<CountChange> SqliteStore::takeCountChanges() {
  return std::exchange(changes_, {});
}

// The log holds earlier images of pages; it is emptied once no reader is in it, else after the next batch (42).
void SqliteStore::forgetEarlierPages() {
  sqlite3_busy_timeout(database_.handle(), 0);
  const int result =
      sqlite3_wal_checkpoint_v2(database_.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(database_.handle(), Database::waitForOthers);
  forget_ = result != SQLITE_OK;
}

void SqliteStore::note(Instant now, const Actor& actor, std::string_view action, std::string_view subject,
                       std::string_view detail) {
  if (!auditHead_) auditHead_ = auditHead(database_);
  appendAudit(database_, auditHash_, *auditHead_, {now, actor, action, subject, detail});
}

std::vector<AuditEntry> SqliteStore::audit(std::int64_t after, std::size_t most) {
  return readAudit(database_, after, most);
}

std::optional<std::int64_t> SqliteStore::firstBrokenAudit() {
  return sqlite::firstBrokenAudit(database_, auditHash_);
}

}  // namespace senkoi::server::store::sqlite
