// A place in a queue comes back when memory runs out between taking it and using it: each allocation on the way into
// the queue fails once. A place that stayed taken would keep the writer from ever ending.
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <cstdlib>
#include <new>

#include "server/operations/open.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/operations/writer/writer.hpp"
#include "tests/store/scratch_folder.hpp"

namespace {

thread_local int failing = 0;  // the allocation that fails, counted from 1; 0: none

}  // namespace

namespace {

bool failsNow() {
  return failing > 0 && --failing == 0;
}

}  // namespace

// Asio takes the frames of coroutines from here.
extern "C" void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept {
  void* memory = nullptr;
  return failsNow() || ::posix_memalign(&memory, alignment, size) != 0 ? nullptr : memory;
}

void* operator new(std::size_t size) {
  if (failsNow()) throw std::bad_alloc();
  if (void* const memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

namespace senkoi::tests {
namespace {

using namespace senkoi::server;
using store::Store;

constexpr int mostAllocations = 20;  // more than there are on the way

// How often it failed; what was let in is answered.
template <class Queue>
int failures(Queue& queue, boost::asio::io_context& loop) {
  int failed = 0, done = 0;
  for (int at = 1; at <= mostAllocations; ++at) {
    boost::asio::co_spawn(
        loop.get_executor(),
        [&, at]() -> Async<void> {
          try {
            failing = at;
            co_await queue.run([](Store&) { return 0; });
            ++done;
          } catch (const std::bad_alloc&) {
            ++failed;
          }
          failing = 0;
        },
        boost::asio::detached);
    loop.restart();
    loop.run_one();
    failing = 0;
    loop.run();
  }
  EXPECT_EQ(failed + done, mostAllocations);
  EXPECT_GT(done, 0);
  return failed;
}

TEST(Places, AWriterWithoutMemoryGivesThePlaceBack) {
  ScratchFolder folder;
  boost::asio::io_context loop{1};
  store::Writer writer(store::openWriting(folder / "senkoi.db"), loop);
  EXPECT_GT(failures(writer, loop), 1);
  EXPECT_EQ(writer.figures().waiting, 0u);
}

TEST(Places, ReadersWithoutMemoryGiveThePlaceBack) {
  ScratchFolder folder;
  store::openWriting(folder / "senkoi.db");
  boost::asio::io_context loop{1};
  const auto open = [&folder] { return store::openReading(folder / "senkoi.db"); };
  store::Readers readers(loop.get_executor(), open, {.threads = 1, .waiting = 2});
  EXPECT_GT(failures(readers, loop), 1);
  EXPECT_EQ(failures(readers, loop), failures(readers, loop)) << "two places, and none is lost";
}

}  // namespace
}  // namespace senkoi::tests
