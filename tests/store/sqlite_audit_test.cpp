// The audit log only grows, and any change to it is found (S5, reliability 41).
#include <sqlite3.h>

#include "server/database/sqlite/database.hpp"
#include "server/database/sqlite/engine.hpp"
#include "server/database/sqlite/migrations.hpp"
#include "server/operations/key_check.hpp"
#include "server/operations/open.hpp"
#include "server/operations/store.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;
using sqlite::Database;

class SqliteAudit : public testing::Test {
 protected:
  SqliteAudit() {
    for (int i = 0; i < 5; ++i) {
      store->requestRegistration("a@example.jp", internalMedicine, Language::ja, hash(1),
                                 hash(100 + static_cast<std::uint64_t>(i)), opens + i, {});
    }
  }
  void tamper(const std::string& sql) {
    Database other{folder / "senkoi.db", Database::Access::write};
    other.script("DROP TRIGGER audit_stays; DROP TRIGGER audit_unchanged;" + sql);
  }
  ScratchFolder folder;
  std::unique_ptr<Store> store = openWriting(folder / "senkoi.db");
};

TEST_F(SqliteAudit, S5_AnUntouchedChainHolds) {
  EXPECT_EQ(store->audit(0, 100).size(), 5u);
  EXPECT_EQ(store->audit(3, 100).size(), 2u);
  EXPECT_EQ(store->audit(0, 2).size(), 2u);
  EXPECT_EQ(store->firstBrokenAudit(), std::nullopt);
}

TEST_F(SqliteAudit, S5_AnEntryAppendedWhileTheChainIsReadIsNoFault) {
  auto connection = std::make_unique<Database>(folder / "senkoi.db", Database::Access::read);
  sqlite3* const handle = connection->handle();
  Store reader{std::move(connection)};
  const auto append = [](void* writer) {
    static_cast<Store*>(writer)->requestRecovery("b@example.jp", Language::ja, hash(1), hash(9), opens, {});
    return 0;
  };
  sqlite3_progress_handler(handle, 20, append, store.get());
  EXPECT_EQ(reader.firstBrokenAudit(), std::nullopt);
  sqlite3_progress_handler(handle, 0, nullptr, nullptr);
  EXPECT_GT(store->audit(0, 100).size(), 5u);
  EXPECT_EQ(reader.firstBrokenAudit(), std::nullopt);
}

TEST_F(SqliteAudit, Reliability41_RowsAreNeitherChangedNorDeletedNorReplaced) {
  Database other{folder / "senkoi.db", Database::Access::write};
  EXPECT_THROW(other.script("UPDATE audit SET detail = 'x' WHERE number = 2"), Failure);
  EXPECT_THROW(other.script("DELETE FROM audit WHERE number = 2"), Failure);
  EXPECT_THROW(
      other.script("INSERT OR REPLACE INTO audit SELECT number, at, who, 'x', address, action, subject, detail,"
                   " hash FROM audit WHERE number = 2"),
      Failure);
  EXPECT_EQ(store->firstBrokenAudit(), std::nullopt);
}

TEST_F(SqliteAudit, Reliability41_AChangedRowIsFound) {
  for (const char* const column : {"at = at + 1", "who = 'office'", "actor = 'x'", "address = 'x'", "action = 'x'",
                                   "subject = 'x'", "detail = 'x'", "hash = zeroblob(32)"}) {
    const ScratchFolder other;
    const std::filesystem::path copy = other / "copy.db";
    sqlite::backUp(folder / "senkoi.db", copy);
    Database tampered{copy, Database::Access::write};
    tampered.script("DROP TRIGGER audit_unchanged; UPDATE audit SET " + std::string{column} + " WHERE number = 3");
    EXPECT_EQ(openReading(copy)->firstBrokenAudit(), 3) << column;
  }
}

TEST_F(SqliteAudit, S5_ASearchReadsTheLogFromItsEndAndSortsNothing) {
  Database database{folder / "senkoi.db", Database::Access::read};
  auto rows = database.query("EXPLAIN QUERY PLAN " + auditSearch(), 9, "7", "", "", 0, 0, 100);
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.string(3), "SEARCH audit USING INTEGER PRIMARY KEY (rowid<?)");
  EXPECT_FALSE(rows.next()) << rows.string(3);
}

TEST_F(SqliteAudit, Reliability41_ARemovedRowIsFound) {
  tamper("DELETE FROM audit WHERE number = 2");
  EXPECT_EQ(store->firstBrokenAudit(), 2);
}

