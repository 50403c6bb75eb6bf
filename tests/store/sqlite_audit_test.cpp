// The audit log only grows, and any change to it is found (S5, reliability 41).
#include <sqlite3.h>

#include "server/store/sqlite/database.hpp"
#include "server/store/sqlite/engine.hpp"
#include "server/store/sqlite/sqlite_store.hpp"
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
  std::unique_ptr<Store> store = sqlite::openWriting(folder / "senkoi.db");
};

TEST_F(SqliteAudit, S5_AnUntouchedChainHolds) {
  EXPECT_EQ(store->audit(0, 100).size(), 5u);
  EXPECT_EQ(store->audit(3, 100).size(), 2u);
  EXPECT_EQ(store->audit(0, 2).size(), 2u);
  EXPECT_EQ(store->firstBrokenAudit(), std::nullopt);
}

TEST_F(SqliteAudit, S5_AnEntryAppendedWhileTheChainIsReadIsNoFault) {
  sqlite::SqliteStore reader{folder / "senkoi.db", Database::Access::read};
  const auto append = [](void* writer) {
    static_cast<Store*>(writer)->requestRecovery("b@example.jp", Language::ja, hash(1), hash(9), opens, {});
    return 0;
  };
  sqlite3_progress_handler(reader.database().handle(), 20, append, store.get());
  EXPECT_EQ(reader.firstBrokenAudit(), std::nullopt);
  sqlite3_progress_handler(reader.database().handle(), 0, nullptr, nullptr);
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
    EXPECT_EQ(sqlite::openReading(copy)->firstBrokenAudit(), 3) << column;
  }
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

}  // namespace
}  // namespace senkoi::tests
