// The keyed head of the audit log: a cut end is found whatever else is set back with it (reliability 41), and the key
// of a database is no other's (47).
#include <fstream>

#include "server/database/sqlite/database.hpp"
#include "server/database/sqlite/engine.hpp"
#include "server/database/sqlite/migrations.hpp"
#include "server/operations/key_check.hpp"
#include "server/operations/open.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;
using sqlite::Database;

constexpr AuditKey headKey{7, 8, 9}, othersKey{1};

class SqliteAuditHead : public testing::Test {
 protected:
  void request(Store& store, int count = 1) {
    store.startBatch();
    for (int i = 0; i < count; ++i) {
      const Instant at = opens + static_cast<Instant>(++token);
      store.requestRegistration("a@example.jp", internalMedicine, Language::ja, hash(1), hash(token), at, {});
    }
    store.commitBatch();
  }
  void tamper(const std::string& sql) {
    Database{file, Database::Access::write}.script("DROP TRIGGER IF EXISTS audit_stays; " + sql);
  }
  AuditReport report(std::vector<AuditHead> kept = {}) { return openReading(file, headKey)->verifyAudit(kept); }
  static std::string cutTo(int last) {
    const std::string number = std::to_string(last);
    return "DELETE FROM audit WHERE number > " + number + "; UPDATE sqlite_sequence SET seq = " + number +
           " WHERE name = 'audit';";
  }

  ScratchFolder folder;
  const std::filesystem::path file = folder / "senkoi.db";
  std::uint64_t token = 500;
  std::unique_ptr<Store> store = openWriting(file, headKey);
};

TEST_F(SqliteAuditHead, Reliability41_ACutEndIsFoundThoughTheEnginesMemoryIsSetBackToo) {
  request(*store, 5);
  EXPECT_TRUE(report().sound());
  tamper(cutTo(3));
  EXPECT_EQ(report().firstBroken, 4);
}

TEST_F(SqliteAuditHead, Reliability41_AnEmptiedLogIsFound) {
  request(*store, 5);
  tamper("DELETE FROM audit; DELETE FROM sqlite_sequence");
  EXPECT_EQ(report().firstBroken, 1);
}

TEST_F(SqliteAuditHead, Reliability41_ACutEndStaysFoundWhenTheServerGoesOn) {
  request(*store, 5);
  tamper(cutTo(3));
  request(*store, 4);
  EXPECT_EQ(report().firstBroken, 4);
  tamper("DELETE FROM audit; DELETE FROM sqlite_sequence");
  request(*store, 4);
  EXPECT_EQ(report().firstBroken, 1);
}

TEST_F(SqliteAuditHead, Reliability41_AHeadThatIsGoneForgedOrSetBackIsFoundAndNotMadeAnew) {
  request(*store, 5);
  const std::string untouched = folder / "untouched.db";
  sqlite::backUp(file, untouched);
  for (const char* const sql :
       {"DELETE FROM audit_head", "UPDATE audit_head SET code = zeroblob(32)", "UPDATE audit_head SET number = 3",
        "UPDATE audit_head SET number = 3, hash = (SELECT hash FROM audit WHERE number = 3)",
        "UPDATE audit_head SET number = 9"}) {
    store.reset();
    sqlite::restore(untouched, file);
    tamper(sql);
    store = openWriting(file, headKey);
    EXPECT_TRUE(report().headBroken) << sql;
    request(*store, 2);
    EXPECT_TRUE(report().headBroken) << sql << ", and the server went on";
    EXPECT_FALSE(report().sound());
  }
}

TEST_F(SqliteAuditHead, Reliability41_AnOlderHeadOfTheDatabasesOwnIsFoundByOneKeptOutside) {
  request(*store, 3);
  const std::string older = folder / "older.db";
  sqlite::backUp(file, older);
  request(*store, 3);
  const AuditHead kept = store->auditHead();
  EXPECT_EQ(kept.number, 6);
  EXPECT_TRUE(report({kept}).sound());
  store.reset();
  sqlite::restore(older, file);
  EXPECT_TRUE(report().sound()) << "as a whole it is what was once written";
  ASSERT_EQ(report({kept}).missing.size(), 1u);
  store = openWriting(file, headKey);
  request(*store, 4);
  EXPECT_EQ(report({kept}).missing.at(0).number, 6) << "grown again with other entries";
}

