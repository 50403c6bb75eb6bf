#include "server/operations/audit_log.hpp"

#include <sodium.h>

#include <limits>

namespace senkoi::server::store {
namespace {

workflow::ActorKind whoOf(std::string_view text) {
  for (std::size_t i = 0; i < workflow::whoNames.size(); ++i) {
    if (workflow::whoNames[i] == text) return static_cast<workflow::ActorKind>(i);
  }
  return workflow::ActorKind::system;
}

constexpr std::string_view columns = "number, at, who, actor, address, action, subject, detail, hash";

constexpr int firstText = 2, lastText = 7, hashColumn = 8;

AuditEntry entryOf(const Rows& row) {
  return {row.integer(0), row.integer(1), {whoOf(row.text(2)), row.string(3), row.string(4)},
          row.string(5),  row.string(6),  row.string(7)};
}

std::vector<AuditEntry> entriesOf(Rows rows) {
  std::vector<AuditEntry> entries;
  while (rows.next()) entries.push_back(entryOf(rows));
  return entries;
}

AuditHead lastRow(Connection& database) {
  auto rows = database.query("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1");
  if (!rows.next()) return {};
  return {rows.integer(0), rows.hash(1)};
}

Hash codeOf(RowHash keyed, const AuditHead& head) {
  return keyed.add("audit head").add(head.number).add(head.hash).end();
}

}  // namespace

Rows auditRows(Connection& database, std::int64_t after) {
  static const std::string sql = "SELECT " + std::string{columns} + " FROM audit WHERE number > $1 ORDER BY number";
  return database.query(sql, after);
}

Hash auditHash(const Rows& row, RowHash begun, const Hash& before) {
  begun.add(before).add(row.integer(0)).add(row.integer(1));
  for (int column = firstText; column <= lastText; ++column) begun.add(row.text(column));
  return begun.end();
}

Hash hashKept(const Rows& row) {
  return row.hash(hashColumn);
}

bool isKeyedHead(const RowHash& keyed, const AuditHead& head, const Hash& code) {
  return sodium_memcmp(codeOf(keyed, head).data(), code.data(), code.size()) == 0;
}

AuditEnd auditEnd(Connection& database, const RowHash& keyed) {
  const AuditHead last = lastRow(database);
  auto rows = database.query("SELECT number, hash, code FROM audit_head");
  if (!rows.next()) return {last, false};
  const AuditHead head{rows.integer(0), rows.hash(1)};
  const bool agrees = head.number > last.number || (head.number == last.number && head.hash == last.hash);
  if (!agrees || !isKeyedHead(keyed, head, rows.hash(2))) return {last, false};
  return {head, true};
}

void keepAuditHead(Connection& database, const RowHash& keyed, const AuditEnd& end) {
  if (!end.keyed) return;
  database.run("UPDATE audit_head SET number = $1, hash = $2, code = $3", end.head.number, end.head.hash,
               codeOf(keyed, end.head));
}

void appendAudit(Connection& database, RowHash keyed, AuditEnd& end, const AuditLine& line) {
  const std::int64_t number = end.head.number + 1;
  const std::string_view who = name(line.actor.who);
  const Hash hash = keyed.add(end.head.hash)
                        .add(number)
                        .add(line.at)
                        .add(who)
                        .add(line.actor.id)
                        .add(line.actor.address)
                        .add(line.action)
                        .add(line.subject)
                        .add(line.detail)
                        .end();
  database.run(
      "INSERT INTO audit (number, at, who, actor, address, action, subject, detail, hash)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      number, line.at, who, line.actor.id, line.actor.address, line.action, line.subject, line.detail, hash);
  end.head = {number, hash};
}

std::vector<AuditEntry> readAudit(Connection& database, std::int64_t after, std::size_t most) {
  static const std::string sql =
      "SELECT " + std::string{columns} + " FROM audit WHERE number > $1 ORDER BY number LIMIT $2";
  return entriesOf(database.query(sql, after, most));
}

std::vector<AuditEntry> searchAudit(Connection& database, const AuditQuery& query) {
  const auto before = query.before == 0 ? std::numeric_limits<std::int64_t>::max() : query.before;
  return entriesOf(database.query(auditSearch(), before, query.actor, query.action, query.subject, query.from,
                                  query.until, query.most));
}

const std::string& auditSearch() {
  static const std::string sql =
      "SELECT " + std::string{columns} +
      " FROM audit WHERE number < $1 AND ($2 = '' OR actor = $2) AND ($3 = '' OR action = $3)"
      " AND ($4 = '' OR subject = $4) AND ($5 = 0 OR at >= $5) AND ($6 = 0 OR at < $6)"
      " ORDER BY number DESC LIMIT $7";
  return sql;
}

AuditChain::AuditChain(Connection& database, const RowHash& keyed) : rows_(auditRows(database)), keyed_(keyed) {}

bool AuditChain::next() {
  if (broken_ || !rows_.next()) return false;
  const Hash expected = auditHash(rows_, keyed_, last_.hash);
  broken_ = rows_.integer(0) != last_.number + 1 || hashKept(rows_) != expected;
  if (!broken_) last_ = {rows_.integer(0), expected};
  return !broken_;
}

AuditEntry AuditChain::entry() const {
  return entryOf(rows_);
}

bool isChainedBy(Connection& database, const AuditKey& key) {
  const RowHash keyed{key}, plain;
  Hash before{};
  bool any = false;
  auto rows = auditRows(database);
  for (; rows.next(); before = hashKept(rows)) {
    any = true;
    if (auditHash(rows, keyed, before) == hashKept(rows) || auditHash(rows, plain, before) == hashKept(rows))
      return true;
  }
  return !any;
}

}  // namespace senkoi::server::store
