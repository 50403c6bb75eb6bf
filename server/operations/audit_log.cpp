#include "server/operations/audit_log.hpp"

#include <array>
#include <limits>

namespace senkoi::server::store {
namespace {

workflow::Who whoOf(std::string_view text) {
  for (std::size_t i = 0; i < workflow::whoNames.size(); ++i) {
    if (workflow::whoNames[i] == text) return static_cast<workflow::Who>(i);
  }
  return workflow::Who::system;
}

constexpr std::string_view columns = "number, at, who, actor, address, action, subject, detail, hash";

Hash hashOf(const Rows& row, RowHash hash, const Hash& before) {
  hash.add(before).add(row.integer(0)).add(row.integer(1));
  for (int column = 2; column <= 7; ++column) hash.add(row.text(column));
  return hash.end();
}

std::vector<AuditEntry> entriesOf(Rows rows) {
  std::vector<AuditEntry> entries;
  while (rows.next()) {
    entries.push_back({rows.integer(0),
                       rows.integer(1),
                       {whoOf(rows.text(2)), rows.string(3), rows.string(4)},
                       rows.string(5),
                       rows.string(6),
                       rows.string(7)});
  }
  return entries;
}

}  // namespace

AuditHead auditHead(Connection& database) {
  auto rows = database.query("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1");
  if (!rows.next()) return {};
  return {rows.integer(0), rows.hash(1)};
}

void appendAudit(Connection& database, RowHash keyed, AuditHead& head, const AuditLine& line) {
  const std::int64_t number = head.number + 1;
  const std::string_view who = name(line.actor.who);
  const Hash hash = keyed.add(head.hash)
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
  head = {number, hash};
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

namespace {

// Everything read until it ends is of one moment, whatever others append meanwhile.
class OneMoment {
 public:
  explicit OneMoment(Connection& database) : database_(database), mine_(!database.inTransaction()) {
    if (mine_) database_.beginReading();
  }
  ~OneMoment() {
    if (mine_) database_.rollBack();
  }
  OneMoment(const OneMoment&) = delete;
  OneMoment& operator=(const OneMoment&) = delete;

 private:
  Connection& database_;
  bool mine_;
};

std::optional<std::int64_t> firstBroken(Connection& database, const RowHash& begun) {
  static const std::string sql = "SELECT " + std::string{columns} + " FROM audit ORDER BY number";
  AuditHead before;
  auto rows = database.query(sql);
  while (rows.next()) {
    const Hash expected = hashOf(rows, begun, before.hash);
    if (rows.integer(0) != before.number + 1 || rows.hash(8) != expected) return before.number + 1;
    before = {rows.integer(0), expected};
  }
  // Rows cut off at the end leave no gap: the engine remembers the last number it gave.
  const auto given = database.number("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").value_or(0);
  if (given != before.number) return before.number + 1;
  return std::nullopt;
}

}  // namespace

std::optional<std::int64_t> firstBrokenAudit(Connection& database, const RowHash& keyed) {
  const OneMoment moment(database);
  return firstBroken(database, keyed);
}

std::optional<std::int64_t> firstUnkeyedFault(Connection& database) {
  return firstBroken(database, RowHash{});
}

std::optional<AuditHead> nextKeyed(Connection& database, const RowHash& keyed, const AuditHead& before) {
  static const std::string sql = "SELECT " + std::string{columns} + " FROM audit WHERE number = $1";
  auto rows = database.query(sql, before.number + 1);
  if (!rows.next()) return std::nullopt;
  return AuditHead{before.number + 1, hashOf(rows, keyed, before.hash)};
}

}  // namespace senkoi::server::store
