// SQLite's own promises: the pragmas, the schema, and how it grows (reliability 36, 40).
#include <array>

#include "senkoi/forms/check.hpp"
#include "server/store/sqlite/engine.hpp"
#include "server/store/sqlite/migrations.hpp"
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

TEST_F(SqliteSchema, Reliability40_ANewerSchemaIsRefused) {
  fresh().script("PRAGMA user_version = 999");
  EXPECT_THROW(sqlite::openWriting(folder / "senkoi.db"), Failure);
  EXPECT_THROW(sqlite::openReading(folder / "senkoi.db"), Failure);
  EXPECT_THROW(sqlite::upgrade(folder / "senkoi.db"), Failure);
}

TEST_F(SqliteSchema, AnOlderSchemaIsNotServedByAReader) {
  { Database database{folder / "senkoi.db", Database::Access::write}; }
  EXPECT_THROW(sqlite::openReading(folder / "senkoi.db"), Failure);
  EXPECT_EQ(sqlite::upgrade(folder / "senkoi.db").from, 0);
  EXPECT_NO_THROW(sqlite::openReading(folder / "senkoi.db"));
}

TEST_F(SqliteSchema, AnotherProgramsDatabaseIsLeftAlone) {
  {
    Database other{folder / "senkoi.db", Database::Access::write};
    other.script("CREATE TABLE theirs (a INTEGER); PRAGMA user_version = 1");
  }
  EXPECT_THROW(sqlite::openWriting(folder / "senkoi.db"), Failure);
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
