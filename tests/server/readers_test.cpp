// The pool beside the HTTP thread: bounded, owned, gone before what its work refers to (reliability 44).
#include "server/operations/readers/readers.hpp"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <future>

#include "server/operations/open.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace senkoi::server;
using store::Readers;
using store::Store;

class ReadersTest : public testing::Test {
 protected:
  ReadersTest() { store::openWriting(folder / "senkoi.db"); }

  Readers::Open opening() {
    return [this] {
      ++opened;
      return store::openReading(folder / "senkoi.db");
    };
  }
  void spawn(std::function<Async<void>()> coroutine) {
    boost::asio::co_spawn(loop.get_executor(), std::move(coroutine), boost::asio::detached);
  }

  ScratchFolder folder;
  boost::asio::io_context loop{1};
  std::atomic<int> opened = 0;
};

TEST_F(ReadersTest, TheResultAndTheExceptionOfTheWorkReachItsCallerOnTheHttpThread) {
  Readers readers(loop.get_executor(), opening(), {.threads = 1});
  const auto http = std::this_thread::get_id();
  int seen = 0;
  spawn([&]() -> Async<void> {
    const auto ran = co_await readers.run([](Store& store) {
      EXPECT_TRUE(store.programs().empty());
      return std::this_thread::get_id();
    });
    EXPECT_NE(ran, http);
    EXPECT_EQ(std::this_thread::get_id(), http);
    ++seen;
    try {
      co_await readers.run([](Store&) -> int { throw std::out_of_range("theirs"); });
    } catch (const std::out_of_range&) {
      ++seen;
    }
  });
  loop.run();
  EXPECT_EQ(seen, 2);
  EXPECT_EQ(opened, 1) << "a thread keeps its connection";
}

TEST_F(ReadersTest, AFailedReadBeginsTheNextWithANewConnection) {
  Readers readers(loop.get_executor(), opening(), {.threads = 1});
  spawn([&]() -> Async<void> {
    try {
      co_await readers.run([](Store&) -> int { throw store::Failure("the disk"); });
    } catch (const store::Failure&) {
    }
    co_await readers.run([](Store& store) { return store.programs().size(); });
  });
  loop.run();
  EXPECT_EQ(opened, 2);
}

TEST_F(ReadersTest, Reliability44_AFullQueueIsBusyAtOnceAndRecovers) {
  Readers readers(loop.get_executor(), opening(), {.threads = 1, .waiting = 2});
  std::promise<void> entered, release;
  int done = 0, busy = 0;
  const auto one = [&](bool slow) {
    spawn([&, slow]() -> Async<void> {
      try {
        co_await readers.run([&, slow](Store&) {
          if (!slow) return 0;
          entered.set_value();
          release.get_future().wait();
          return 0;
        });
        ++done;
      } catch (const store::Busy&) {
        ++busy;
      }
    });
    loop.poll();
  };
  one(true);
  entered.get_future().wait();
  for (int i = 0; i < 5; ++i) one(false);
  EXPECT_EQ(busy, 3) << "two wait, the others are told at once";
  release.set_value();
  loop.run();
  EXPECT_EQ(done, 3);
  loop.restart();
  one(false);
  loop.run();
  EXPECT_EQ(done, 4);
}

// A thread of the coroutine's own would go on until the loop drops the coroutine, behind the end of all that it uses.
TEST_F(ReadersTest, Reliability35_TheEndWaitsForTheWorkThatRunsAndDropsWhatWaits) {
  std::atomic<bool> running = false, told = false;
  int went = 0;
  {
    Readers readers(loop.get_executor(), opening(), {.threads = 1});
    std::promise<void> entered;
    spawn([&]() -> Async<void> {
      co_await readers.run([&](Store& store) {
        running = true;
        entered.set_value();
        while (!readers.isStopping()) std::this_thread::yield();
        told = true;
        const auto programs = store.programs().size();
        running = false;
        return programs;
      });
      ++went;
    });
    spawn([&]() -> Async<void> {
      co_await readers.run([](Store&) { return 0; });
      ++went;
    });
    loop.poll();
    entered.get_future().wait();
  }
  EXPECT_TRUE(told);
  EXPECT_FALSE(running);
  EXPECT_EQ(went, 0) << "nobody goes on";
}

}  // namespace
}  // namespace senkoi::tests
