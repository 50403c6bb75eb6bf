// The pool beside the HTTP thread: bounded, owned, gone before what its work refers to (reliability 44).
#include "server/operations/readers/readers.hpp"

#include <gtest/gtest.h>

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <future>
#include <memory>
#include <utility>
#include <vector>

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

TEST_F(ReadersTest, Reliability35_ACoroutineThatIsNeverResumedIsDestroyedWithTheLoop) {
  std::promise<void> entered;
  std::vector<std::shared_ptr<int>> given{std::make_shared<int>(), std::make_shared<int>()};
  const std::array<std::weak_ptr<int>, 2> held{given[0], given[1]};
  {
    boost::asio::io_context ended{1};
    {
      Readers readers(ended.get_executor(), opening(), {.threads = 1});
      const auto carriedOut = [&]() -> Async<void> {
        const auto mine = std::exchange(given[0], nullptr);
        co_await readers.run([&](Store&) {
          entered.set_value();
          while (!readers.isStopping()) std::this_thread::yield();
          return 0;
        });
      };
      const auto dropped = [&]() -> Async<void> {
        const auto mine = std::exchange(given[1], nullptr);
        co_await readers.run([](Store&) { return 0; });
      };
      boost::asio::co_spawn(ended, carriedOut, boost::asio::detached);
      boost::asio::co_spawn(ended, dropped, boost::asio::detached);
      ended.poll();
      entered.get_future().wait();
    }
    EXPECT_FALSE(held[0].expired()) << "its answer waits in the loop";
  }
  EXPECT_TRUE(held[0].expired());
  EXPECT_TRUE(held[1].expired());
}

}  // namespace
}  // namespace senkoi::tests
