// SQLite's own promises: the pragmas, the schema, and how it grows (reliability 36, 40).
#include <array>

#include "senkoi/forms/check.hpp"
#include "server/database/sqlite/engine.hpp"
#include "server/database/sqlite/migrations.hpp"
#include "server/operations/director_store.hpp"
#include "server/operations/open.hpp"
#include "server/operations/seat_store.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using sqlite::Database;

class SqliteSchema : public testing::Test {
 protected:
  Database fresh() {
    Database database{folder / "senkoi.db", Database::Access::write};
    sqlite::migrate(database);
    return database;
  }
  ScratchFolder folder;
};

TEST_F(SqliteSchema, Reliability36_CommitsAreDurable) {
  Database database = fresh();
  auto mode = database.query("PRAGMA journal_mode");
  ASSERT_TRUE(mode.next());
  EXPECT_EQ(mode.text(0), "wal");
  EXPECT_EQ(database.number("PRAGMA synchronous"), 2);  // FULL
  EXPECT_EQ(database.number("PRAGMA foreign_keys"), 1);
  EXPECT_EQ(database.number("PRAGMA secure_delete"), 1);
}

TEST_F(SqliteSchema, TheFilesAreTheirOwnersAlone) {
  const Database database = fresh();
  for (const char* const file : {"senkoi.db", "senkoi.db-wal"}) {
    const auto rights = std::filesystem::status(folder / file).permissions();
    EXPECT_EQ(rights, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write) << file;
  }
}

