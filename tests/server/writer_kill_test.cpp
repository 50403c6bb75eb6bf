// kill -9 under load: no acknowledged write is lost, the database is sound (reliability 37). Ten kills here; the number
// in WRITER_KILLS makes it more: 500 for a release.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include "server/database/sqlite/database.hpp"
#include "server/database/sqlite/engine.hpp"
#include "server/operations/open.hpp"
#include "tests/server/writer_crowd.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

constexpr int crowdSize = 200;

// The child: everybody applies and withdraws for ever; each acknowledged pair of number and applications so far goes
// through the pipe at once.
[[noreturn]] void serveUntilKilled(const std::filesystem::path& file, int pipe) {
  boost::asio::io_context io;
  Writer writer(openWriting(file), io);
  const auto visit = [&](int i) -> Async<void> {
    const std::string who = userId(i);
    while (true) {
      const auto made = co_await writer.run([&](Store& s) { return s.apply(who, tokyoTenSeats, {}, opens, {}); });
      std::int64_t id = 0;
      if (made.value) id = made.value->id;
      if (id == 0) {
        co_await writer.run([&](Store& s) { return s.withdraw(who, s.applications(who).back().id, opens, {}); });
        continue;
      }
      if (::write(pipe, &id, sizeof id) != sizeof id) ::_exit(1);
      co_await writer.run([&](Store& s) { return s.withdraw(who, id, opens, {}); });
    }
  };
  for (int i = 1; i <= crowdSize; ++i) boost::asio::co_spawn(io.get_executor(), visit(i), boost::asio::detached);
  io.run();
  ::_exit(0);
}

std::vector<std::int64_t> acknowledgedBeforeTheKill(const std::filesystem::path& file, int milliseconds) {
  int ends[2];
  EXPECT_EQ(::pipe(ends), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    serveUntilKilled(file, ends[1]);
  }
  ::close(ends[1]);
  std::vector<std::int64_t> acknowledged;
  std::thread killer([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    ::kill(child, SIGKILL);
  });
  std::int64_t id = 0;
  while (::read(ends[0], &id, sizeof id) == sizeof id) acknowledged.push_back(id);
  killer.join();
  ::waitpid(child, nullptr, 0);
  ::close(ends[0]);
  return acknowledged;
}

TEST(WriterKill, Reliability37_KillingUnderLoadLosesNoAcknowledgedWrite) {
  const char* const wanted = std::getenv("WRITER_KILLS");
  const int kills = wanted == nullptr ? 10 : std::atoi(wanted);
  const ScratchFolder folder;
  const std::filesystem::path file = folder / "senkoi.db";
  {
    const auto store = openWriting(file);
    store->startBatch();
    store->begin(seasonStart());
    std::vector<DemoApplicant> people;
    for (int i = 1; i <= crowdSize; ++i) {
      people.push_back({{userId(i), "", internalMedicine, Language::ja, userData(registryNumber(i)), 0}, "hash", {}});
    }
    store->addDemoApplicants(people);
    store->commitBatch();
  }
  std::size_t acknowledgedInAll = 0;
  for (int round = 0; round < kills; ++round) {
    const auto acknowledged = acknowledgedBeforeTheKill(file, 60 + round * 37 % 150);
    acknowledgedInAll += acknowledged.size();
    sqlite::Database database{file, sqlite::Database::Access::write};
    for (const std::int64_t id : acknowledged) {
      ASSERT_TRUE(database.number("SELECT 1 FROM application WHERE id = $1", id)) << "application " << id << " is lost";
    }
    ASSERT_EQ(sqlite::integrity(file), "ok");
  }
  EXPECT_EQ(openReading(file)->firstBrokenAudit(), std::nullopt);
  EXPECT_GT(acknowledgedInAll, static_cast<std::size_t>(kills));
}

}  // namespace
}  // namespace senkoi::tests