TEST_F(SqliteAudit, Reliability41_ACutTailIsFound) {
  tamper("DELETE FROM audit WHERE number >= 4");
  EXPECT_EQ(store->firstBrokenAudit(), 4);
}

TEST_F(SqliteAudit, Reliability41_AnInsertedRowIsFound) {
  tamper(
      "INSERT INTO audit SELECT 6, at, who, actor, address, action, subject, detail, hash FROM audit WHERE number = 5");
  EXPECT_EQ(store->firstBrokenAudit(), 6);
}

TEST_F(SqliteAudit, Reliability41_TwoRowsSwappedAreFound) {
  tamper(
      "UPDATE audit SET number = 60 WHERE number = 2; UPDATE audit SET number = 2 WHERE number = 3;"
      "UPDATE audit SET number = 3 WHERE number = 60");
  EXPECT_EQ(store->firstBrokenAudit(), 2);
}

constexpr AuditKey ours{7, 8, 9}, another{1};

void requestLinks(Store& store, int from, int until) {
  for (int i = from; i < until; ++i) {
    store.requestRegistration("a@example.jp", internalMedicine, Language::ja, hash(1),
                              hash(200 + static_cast<std::uint64_t>(i)), opens + i, {});
  }
}

TEST_F(SqliteAudit, Reliability41_TheChainHoldsForItsKeyAlone) {
  const std::filesystem::path file = folder / "keyed.db";
  requestLinks(*openWriting(file, ours), 0, 3);
  EXPECT_EQ(openReading(file, ours)->firstBrokenAudit(), std::nullopt);
  EXPECT_EQ(openReading(file, another)->firstBrokenAudit(), 1);
}

TEST_F(SqliteAudit, Reliability41_WhoHasTheDatabaseAloneCannotRewriteIt) {
  const std::filesystem::path file = folder / "keyed.db";
  requestLinks(*openWriting(file, ours), 0, 4);
  // The best forgery: the tail is taken away, and put in anew by the program itself, with another key.
  {
    Database other{file, Database::Access::write};
    other.script(
        "DROP TRIGGER audit_stays; DELETE FROM audit WHERE number >= 3;"
        "UPDATE sqlite_sequence SET seq = 2 WHERE name = 'audit'; DELETE FROM key_check");
    keepKeyCheck(other, another);
  }
  requestLinks(*openWriting(file, another), 10, 12);
  EXPECT_EQ(openReading(file, ours)->firstBrokenAudit(), 3);
}

// A database of schema 1 as the program of that time left it: SHA-256 over the hash before and the row, no key.
void makeSchemaOne(const std::filesystem::path& file) {
  Database database{file, Database::Access::write};
  sqlite::migrate(database, sqlite::schemaVersions().first(1));
  database.script(
      "INSERT INTO audit VALUES (1, 5, 'system', '', '', 'first', '', '',"
      " x'30fefc37afb452b159a3d318cde36213f469aeb1f0e45916c48e2a92fb0cdcb8');"
      "INSERT INTO audit VALUES (2, 6, 'applicant', '0100000017', '192.0.2.1', 'second', '0100000017', 'x',"
      " x'63a298abd2bf148c52cf2a6b2b034a76610a5e4f9d2ae67a6f8719485a430f93')");
}

TEST_F(SqliteAudit, Reliability40_AChainOfSchemaOneIsKeyedAsItIsUpgraded) {
  const std::filesystem::path file = folder / "one.db";
  makeSchemaOne(file);
  requestLinks(*openWriting(file, ours), 0, 1);
  EXPECT_EQ(openReading(file, ours)->audit(0, 10).size(), 3u);
  EXPECT_EQ(openReading(file, ours)->firstBrokenAudit(), std::nullopt);
  Database other{file, Database::Access::write};
  EXPECT_THROW(other.script("UPDATE audit SET detail = 'x' WHERE number = 2"), Failure) << "append-only as before";
}

TEST_F(SqliteAudit, Reliability41_AForgedChainOfSchemaOneGetsNoKey) {
  const std::filesystem::path file = folder / "one.db";
  makeSchemaOne(file);
  {
    Database{file, Database::Access::write}.script(
        "DROP TRIGGER audit_unchanged; UPDATE audit SET detail = 'y'"
        " WHERE number = 2; CREATE TRIGGER audit_unchanged BEFORE UPDATE ON"
        " audit BEGIN SELECT RAISE(ABORT, 'no'); END");
  }
  EXPECT_EQ(upgrade(file, ours).from, 1);
  EXPECT_NE(openReading(file, ours)->firstBrokenAudit(), std::nullopt);
}

}  // namespace
}  // namespace senkoi::tests
