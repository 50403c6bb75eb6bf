// A refresh that fails leaves what is served as it was, and is tried again (reliability 48).
#include <sqlite3.h>

#include "server/database/sqlite/database.hpp"
#include "server/operations/office_store.hpp"
#include "tests/server/snapshot_world.hpp"

namespace senkoi::tests {
namespace {

using namespace std::chrono_literals;

// The reader's engine gives up at its `at`-th step, once.
struct FailingRead {
  FailingRead(Store& reader, int at) : handle(dynamic_cast<sqlite::Database&>(reader.database()).handle()), left(at) {
    sqlite3_progress_handler(handle, 1, step, this);
  }
  ~FailingRead() { sqlite3_progress_handler(handle, 0, nullptr, nullptr); }
  static int step(void* self) { return --static_cast<FailingRead*>(self)->left == 0; }

  sqlite3* handle;
  int left;
};

class SnapshotRefresh : public SnapshotTest {
 protected:
  SnapshotRefresh() {
    apply(1, tokyoTenSeats);
    apply(2, kyotoTwoSeats);
    snapshot = std::make_unique<Snapshot>(*own, io, 1ms);
  }

  std::string everything() {
    std::string all;
    for (unsigned field = 1; field <= fieldCount; ++field) {
      all += *snapshot->catalogue(static_cast<Field>(field), plain).body;
      json figures = body(snapshot->figures(static_cast<Field>(field), plain, opens));
      figures.erase("generation");
      all += figures.dump();
    }
    for (std::int64_t id = 1; id <= 6; ++id) all += *snapshot->program(id, plain, opens)->body;
    return all + *snapshot->notices(internalMedicine, plain, opens).body;
  }

  std::unique_ptr<Store> own = openReading(folder / "senkoi.db");
};

TEST_F(SnapshotRefresh, Reliability48_EachReadMayFailOnceAndNothingIsLost) {
  const std::string before = everything();
  const json seats = body(*snapshot->program(tokyoTenSeats, plain, opens));
  ASSERT_EQ(seats.at("applicants"), 1);
  bool failed = true;
  int failures = 0;
  // Steps lie close in small queries and far apart in the list of programs: each read is hit.
  for (int at = 1; failed; at += 1 + at / 12) {
    FailingRead reading(*own, at);
    snapshot->refresh();
    failed = reading.left <= 0;
    failures += failed;
    EXPECT_EQ(everything(), before) << "after a failure at step " << at;
    io.restart();
    io.run_for(1s);  // the retry, which succeeds
    EXPECT_EQ(everything(), before) << "after the retry at step " << at;
  }
  EXPECT_GT(failures, 20);
}

TEST_F(SnapshotRefresh, Reliability48_TheRefreshIsTriedAgainUntilItSucceeds) {
  store->startBatch();
  Program changed = *snapshot->program(tokyoTenSeats);
  changed.name = "新しい名前";
  ASSERT_EQ(store->offices().changeProgram({}, changed, opens, {}), Code::ok);
  store->commitBatch();
  {
    FailingRead reading(*own, 3);
    snapshot->refresh();
  }
  EXPECT_NE(snapshot->program(tokyoTenSeats)->name, "新しい名前");
  apply(3, tokyoTenSeats);  // meanwhile
  io.restart();
  for (int i = 0; i < 500 && snapshot->program(tokyoTenSeats)->name != "新しい名前"; ++i) io.run_for(10ms);
  EXPECT_EQ(snapshot->program(tokyoTenSeats)->name, "新しい名前");
  EXPECT_EQ(body(*snapshot->program(tokyoTenSeats, plain, opens)).at("applicants"), 2);
}

TEST_F(SnapshotRefresh, Reliability48_AnOlderReadingThatComesAfterAFailedOneLeavesTheRetry) {
  const auto older = snapshot->beginReading();
  auto slow = Snapshot::read(*own);
  Program changed = *snapshot->program(tokyoTenSeats);
  changed.name = "新しい名前";
  store->startBatch();
  ASSERT_EQ(store->offices().changeProgram({}, changed, opens, {}), Code::ok);
  store->commitBatch();
  {
    FailingRead reading(*own, 3);
    snapshot->refresh();
  }
  snapshot->put(older, std::move(slow));
  EXPECT_NE(snapshot->program(tokyoTenSeats)->name, "新しい名前");
  io.restart();
  for (int i = 0; i < 500 && snapshot->program(tokyoTenSeats)->name != "新しい名前"; ++i) io.run_for(10ms);
  EXPECT_EQ(snapshot->program(tokyoTenSeats)->name, "新しい名前");
}

TEST_F(SnapshotRefresh, AnApplicationToAProgramMadeInTheSameTransactionIsCounted) {
  store->startBatch();
  Program made = *snapshot->program(tokyoTenSeats);
  made.id = 0;
  made.name = "同じ取引のプログラム";
  const auto created = store->offices().createProgram(made, opens, {});
  ASSERT_TRUE(created.value);
  const std::int64_t id = *created.value;
  ASSERT_EQ(store->apply(userId(5), id, {}, opens, {}).code, Code::ok);
  store->commitBatch();
  snapshot->apply(store->takeCountChanges(), opens);  // before the office's refresh, as the writer reports it
  snapshot->refresh();
  EXPECT_EQ(body(*snapshot->program(id, plain, opens)).at("applicants"), 1);
  apply(6, id);
  EXPECT_EQ(body(*snapshot->program(id, plain, opens)).at("applicants"), 2);
}

// Read beside the HTTP thread, two offices' changes may come in another order than they were begun.
TEST_F(SnapshotTest, AReadingThatWasBegunEarlierAndComesLaterIsNotShown) {
  const auto capacityOf = [&] { return snapshot->program(tokyoTenSeats)->capacity; };
  const auto change = [&](std::uint32_t capacity) {
    Program changed = store->offices().program({}, tokyoTenSeats)->program;
    changed.capacity = capacity;
    commit(opens, [&](Store& s) { return s.offices().changeProgram({}, changed, opens, office); });
  };
  change(11);
  const auto early = snapshot->beginReading();
  auto slow = Snapshot::read(*reader);
  change(12);
  const auto late = snapshot->beginReading();
  snapshot->put(late, Snapshot::read(*reader));
  EXPECT_EQ(capacityOf(), 12u);
  snapshot->put(early, std::move(slow));
  EXPECT_EQ(capacityOf(), 12u);
}

TEST_F(SnapshotTest, WhatIsCommittedWhileAReadingIsMadeIsCounted) {
  apply(1, tokyoTenSeats);
  const auto reading = snapshot->beginReading();
  auto fresh = Snapshot::read(*reader);
  apply(2, tokyoTenSeats);
  snapshot->put(reading, std::move(fresh));
  EXPECT_EQ(snapshot->figuresOf(tokyoTenSeats, opens).applicants, 2);
}

}  // namespace
}  // namespace senkoi::tests
