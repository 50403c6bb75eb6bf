#include "server/store/sqlite/audit_log.hpp"

#include <sodium.h>
#include <sqlite3.h>

#include <array>

namespace senkoi::server::store::sqlite {
namespace {

constexpr std::array<std::string_view, 4> whoKeys{"applicant", "director", "office", "system"};

std::string_view key(workflow::Who who) {
  return whoKeys.at(static_cast<std::size_t>(who));
}

workflow::Who whoOf(std::string_view text) {
  for (std::size_t i = 0; i < whoKeys.size(); ++i) {
    if (whoKeys[i] == text) return static_cast<workflow::Who>(i);
  }
  return workflow::Who::system;
}

// Texts go in with their lengths, so that no two rows give the same bytes.
class RowHash {
 public:
  explicit RowHash(const Hash& before) {
    crypto_hash_sha256_init(&state_);
    crypto_hash_sha256_update(&state_, before.data(), before.size());
  }
  RowHash& add(std::int64_t value) {
    std::array<std::uint8_t, 8> bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(value >> (8 * i));
    crypto_hash_sha256_update(&state_, bytes.data(), bytes.size());
    return *this;
  }
  RowHash& add(std::string_view text) {
    add(static_cast<std::int64_t>(text.size()));
    crypto_hash_sha256_update(&state_, reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    return *this;
  }
  Hash end() {
    Hash made;
    crypto_hash_sha256_final(&state_, made.data());
    return made;
  }

 private:
  crypto_hash_sha256_state state_;
};

struct Head {
  std::int64_t number = 0;
  Hash hash{};
};

Head head(Database& database) {
  auto rows = database.query("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1");
  if (!rows.next()) return {};
  return {rows.integer(0), rows.hash(1)};
}

constexpr std::string_view columns = "number, at, who, actor, address, action, subject, detail, hash";

Hash hashOf(const Rows& row, const Hash& before) {
  RowHash hash{before};
  hash.add(row.integer(0)).add(row.integer(1));
  for (int column = 2; column <= 7; ++column) hash.add(row.text(column));
  return hash.end();
}

}  // namespace

void appendAudit(Database& database, const AuditLine& line) {
  const Head last = head(database);
  const std::int64_t number = last.number + 1;
  const std::string_view who = key(line.actor.who);
  const Hash hash = RowHash{last.hash}
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
}

std::vector<AuditEntry> readAudit(Database& database, std::int64_t after, std::size_t most) {
  static const std::string sql =
      "SELECT " + std::string{columns} + " FROM audit WHERE number > $1 ORDER BY number LIMIT $2";
  std::vector<AuditEntry> entries;
  auto rows = database.query(sql, after, most);
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

namespace {

// Everything read until it ends is of one moment, whatever others append meanwhile.
class OneMoment {
 public:
  explicit OneMoment(Database& database) : database_(database), mine_(!database.inTransaction()) {
    if (mine_) database_.run("BEGIN");
  }
  ~OneMoment() {
    if (mine_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
  OneMoment(const OneMoment&) = delete;
  OneMoment& operator=(const OneMoment&) = delete;

 private:
  Database& database_;
  bool mine_;
};

}  // namespace

std::optional<std::int64_t> firstBrokenAudit(Database& database) {
  const OneMoment moment(database);
  static const std::string sql = "SELECT " + std::string{columns} + " FROM audit ORDER BY number";
  Head before;
  auto rows = database.query(sql);
  while (rows.next()) {
    const Hash expected = hashOf(rows, before.hash);
    if (rows.integer(0) != before.number + 1 || rows.hash(8) != expected) return before.number + 1;
    before = {rows.integer(0), expected};
  }
  // Rows cut off at the end leave no gap: the engine remembers the last number it gave.
  const auto given = database.number("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").value_or(0);
  if (given != before.number) return before.number + 1;
  return std::nullopt;
}

}  // namespace senkoi::server::store::sqlite
