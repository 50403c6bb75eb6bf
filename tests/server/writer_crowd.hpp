// Many people at once before one writer: a small season, registered applicants, and coroutines on one io_context as the
// server has them.
#pragma once

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "server/operations/open.hpp"
#include "server/operations/writer/writer.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {

using server::Async;

class Crowd {
 public:
  // `vfs`: SQLite's way to files, null for the usual one.
  explicit Crowd(const char* vfs = nullptr, Writer::Limits limits = {})
      : Crowd(vfs, limits, [](std::unique_ptr<Store> store) { return store; }) {}
  template <class Wrap>
  Crowd(const char* vfs, Writer::Limits limits, Wrap wrap) {
    auto store = openWriting(file(), {}, vfs);
    store->startBatch();
    store->begin(seasonStart());
    store->commitBatch();
    writer = std::make_unique<Writer>(
        wrap(std::move(store)), io,
        [this](const std::vector<CountChange>& changes) {
          committed += changes.size();
          reported.insert(reported.end(), changes.begin(), changes.end());
        },
        limits);
  }

  std::filesystem::path file() const { return folder / "senkoi.db"; }

  // Registered without letters; the IDs are userId(1) … userId(count).
  void registerApplicants(int count, Field field = internalMedicine) {
    std::vector<DemoApplicant> people;
    for (int i = 1; i <= count; ++i) {
      people.push_back({{userId(i), "", field, Language::ja, userData(registryNumber(i)), 0}, "hash", {}});
    }
    writer->wait([&](Store& s) { s.addDemoApplicants(people); });
  }

  // Everybody at once: `visit(i)` for i in 1 … count, each a coroutine of the HTTP thread; returns when all are
  // answered.
  void atOnce(int count, std::function<Async<void>(int)> visit) {
    for (int i = 1; i <= count; ++i) boost::asio::co_spawn(io.get_executor(), visit(i), boost::asio::detached);
    io.restart();
    io.run();
  }

  std::unique_ptr<Store> reader() const { return openReading(file()); }

  ScratchFolder folder;
  boost::asio::io_context io;
  std::size_t committed = 0;          // count changes reported so far
  std::vector<CountChange> reported;  // these
  std::unique_ptr<Writer> writer;
};

}  // namespace senkoi::tests
