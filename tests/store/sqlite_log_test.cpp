// After a failed commit nothing of it comes back, whatever the disk did before it said no (reliability 38).
#include <array>
#include <fstream>

#include "server/base/log.hpp"
#include "server/database/sqlite/database.hpp"
#include "server/database/sqlite/engine.hpp"
#include "server/operations/open.hpp"
#include "tests/store/power_cut_vfs.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;
using sqlite::Database;
using Fault = PowerCutVfs::Fault;

constexpr int people = 40;

class Log {
 protected:
  Log() {
    store.startBatch();
    store.begin(seasonStart());
    std::vector<DemoApplicant> crowd;
    for (int i = 1; i <= people; ++i) {
      crowd.push_back({{userId(i), "", internalMedicine, Language::ja, userData(registryNumber(i)), 0}, "hash", {}});
    }
    store.addDemoApplicants(crowd);
    store.commitBatch();
  }

  // One batch; whether it was acknowledged.
  bool apply(int first, int last) {
    try {
      store.startBatch();
      for (int i = first; i <= last; ++i) store.apply(userId(i), tokyoTenSeats, {}, opens, {});
      store.commitBatch();
      return true;
    } catch (const Failure&) {
      store.undoBatch();
      return false;
    }
  }

  // Applications that a start finds in these files; they are sound.
  static std::size_t found(const std::filesystem::path& file) {
    const auto after = openWriting(file);
    EXPECT_EQ(sqlite::integrity(file), "ok");
    EXPECT_EQ(after->firstBrokenAudit(), std::nullopt);
    return after->applicationsOf(tokyoTenSeats).size();
  }

  // As a kill -9 leaves them: the kernel keeps what was written, whether it was synced or not.
  std::size_t foundAfterKill() {
    const ScratchFolder copies;
    for (const char* const name : {"senkoi.db", "senkoi.db-wal"}) {
      std::ofstream(copies / name, std::ios::binary) << std::ifstream(folder / name, std::ios::binary).rdbuf();
    }
    return found(copies / "senkoi.db");
  }

  std::size_t foundAfterPowerCut() {
    const ScratchFolder copies;
    disk.survivingFiles(copies / "disk");
    return found(copies / "disk" / "senkoi.db");
  }

  ScratchFolder folder;
  PowerCutVfs disk;
  const std::unique_ptr<Store> made = openWriting(folder / "senkoi.db", {}, PowerCutVfs::name);
  Store& store = *made;
};

class SqliteLog : public Log, public testing::TestWithParam<Fault> {};

TEST_P(SqliteLog, Reliability38_ARefusedCommitDoesNotComeBackAfterAKill) {
  ASSERT_TRUE(apply(1, 3));
  disk.fault = GetParam();
  disk.times = 1;
  EXPECT_FALSE(apply(4, 5));
  EXPECT_EQ(foundAfterKill(), 3u);
  EXPECT_EQ(foundAfterPowerCut(), 3u);
  EXPECT_TRUE(apply(6, 6));
  EXPECT_EQ(foundAfterKill(), 4u);
  EXPECT_EQ(foundAfterPowerCut(), 4u);
}

TEST_P(SqliteLog, Reliability38_NorDoesTheFirstOneInALogBegunAnew) {
  ASSERT_TRUE(apply(1, 3));
  dynamic_cast<Database&>(store.database()).script("PRAGMA wal_checkpoint(RESTART)");
  disk.fault = GetParam();
  disk.times = 1;
  EXPECT_FALSE(apply(4, 5));
  EXPECT_EQ(foundAfterKill(), 3u);
  EXPECT_TRUE(apply(6, 6));
  EXPECT_EQ(foundAfterKill(), 4u);
  EXPECT_EQ(foundAfterPowerCut(), 4u);
}

TEST_P(SqliteLog, Reliability38_NorDoesOneThatDidNotFitTheCache) {
  ASSERT_TRUE(apply(1, 3));
  dynamic_cast<Database&>(store.database()).script("PRAGMA cache_size = 5; PRAGMA cache_spill = 5");
  disk.fault = GetParam();
  disk.times = 1;
  EXPECT_FALSE(apply(4, people));
  EXPECT_EQ(foundAfterKill(), 3u);
  EXPECT_TRUE(apply(6, 6));
  EXPECT_EQ(foundAfterKill(), 4u);
}

std::string faultName(const testing::TestParamInfo<Fault>& fault) {
  constexpr std::array names{"None", "DiskFull", "SyncFails", "SyncedButFails", "LoggedButFails"};
  return names[static_cast<std::size_t>(fault.param)];
}

INSTANTIATE_TEST_SUITE_P(Faults, SqliteLog,
                         testing::Values(Fault::diskFull, Fault::syncFails, Fault::syncedButFails,
                                         Fault::loggedButFails),
                         faultName);

class SqliteLogInDoubt : public Log, public testing::Test {};

TEST_F(SqliteLogInDoubt, Reliability38_NothingIsWrittenUntilTheDiskConfirmsTheCut) {
  ASSERT_TRUE(apply(1, 3));
  disk.fault = Fault::syncFails;
  EXPECT_FALSE(apply(4, 5));
  EXPECT_EQ(foundAfterKill(), 3u);
  const auto writes = disk.logWrites.load();
  for (int i = 6; i < 12; ++i) EXPECT_FALSE(apply(i, i));
  EXPECT_EQ(disk.logWrites, writes) << "refused before anything is written";
  disk.fault = Fault::none;
  EXPECT_TRUE(apply(12, 12));
  EXPECT_EQ(foundAfterKill(), 4u);
  EXPECT_EQ(foundAfterPowerCut(), 4u);
}

TEST_F(SqliteLogInDoubt, Reliability38_AReaderSeesNothingOfWhatWasRefused) {
  ASSERT_TRUE(apply(1, 3));
  const auto reader = openReading(folder / "senkoi.db");
  EXPECT_EQ(reader->applicationsOf(tokyoTenSeats).size(), 3u);
  disk.fault = Fault::syncedButFails;
  disk.times = 1;
  EXPECT_FALSE(apply(4, 5));
  EXPECT_EQ(reader->applicationsOf(tokyoTenSeats).size(), 3u);
  EXPECT_TRUE(apply(6, 6));
  EXPECT_EQ(reader->applicationsOf(tokyoTenSeats).size(), 4u);
}

TEST_F(SqliteLogInDoubt, Reliability38_WhereTheLogCannotBeCutTheProcessEndsUnanswered) {
  ASSERT_TRUE(apply(1, 3));
  const auto refuse = [&] {
    server::log::start("error");
    disk.truncateFails = true;
    disk.fault = Fault::syncFails;
    apply(4, 5);
  };
  EXPECT_EXIT(refuse(), testing::ExitedWithCode(1), "log_not_cut");
}

}  // namespace
}  // namespace senkoi::tests
