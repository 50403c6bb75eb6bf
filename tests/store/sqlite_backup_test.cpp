// Backup while serving, restore, check (R4, reliability 39).
#include <atomic>
#include <fstream>
#include <thread>

#include "server/database/sqlite/database.hpp"
#include "server/database/sqlite/engine.hpp"
#include "server/operations/open.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

namespace fs = std::filesystem;
using namespace season2025;

class SqliteBackup : public testing::Test {
 protected:
  void start() {
    store = openWriting(file);
    store->begin(seasonStart());
  }
  void add(int number) {
    Account account{userId(number), "", internalMedicine, Language::ja, userData(registryNumber(number)), opens};
    store->startBatch();
    store->addDemoApplicants({{account, "hash", {{0, "", 1, tokyoTenSeats, State::applied, opens, opens}}}});
    store->commitBatch();
  }
  static std::size_t applicants(const fs::path& of) { return openReading(of)->applicationsOf(tokyoTenSeats).size(); }
  static void write(const fs::path& to, const std::string& text) { std::ofstream(to, std::ios::binary) << text; }
  ScratchFolder folder;
  const fs::path file = folder / "senkoi.db", copy = folder / "copy.db";
  std::unique_ptr<Store> store;
};

TEST_F(SqliteBackup, Reliability39_ACopyTakenWhileServingIsWholeAndOfOneMoment) {
  start();
  add(1);
  std::atomic<int> written = 1;
  std::atomic<bool> stop = false;
  std::thread serving([&] {
    while (!stop) add(++written);
  });
  for (int i = 0; i < 5; ++i) {
    const fs::path each = folder / ("copy" + std::to_string(i)).c_str();
    const auto before = static_cast<std::size_t>(written.load()) - 1;
    sqlite::backUp(file, each);
    EXPECT_GE(applicants(each), before);
    sqlite::Database taken{each, sqlite::Database::Access::read};
    EXPECT_EQ(taken.number("SELECT count(*) FROM account"), taken.number("SELECT count(*) FROM application"))
        << "each transaction wrote one of both";
    EXPECT_EQ(sqlite::integrity(each), "ok");
    EXPECT_FALSE(fs::exists(fs::path{each} += ".part"));
  }
  stop = true;
  serving.join();
}

TEST_F(SqliteBackup, ABackupOverwritesNothing) {
  start();
  write(copy, "precious");
  EXPECT_THROW(sqlite::backUp(file, copy), Failure);
  EXPECT_EQ(fs::file_size(copy), 8u);
}

TEST_F(SqliteBackup, WithoutADatabaseThereIsNothingToBackUp) {
  EXPECT_THROW(sqlite::backUp(file, copy), Failure);
  EXPECT_FALSE(fs::exists(file));
}

TEST_F(SqliteBackup, Reliability39_RestoringRemovesTheReplacedFilesLog) {
  start();
  add(1);
  sqlite::backUp(file, copy);
  add(2);
  add(3);
  fs::copy_file(fs::path{file} += "-wal", folder / "stale-wal");
  store.reset();
  fs::copy_file(folder / "stale-wal", fs::path{file} += "-wal");  // as a crash leaves it
  sqlite::restore(copy, file);
  EXPECT_EQ(applicants(file), 1u);
  EXPECT_EQ(sqlite::integrity(file), "ok");
  store = openWriting(file);
  add(9);
  EXPECT_EQ(applicants(file), 2u);
}

TEST_F(SqliteBackup, ADatabaseInUseIsNotReplaced) {
  start();
  add(1);
  sqlite::backUp(file, copy);
  add(2);
  EXPECT_THROW(sqlite::restore(copy, file), Failure);
  EXPECT_EQ(applicants(file), 2u);
  add(3);
  EXPECT_EQ(applicants(file), 3u);
}

TEST_F(SqliteBackup, AnEmptyFileReplacesNothing) {
  start();
  add(1);
  store.reset();
  write(copy, "");
  EXPECT_THROW(sqlite::restore(copy, file), Failure);
  EXPECT_EQ(applicants(file), 1u);
}

TEST_F(SqliteBackup, ADamagedCopyReplacesNothing) {
  start();
  add(1);
  store.reset();
  write(copy, std::string(8192, 'x'));
  EXPECT_THROW(sqlite::restore(copy, file), Failure);
  EXPECT_EQ(applicants(file), 1u);
  EXPECT_FALSE(fs::exists(fs::path{file} += ".part"));
}

TEST_F(SqliteBackup, ADamagedDatabaseIsReplaced) {
  start();
  add(1);
  sqlite::backUp(file, copy);
  store.reset();
  write(file, std::string(8192, 'x'));
  sqlite::restore(copy, file);
  EXPECT_EQ(applicants(file), 1u);
}

TEST_F(SqliteBackup, AMissingDatabaseIsRestored) {
  start();
  add(1);
  sqlite::backUp(file, copy);
  store.reset();
  const fs::path other = folder / "other.db";
  sqlite::restore(copy, other);
  EXPECT_EQ(applicants(other), 1u);
}

}  // namespace
}  // namespace senkoi::tests
