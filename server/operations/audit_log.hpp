// The audit log (S5, reliability 41): append-only by triggers, and each row's HMAC-SHA256 covers the row before it, so
// that a row changed, put in, moved or taken out is found. The keyed head says where the log ends, so that a cut end is
// found, too. Without the key, which is not in the database, nobody makes a chain or a head that holds. Whoever has an
// older copy of the database can set the whole of it back to that: a head kept outside, in the server's log or on
// paper, excludes this as well. Holds user IDs and network addresses, never a person's data.
#pragma once

#include "server/database/connection.hpp"
#include "server/operations/audit_report.hpp"
#include "server/operations/office_records.hpp"
#include "server/operations/row_hash.hpp"

namespace senkoi::server::store {

struct AuditLine {
  Instant at;
  const Actor& actor;
  std::string_view action, subject, detail;
};

// Where the next line goes. Normally the keyed head and the last row agree; where rows were cut off, the head is right,
// and the gap stays to be found. A head that is gone or forged is not made anew: the log goes on from its last row.
struct AuditEnd {
  AuditHead head;
  bool keyed = false;
};
AuditEnd auditEnd(Connection& database, const RowHash& keyed);
// Moves the end on. `keyed`: a hash that has taken the key in.
void appendAudit(Connection& database, RowHash keyed, AuditEnd& end, const AuditLine& line);
// The keyed head follows, once a transaction, before it is committed.
void keepAuditHead(Connection& database, const RowHash& keyed, const AuditEnd& end);
// Whether the row of the head is there and follows from the key.
bool isKeyedHead(const RowHash& keyed, const AuditHead& head, const Hash& code);

std::vector<AuditEntry> readAudit(Connection& database, std::int64_t after, std::size_t most);

// The entries sought, newest first. Reads the log from its end until it has found enough, which takes a while where
// there are few of them: not for the HTTP thread.
std::vector<AuditEntry> searchAudit(Connection& database, const AuditQuery& query);
// Its statement. $1 … $7: before, actor, action, subject, from, until, most.
const std::string& auditSearch();

// For those that walk the log row by row: its rows behind `after`, what a row's hash should be when it follows
// `before`, and what it is. `begun`: a hash that has taken the key in, or none.
Rows auditRows(Connection& database, std::int64_t after = 0);
Hash auditHash(const Rows& row, RowHash begun, const Hash& before);
Hash hashKept(const Rows& row);

// The log from its first row on, each row compared with what follows from the one before.
class AuditChain {
 public:
  AuditChain(Connection& database, const RowHash& keyed);

  bool next();  // false at the end, and at the first row that is not what it should be
  bool broken() const { return broken_; }
  const AuditHead& last() const { return last_; }  // the last sound row
  AuditEntry entry() const;                        // that row

 private:
  Rows rows_;
  RowHash keyed_;
  AuditHead last_;
  bool broken_ = false;
};

// Whether any row follows from this key, or from none, as in schema 1; true for an empty log.
bool isChainedBy(Connection& database, const AuditKey& key);

}  // namespace senkoi::server::store
