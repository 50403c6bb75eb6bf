// A durable batch of steps for the writer, and what a batch leaves behind for others.
#include "server/operations/audit_verify.hpp"
#include "server/operations/director_store.hpp"
#include "server/operations/import_store.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/seat_store.hpp"
#include "server/operations/staff_store.hpp"

namespace senkoi::server::store {

Store::Store(std::unique_ptr<Connection> connection, const AuditKey& key)
    : connection_(std::move(connection)),
      database_(*connection_),
      auditHash_(key),
      staff_(std::make_unique<StaffStore>(*this)),
      directors_(std::make_unique<DirectorStore>(*this)),
      offices_(std::make_unique<OfficeStore>(*this)),
      imports_(std::make_unique<ImportStore>(*this)),
      seats_(std::make_unique<SeatStore>(*this)) {}

Store::~Store() = default;

StaffStore& Store::staff() {
  return *staff_;
}
DirectorStore& Store::directors() {
  return *directors_;
}
OfficeStore& Store::offices() {
  return *offices_;
}
ImportStore& Store::imports() {
  return *imports_;
}
SeatStore& Store::seats() {
  return *seats_;
}

void Store::startBatch() {
  database_.beginWriting();
  startLook();
}

void Store::startLook() {
  if (database_.othersCommits() != seenByOthers_) season_.reset();
}

void Store::savepoint() {
  database_.savepoint();
  changesAtStep_ = changes_.size();
  auditEndAtStep_ = auditEnd_;
}

void Store::releaseSavepoint() {
  database_.releaseSavepoint();
}

void Store::rollbackToSavepoint() {
  changes_.resize(changesAtStep_);
  season_.reset();
  auditEnd_ = auditEndAtStep_;
  if (!database_.inTransaction()) throw Failure("the engine gave the whole batch up");  // disk full, I/O error
  database_.rollBackToSavepoint();
}

void Store::commitBatch() {
  if (auditEnd_) keepAuditHead(database_, auditHash_, *auditEnd_);
  database_.commit();
  auditEnd_.reset();  // from here on another process may write
  if (forget_) forgetEarlierPages();
}

void Store::undoBatch() noexcept {
  changes_.clear();
  season_.reset();
  auditEnd_.reset();
  database_.rollBack();
}

std::vector<CountChange> Store::takeCountChanges() {
  return std::exchange(changes_, {});
}

void Store::proveWritable() {
  const Hash none{};  // no link's: theirs are hashes
  database_.run(
      "INSERT INTO registration_link (token, mail, field, language, requested_at) VALUES ($1, '', 1, 'ja', 0)", none);
  database_.run("DELETE FROM registration_link WHERE token = $1", none);
}

// The log holds earlier images of pages; it is emptied once no reader is in it, else after the next batch (42).
void Store::forgetEarlierPages() {
  forget_ = !database_.eraseDeleted();
}

void Store::appendAudit(Instant now, const Actor& actor, std::string_view action, std::string_view subject,
                        std::string_view detail) {
  if (!auditEnd_) auditEnd_ = auditEnd(database_, auditHash_);
  store::appendAudit(database_, auditHash_, *auditEnd_, {now, actor, action, subject, detail});
  if (database_.inTransaction()) return;
  keepAuditHead(database_, auditHash_, *auditEnd_);
  auditEnd_.reset();
}

std::vector<AuditEntry> Store::audit(std::int64_t after, std::size_t most) {
  return readAudit(database_, after, most);
}

AuditHead Store::auditHead() {
  return auditEnd(database_, auditHash_).head;
}

AuditReport Store::verifyAudit(std::span<const AuditHead> kept) {
  return store::verifyAudit(database_, auditHash_, kept);
}

std::string Store::holdMark(std::int64_t application, std::string_view reason, std::string_view owner) const {
  return store::holdMark(auditHash_, application, reason, owner);
}

}  // namespace senkoi::server::store