TEST_F(SqliteSchema, EveryTableIsStrict) {
  Database database = fresh();
  EXPECT_EQ(database.number("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                            " AND strict = 0 AND name NOT LIKE 'sqlite_%'"),
            0);
}

TEST_F(SqliteSchema, EveryItemOfTheFormHasItsColumn) {
  Database database = fresh();
  for (const Item item : forms::items<UserData>) {
    EXPECT_EQ(database.number("SELECT count(*) FROM pragma_table_info('account') WHERE name = $1", name(item)), 1)
        << name(item);
  }
}

TEST_F(SqliteSchema, Reliability40_AnInterruptedUpgradeResumes) {
  const std::array<const char*, 3> broken{"CREATE TABLE one (a INTEGER) STRICT;",
                                          "CREATE TABLE two (a INTEGER) STRICT; CREATE TABLE nonsense (;",
                                          "CREATE TABLE three (a INTEGER) STRICT;"};
  std::array<const char*, 3> whole = broken;
  whole[1] = "CREATE TABLE two (a INTEGER) STRICT;";
  Database database{folder / "senkoi.db", Database::Access::write};
  EXPECT_THROW(sqlite::migrate(database, broken), Failure);
  EXPECT_EQ(sqlite::schemaVersion(database), 1);
  EXPECT_EQ(database.number("SELECT count(*) FROM sqlite_schema WHERE name = 'two'"), 0);
  sqlite::migrate(database, whole);
  EXPECT_EQ(sqlite::schemaVersion(database), 3);
  EXPECT_EQ(database.number("SELECT count(*) FROM sqlite_schema WHERE name IN ('one', 'two', 'three')"), 3);
}

// A season in the middle of its work as schema 1 held it.
void fillSchemaOne(Database& database) {
  sqlite::migrate(database, sqlite::schemaVersions().first(1));
  database.script(
      "INSERT INTO season VALUES (2025);"
      "INSERT INTO round VALUES (2025, 1, 100, 200, 300, 400, 500, NULL);"
      "INSERT INTO closed_cell VALUES (2025, 1, 2, 13);"
      "INSERT INTO program VALUES (7, 2025, 1, 13, '病院', 'プログラム', 3, '統括', '研修係', '03', 'p@example.jp', "
      "'住所', '', 7);"
      "INSERT INTO ceiling VALUES (2025, 1, 13, 4);"
      "INSERT INTO past_adoption VALUES (2025, 1, 13, 2023, 3), (2025, 1, 13, 2024, 5);"
      "INSERT INTO account VALUES ('0100000017', 'a@example.jp', 1, 'ja', 'hash', 50, '髙橋', '花子', '0123456', "
      "'2022',"
      " '4', '113-0033', '13', '文京区', '03', '病院', 'program', '', '', 'no', '');"
      "INSERT INTO session VALUES (x'01', '0100000017', 60, 70);"
      "INSERT INTO application VALUES (1, '0100000017', 2025, 1, 7, 'held', 150, 310);"
      "INSERT INTO remembered_answer VALUES ('0100000017', 'key', 'apply 7', 1, 150);"
      "INSERT INTO outbox (kind, recipient, language, facts, user_id, queued_at, due_at)"
      " VALUES (5, 'a@example.jp', 'ja', '', '0100000017', 150, 150);");
}

TEST_F(SqliteSchema, Reliability40_AServedSeasonOfSchemaOneIsWholeInThisOne) {
  {
    Database old{folder / "senkoi.db", Database::Access::write};
    fillSchemaOne(old);
    ASSERT_EQ(sqlite::schemaVersion(old), 1);
  }
  const auto store = openWriting(folder / "senkoi.db");
  const auto season = store->season();
  ASSERT_TRUE(season);
  EXPECT_TRUE(season->rounds.at(0).released) << "nothing is held back that was not before";
  EXPECT_EQ(season->rounds[0].notification, 500);
  EXPECT_TRUE(season->rounds[0].closed.contains({paediatrics, tokyo}));
  ASSERT_EQ(store->programs().size(), 1u);
  EXPECT_EQ(store->programs()[0].rounds, 7);
  EXPECT_EQ(store->ceilings(), (std::vector<Ceiling>{{internalMedicine, tokyo, {3, 5}, 4}}));
  EXPECT_TRUE(store->seats().read().plain()) << "one kind, one offer a program, one number a cell (T1–T3)";
  EXPECT_EQ(store->directors().seats(7).ceiling, 4);
  ASSERT_EQ(store->applications("0100000017").size(), 1u);
  EXPECT_EQ(store->applications("0100000017")[0].state, State::held);
  EXPECT_EQ(store->account("0100000017")->data.familyName, "髙橋");
  ASSERT_EQ(store->dueLetters(1000, 10).size(), 1u);
  EXPECT_EQ(store->dueLetters(1000, 10)[0].kind, LetterKind::applied);
  const auto candidates = store->directors().candidates(7);
  ASSERT_EQ(candidates.size(), 1u);
  EXPECT_EQ(candidates[0].reason, "") << "held before reasons were asked for";
  EXPECT_EQ(sqlite::integrity(folder / "senkoi.db"), "ok");
  Database upgraded{folder / "senkoi.db", Database::Access::read};
  EXPECT_FALSE(upgraded.query("PRAGMA foreign_key_check").next());
}

// Keys of requests stood in a table of their own until schema 2.
TEST_F(SqliteSchema, Reliability40_ARequestOfSchemaTwoIsKnownAgainByItsKey) {
  {
    Database old{folder / "senkoi.db", Database::Access::write};
    fillSchemaOne(old);
    sqlite::migrate(old, sqlite::schemaVersions().first(2));
    old.script(
        "UPDATE application SET state = 'withdrawn';"
        "INSERT INTO application VALUES (2, '0100000017', 2025, 1, 7, 'applied', 160, 160),"
        " (3, '0100000017', 2025, 1, 7, 'withdrawn', 161, 162), (4, NULL, 2025, 1, 7, 'adopted', 140, 140),"
        " (5, NULL, 2025, 1, 7, 'adopted', 140, 140);"
        "INSERT INTO remembered_answer VALUES ('0100000017', 'later', 'switch 1 7', 2, 160);");
  }
  const auto store = openWriting(folder / "senkoi.db");
  store->startBatch();
  EXPECT_EQ(store->apply("0100000017", 7, "key", 170, {}).value->id, 1);
  EXPECT_EQ(store->switchTo("0100000017", 1, 7, "later", 170, {}).value->id, 2);
  EXPECT_EQ(store->apply("0100000017", 7, "later", 170, {}).code, Code::idempotencyKeyReused);
  store->undoBatch();
  Database upgraded{folder / "senkoi.db", Database::Access::read};
  EXPECT_FALSE(upgraded.query("PRAGMA foreign_key_check").next());
}

TEST_F(SqliteSchema, Reliability40_ANewerSchemaIsRefused) {
  fresh().script("PRAGMA user_version = 999");
  EXPECT_THROW(openWriting(folder / "senkoi.db"), Failure);
  EXPECT_THROW(openReading(folder / "senkoi.db"), Failure);
  EXPECT_THROW(upgrade(folder / "senkoi.db"), Failure);
}

TEST_F(SqliteSchema, AnOlderSchemaIsNotServedByAReader) {
  { Database database{folder / "senkoi.db", Database::Access::write}; }
  EXPECT_THROW(openReading(folder / "senkoi.db"), Failure);
  EXPECT_EQ(upgrade(folder / "senkoi.db").from, 0);
  EXPECT_NO_THROW(openReading(folder / "senkoi.db"));
}

TEST_F(SqliteSchema, AnotherProgramsDatabaseIsLeftAlone) {
  {
    Database other{folder / "senkoi.db", Database::Access::write};
    other.script("CREATE TABLE theirs (a INTEGER); PRAGMA user_version = 1");
  }
  EXPECT_THROW(openWriting(folder / "senkoi.db"), Failure);
}

TEST_F(SqliteSchema, ParametersGoByNumberNotByFirstAppearance) {
  Database database = fresh();
  auto rows = database.query("SELECT $2, $1, $2", 1, 2);
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.integer(0), 2);
  EXPECT_EQ(rows.integer(1), 1);
}

TEST_F(SqliteSchema, AStatementIsNotRunInsideItsOwnRows) {
  Database database = fresh();
  auto rows = database.query("SELECT 1");
  EXPECT_THROW(database.number("SELECT 1"), Failure);
}

}  // namespace
}  // namespace senkoi::tests
