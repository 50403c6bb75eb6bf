// The writer: answers after the durable commit, many operations in one, failures where they belong (reliability 36,
// 38).
#include "server/operations/writer/writer.hpp"

#include <array>
#include <future>

#include "tests/server/writer_crowd.hpp"
#include "tests/store/power_cut_vfs.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

TEST(Writer, AnAnswerComesAfterTheCommitAndAfterTheCounts) {
  Crowd crowd;
  crowd.registerApplicants(20);
  const auto reader = crowd.reader();
  int seen = 0;
  crowd.atOnce(20, [&](int i) -> Async<void> {
    const std::string who = userId(i);
    const auto made = co_await crowd.writer->run([&](Store& s) { return s.apply(who, tokyoTenSeats, {}, opens, {}); });
    EXPECT_EQ(made.code, Code::ok);
    EXPECT_EQ(reader->applications(who).size(), 1u);
    EXPECT_GE(crowd.committed, static_cast<std::size_t>(++seen));
  });
  EXPECT_EQ(seen, 20);
}

TEST(Writer, WhatWaitsIsCommittedTogether) {
  Crowd crowd;
  crowd.registerApplicants(200);
  const auto before = crowd.writer->figures();
  crowd.atOnce(200, [&](int i) -> Async<void> {
    const std::string who = userId(i);
    co_await crowd.writer->run([&](Store& s) { return s.apply(who, tokyoTenSeats, {}, opens, {}); });
  });
  const auto after = crowd.writer->figures();
  EXPECT_EQ(after.operations - before.operations, 200u);
  EXPECT_LT(after.batches - before.batches, 100u);
}

TEST(Writer, AFailureUndoesItsOwnOperationAlone) {
  Crowd crowd;
  crowd.registerApplicants(30);
  int failed = 0, stored = 0;
  crowd.atOnce(30, [&](int i) -> Async<void> {
    const std::string who = userId(i);
    try {
      co_await crowd.writer->run([&](Store& s) {
        const auto made = s.apply(who, tokyoTenSeats, {}, opens, {});
        if (i % 3 == 0) throw Failure("broken");
        return made;
      });
      ++stored;
    } catch (const Failure& failure) {
      EXPECT_STREQ(failure.what(), "broken");
      ++failed;
    }
  });
  EXPECT_EQ(failed, 10);
  EXPECT_EQ(stored, 20);
  EXPECT_EQ(crowd.reader()->applicationsOf(tokyoTenSeats).size(), 20u);
  EXPECT_EQ(crowd.committed, 20u);
  EXPECT_EQ(crowd.reader()->firstBrokenAudit(), std::nullopt);
}

TEST(Writer, ABatchThatBeginsAnewAnswersWithItsSecondRun) {
  Crowd crowd;
  crowd.registerApplicants(30);
  std::array<int, 31> runs{};
  int answered = 0;
  crowd.atOnce(30, [&](int i) -> Async<void> {
    const std::string who = userId(i);
    const int run = co_await crowd.writer->run([&](Store& s) {
      EXPECT_EQ(s.apply(who, tokyoTenSeats, {}, opens, {}).code, Code::ok);
      if (++runs[static_cast<std::size_t>(i)] == 1 && i == 7) throw Failure("this once");
      return runs[static_cast<std::size_t>(i)];
    });
    EXPECT_EQ(run, runs[static_cast<std::size_t>(i)]);
    ++answered;
  });
  EXPECT_EQ(answered, 30);
  EXPECT_EQ(runs[7], 2);
  EXPECT_EQ(crowd.reader()->applicationsOf(tokyoTenSeats).size(), 30u);
  EXPECT_EQ(crowd.committed, 30u);
}

TEST(Writer, AnyExceptionReachesWhoAsked) {
  Crowd crowd;
  EXPECT_THROW(crowd.writer->wait([](Store&) -> int { throw std::out_of_range("theirs"); }), std::out_of_range);
  EXPECT_EQ(crowd.writer->wait([](Store&) { return 7; }), 7);
}

