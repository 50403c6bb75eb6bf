// No acknowledged write is lost when the power goes, and the tests that say so can fail: a writer that answered before
// COMMIT, or one that didn't sync, is caught (reliability 36, 37).
#include <sodium.h>

#include "tests/server/writer_crowd.hpp"
#include "tests/store/power_cut_vfs.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

// How many of the acknowledged applicants have no application after the power came back.
std::size_t lost(const PowerCutVfs& disk, const std::vector<std::string>& acknowledged) {
  const ScratchFolder after;
  disk.survivingFiles(after / "disk");
  const auto store = openWriting(after / "disk" / "senkoi.db");
  EXPECT_EQ(store->firstBrokenAudit(), std::nullopt);
  auto check = store->database().query("PRAGMA integrity_check");
  EXPECT_TRUE(check.next());
  EXPECT_EQ(check.text(0), "ok");
  return static_cast<std::size_t>(std::count_if(acknowledged.begin(), acknowledged.end(), [&](const std::string& who) {
    return store->applications(who).empty();
  }));
}

constexpr int people = 300;

TEST(WriterPowerCut, Reliability37_NothingAcknowledgedIsLost) {
  PowerCutVfs disk;
  Crowd crowd(PowerCutVfs::name, {.waiting = 4096, .batch = 20});
  crowd.registerApplicants(people);
  std::vector<std::string> acknowledged;
  std::size_t lostInAll = 0;
  crowd.atOnce(people, [&](int i) -> Async<void> {
    const std::string who = userId(i);
    co_await crowd.writer->run([&](Store& s) { return s.apply(who, tokyoTenSeats, {}, opens, {}); });
    acknowledged.push_back(who);
    if (acknowledged.size() % 60 == 0) lostInAll += lost(disk, acknowledged);
  });
  EXPECT_EQ(acknowledged.size(), static_cast<std::size_t>(people));
  EXPECT_EQ(lostInAll, 0u);
}

TEST(WriterPowerCut, Reliability37_AMutantThatAnswersBeforeCommitIsCaught) {
  PowerCutVfs disk;
  Crowd crowd(PowerCutVfs::name);
  crowd.registerApplicants(people);
  std::vector<std::string> acknowledged;  // on the writer thread: before the commit
  std::size_t lostThen = 0;
  crowd.atOnce(people, [&](int i) -> Async<void> {
    const std::string who = userId(i);
    co_await crowd.writer->run([&](Store& s) {
      s.apply(who, tokyoTenSeats, {}, opens, {});
      acknowledged.push_back(who);
      if (acknowledged.size() == people / 2) lostThen = lost(disk, acknowledged);
    });
  });
  EXPECT_GT(lostThen, 0u);
}

TEST(WriterPowerCut, Reliability37_AMutantThatDoesNotSyncIsCaught) {
  PowerCutVfs disk;
  Crowd crowd(PowerCutVfs::name, {}, [](std::unique_ptr<Store> store) {
    store->database().run("PRAGMA wal_checkpoint(TRUNCATE)");
    store->database().run("PRAGMA synchronous = OFF");
    return store;
  });
  std::vector<std::string> acknowledged;
  crowd.registerApplicants(people);
  crowd.atOnce(people, [&](int i) -> Async<void> {
    const std::string who = userId(i);
    co_await crowd.writer->run([&](Store& s) { return s.apply(who, tokyoTenSeats, {}, opens, {}); });
    acknowledged.push_back(who);
  });
  EXPECT_GT(lost(disk, acknowledged), 0u);
}

TEST(WriterPowerCut, Reliability36_EachBatchIsSyncedOnceAndTheyAreFew) {
  PowerCutVfs disk;
  Crowd crowd(PowerCutVfs::name);
  crowd.registerApplicants(people);
  const auto batches = crowd.writer->figures().batches;
  const std::uint64_t syncs = disk.logSyncs;
  crowd.atOnce(people, [&](int i) -> Async<void> {
    const std::string who = userId(i);
    co_await crowd.writer->run([&](Store& s) { return s.apply(who, tokyoTenSeats, {}, opens, {}); });
  });
  const auto made = crowd.writer->figures().batches - batches;
  EXPECT_GE(disk.logSyncs - syncs, made);
  EXPECT_LE(disk.logSyncs - syncs, made + 5);  // a checkpoint syncs the log once more
  EXPECT_LT(made, people / 2u);
}

}  // namespace
}  // namespace senkoi::tests
