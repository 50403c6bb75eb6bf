// A durable batch of steps for the writer, and what a batch leaves behind for others.
#include "server/database/sqlite/migrations.hpp"
#include "server/operations/directing.hpp"
#include "server/operations/offices.hpp"
#include "server/operations/staff.hpp"

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
  database_.rollBack();
}

std::vector<CountChange> SqliteStore::takeCountChanges() {
  return std::exchange(changes_, {});
}

// The log holds earlier images of pages; it is emptied once no reader is in it, else after the next batch (42).
void SqliteStore::forgetEarlierPages() {
  forget_ = !database_.emptyLog();
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
