// A snapshot over a store of its own, which does and reports as the writer does.
#pragma once

#include <nlohmann/json.hpp>

#include "server/operations/open.hpp"
#include "server/snapshot/snapshot.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {

using namespace season2025;
using namespace server::snapshot;
using nlohmann::json;
namespace http = server::http;

class SnapshotTest : public testing::Test {
 protected:
  SnapshotTest() {
    store->startBatch();
    store->begin(seasonStart());
    std::vector<DemoApplicant> people;
    for (int i = 1; i <= 12; ++i) {
      people.push_back({{userId(i), "", internalMedicine, Language::ja, userData(registryNumber(i)), 0}, "hash", {}});
    }
    store->addDemoApplicants(people);
    store->commitBatch();
    reader = openReading(folder / "senkoi.db");
    snapshot = std::make_unique<Snapshot>(*reader, io);
  }
  // Does and reports it as the writer does.
  template <class Operation>
  auto commit(Instant now, Operation operation) {
    store->startBatch();
    store->savepoint();
    const auto result = operation(*store);
    store->releaseSavepoint();
    store->commitBatch();
    snapshot->apply(store->takeCountChanges(), now);
    return result;
  }
  std::int64_t apply(int person, std::int64_t program, Instant now = opens) {
    const auto made = commit(now, [&](Store& s) { return s.apply(userId(person), program, {}, now, {}); });
    EXPECT_EQ(made.code, Code::ok);
    return made.value ? made.value->id : 0;
  }
  void decide(std::int64_t application, State to, Instant now = deciding) {
    EXPECT_EQ(commit(now, [&](Store& s) { return tests::decide(s, application, to, now); }), Code::ok);
  }
  static json body(const http::Response& response) { return json::parse(*response.body); }
  json figures(Instant now) { return body(snapshot->figures(internalMedicine, plain, now)); }
  json search(const ProgramQuery& query, Instant now = opens) { return body(snapshot->search(query, plain, now)); }
  static std::vector<int> ids(const json& programs) {
    std::vector<int> found;
    for (const json& program : programs) found.push_back(program.at("id"));
    return found;
  }
  static http::Request accepting(std::string_view codings) {
    http::Request request;
    request.headers.push_back({"accept-encoding", codings});
    return request;
  }

  ScratchFolder folder;
  boost::asio::io_context io;
  std::unique_ptr<Store> store = openWriting(folder / "senkoi.db"), reader;
  std::unique_ptr<Snapshot> snapshot;
  const http::Request plain;
};

}  // namespace senkoi::tests