TEST_F(SqliteAuditHead, Reliability41_EveryEarlierHeadProvesTheLogAndTheEmptyOneToo) {
  std::vector<AuditHead> kept{store->auditHead()};
  EXPECT_EQ(kept.front().number, 0);
  for (int i = 0; i < 4; ++i) {
    request(*store, 2);
    kept.push_back(store->auditHead());
  }
  EXPECT_TRUE(report(kept).sound());
}

TEST_F(SqliteAuditHead, Reliability41_AnUndoneStepLeavesTheHeadWithTheOthers) {
  store->startBatch();
  for (int i = 0; i < 3; ++i) {
    store->savepoint();
    store->requestRegistration("a@example.jp", internalMedicine, Language::ja, hash(1), hash(++token), opens, {});
    if (i == 1) {
      store->rollbackToSavepoint();
    } else {
      store->releaseSavepoint();
    }
  }
  store->savepoint();
  store->requestRegistration("a@example.jp", internalMedicine, Language::ja, hash(1), hash(++token), opens, {});
  store->rollbackToSavepoint();
  store->commitBatch();
  EXPECT_EQ(store->auditHead().number, 2);
  EXPECT_TRUE(report().sound());
}

// --- upgrades

void makeSchemaFour(const std::filesystem::path& file, int entries) {
  Database database{file, Database::Access::write};
  sqlite::migrate(database, sqlite::schemaVersions().first(4));
  AuditEnd end;
  for (int i = 0; i < entries; ++i) appendAudit(database, RowHash{headKey}, end, {i, {}, "done", "", ""});
}

TEST_F(SqliteAuditHead, Reliability40_ALogOfSchemaFourGetsItsHead) {
  const std::filesystem::path old = folder / "four.db";
  makeSchemaFour(old, 5);
  EXPECT_EQ(upgrade(old, headKey).from, 4);
  EXPECT_TRUE(openReading(old, headKey)->verifyAudit({}).sound());
  EXPECT_EQ(openReading(old, headKey)->auditHead().number, 5);
}

TEST_F(SqliteAuditHead, Reliability41_AnEndCutBeforeTheUpgradeStaysFound) {
  const std::filesystem::path old = folder / "four.db";
  makeSchemaFour(old, 5);
  Database{old, Database::Access::write}.script("DROP TRIGGER audit_stays; DELETE FROM audit WHERE number > 3");
  auto upgraded = openWriting(old, headKey);
  EXPECT_EQ(upgraded->firstBrokenAudit(), 4);
  request(*upgraded, 3);
  EXPECT_EQ(upgraded->firstBrokenAudit(), 4);
}

TEST_F(SqliteAuditHead, Reliability47_AnUpgradeWithAnotherKeyIsRefused) {
  const std::filesystem::path old = folder / "four.db";
  makeSchemaFour(old, 5);
  EXPECT_FALSE(isServedWith(old, othersKey));
  EXPECT_THROW(upgrade(old, othersKey), Failure);
  EXPECT_TRUE(isServedWith(old, headKey));
  EXPECT_EQ(upgrade(old, headKey).to, static_cast<int>(sqlite::schemaVersions().size()));
}

TEST_F(SqliteAuditHead, Reliability47_ADatabaseIsOpenedWithItsOwnKeyAlone) {
  EXPECT_TRUE(isServedWith(file, headKey)) << "before anything was written";
  EXPECT_FALSE(isServedWith(file, othersKey));
  store.reset();
  EXPECT_THROW(openWriting(file, othersKey), Failure);
  request(*(store = openWriting(file, headKey)));
  EXPECT_FALSE(isServedWith(file, othersKey));
  EXPECT_TRUE(isServedWith(folder / "none.db", othersKey)) << "no database is nobody's";
}

TEST_F(SqliteAuditHead, Reliability47_WhoTakesTheCheckOfTheKeyAwayIsFoundNotBelieved) {
  Database{file, Database::Access::write}.script("DELETE FROM key_check");
  EXPECT_THROW(isServedWith(file, headKey), Failure);
  store.reset();
  EXPECT_THROW(openWriting(file, headKey), Failure);
}

}  // namespace
}  // namespace senkoi::tests