TEST(Writer, AFullQueueIsBusyAtOnceAndRecovers) {
  Crowd crowd(nullptr, {.waiting = 4, .batch = 2});
  std::promise<void> entered, release;
  std::thread slow([&] {
    crowd.writer->wait([&](Store&) {
      entered.set_value();
      release.get_future().wait();
    });
  });
  entered.get_future().wait();
  int busy = 0, done = 0;
  for (int i = 1; i <= 10; ++i) {
    boost::asio::co_spawn(
        crowd.io.get_executor(),
        [&]() -> Async<void> {
          try {
            co_await crowd.writer->run([](Store&) {});
            ++done;
          } catch (const Busy&) {
            ++busy;
          }
        },
        boost::asio::detached);
  }
  crowd.io.poll();
  EXPECT_EQ(busy, 6);
  release.set_value();
  crowd.io.run();
  slow.join();
  EXPECT_EQ(done, 4);
  EXPECT_NO_THROW(crowd.writer->wait([](Store&) {}));
}

TEST(Writer, Reliability35_DrainingFinishesWhatWaitsAndTakesNoMore) {
  Crowd crowd;
  crowd.registerApplicants(50);
  int answered = 0;
  for (int i = 1; i <= 50; ++i) {
    boost::asio::co_spawn(
        crowd.io.get_executor(),
        [&, i]() -> Async<void> {
          const std::string who = userId(i);
          co_await crowd.writer->run([&](Store& s) { return s.apply(who, tokyoTenSeats, {}, opens, {}); });
          ++answered;
        },
        boost::asio::detached);
  }
  crowd.io.poll();
  crowd.writer->drain();
  crowd.io.restart();
  crowd.io.run();
  EXPECT_EQ(answered, 50);
  EXPECT_EQ(crowd.reader()->applicationsOf(tokyoTenSeats).size(), 50u);
  EXPECT_THROW(crowd.writer->wait([](Store&) {}), Busy);
}

// Faults of the disk: the request fails, nothing is half stored, the next one succeeds.
class WriterOnAFailingDisk : public testing::TestWithParam<PowerCutVfs::Fault> {};

TEST_P(WriterOnAFailingDisk, Reliability38_NoFalseSuccessAndRecovery) {
  PowerCutVfs disk;
  Crowd crowd(PowerCutVfs::name);
  crowd.registerApplicants(41);
  disk.fault = GetParam();
  int failed = 0;
  crowd.atOnce(40, [&](int i) -> Async<void> {
    const std::string who = userId(i);
    try {
      co_await crowd.writer->run([&](Store& s) { return s.apply(who, tokyoTenSeats, {}, opens, {}); });
      ADD_FAILURE() << "answered although nothing could be stored";
    } catch (const Failure&) {
      ++failed;
    }
  });
  EXPECT_EQ(failed, 40);
  EXPECT_EQ(crowd.committed, 0u);
  disk.fault = PowerCutVfs::Fault::none;
  EXPECT_TRUE(crowd.reader()->applicationsOf(tokyoTenSeats).empty());
  const auto made = crowd.writer->wait([](Store& s) { return s.apply(userId(41), tokyoTenSeats, {}, opens, {}); });
  EXPECT_EQ(made.code, Code::ok);
  EXPECT_EQ(crowd.reader()->applicationsOf(tokyoTenSeats).size(), 1u);
  EXPECT_EQ(crowd.reader()->firstBrokenAudit(), std::nullopt);
}
INSTANTIATE_TEST_SUITE_P(Faults, WriterOnAFailingDisk,
                         testing::Values(PowerCutVfs::Fault::diskFull, PowerCutVfs::Fault::syncFails),
                         [](const auto& fault) {
                           return fault.param == PowerCutVfs::Fault::diskFull ? "DiskFull" : "SyncFails";
                         });

}  // namespace
}  // namespace senkoi::tests
