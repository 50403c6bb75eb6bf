// The rules hold when everybody comes at the same moment (S2, M2.2, M3.5; reliability 3, 25).
#include "tests/server/writer_crowd.hpp"

#include <map>
#include <tuple>

#include "server/database/sqlite/database.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

std::size_t count(const std::vector<Application>& applications, State state) {
  return static_cast<std::size_t>(std::count_if(applications.begin(), applications.end(),
                                                [&](const Application& one) { return one.state == state; }));
}

TEST(WriterCrowd, Reliability25_OneApplicationARoundFromAHundredClicksOfOnePerson) {
  Crowd crowd;
  crowd.registerApplicants(1);
  int made = 0, refused = 0;
  crowd.atOnce(100, [&](int i) -> Async<void> {
    const std::int64_t program = i % 2 == 0 ? tokyoTenSeats : kyotoTwoSeats;
    const auto answer =
        co_await crowd.writer->run([&](Store& s) { return s.apply(userId(1), program, {}, opens, {}); });
    if (answer.code == Code::ok) ++made;
    if (answer.code == Code::alreadyApplied) ++refused;
  });
  EXPECT_EQ(made, 1);
  EXPECT_EQ(refused, 99);
  EXPECT_EQ(crowd.reader()->applications(userId(1)).size(), 1u);
}

TEST(WriterCrowd, AHundredRepetitionsOfOneRequestGetOneAnswer) {
  Crowd crowd;
  crowd.registerApplicants(1);
  std::vector<std::int64_t> answers;
  crowd.atOnce(100, [&](int) -> Async<void> {
    const auto answer =
        co_await crowd.writer->run([&](Store& s) { return s.apply(userId(1), tokyoTenSeats, "one-key", opens, {}); });
    answers.push_back(answer.value ? answer.value->id : 0);
  });
  EXPECT_EQ(answers, std::vector<std::int64_t>(100, answers[0]));
  EXPECT_NE(answers[0], 0);
}

// A hundred directors of one prefecture click at the same moment.
TEST(WriterCrowd, S2_TheCeilingHoldsUnderAHundredDirectors) {
  Crowd crowd;
  crowd.registerApplicants(100);
  std::vector<std::int64_t> ids(101);
  crowd.atOnce(100, [&](int i) -> Async<void> {
    const std::string who = userId(i);
    const auto made = co_await crowd.writer->run([&](Store& s) { return s.apply(who, tokyoTenSeats, {}, opens, {}); });
    ids[static_cast<std::size_t>(i)] = made.value->id;
  });
  int adopted = 0, refused = 0;
  crowd.atOnce(100, [&](int i) -> Async<void> {
    const auto id = ids[static_cast<std::size_t>(i)];
    const Code code = co_await crowd.writer->run([&](Store& s) { return decide(s, id, State::adopted, deciding); });
    if (code == Code::ok) ++adopted;
    if (code == Code::ceilingReached) ++refused;
  });
  EXPECT_EQ(adopted, static_cast<int>(tokyoCeiling));
  EXPECT_EQ(refused, 100 - static_cast<int>(tokyoCeiling));
  EXPECT_EQ(count(crowd.reader()->applicationsOf(tokyoTenSeats), State::adopted), tokyoCeiling);
}

TEST(WriterCrowd, S2_CapacityHoldsUnderAHundredDirectors) {
  Crowd crowd;
  crowd.registerApplicants(100);
  std::vector<std::int64_t> ids(101);
  crowd.atOnce(100, [&](int i) -> Async<void> {
    const std::string who = userId(i);
    const auto made = co_await crowd.writer->run([&](Store& s) { return s.apply(who, kyotoTwoSeats, {}, opens, {}); });
    ids[static_cast<std::size_t>(i)] = made.value->id;
  });
  crowd.atOnce(100, [&](int i) -> Async<void> {
    const auto id = ids[static_cast<std::size_t>(i)];
    co_await crowd.writer->run([&](Store& s) { return decide(s, id, State::adopted, deciding); });
  });
  EXPECT_EQ(count(crowd.reader()->applicationsOf(kyotoTwoSeats), State::adopted), 2u);
}

TEST(WriterCrowd, Reliability3_ALinkWorksOnceUnderFiftyParallelPosts) {
  Crowd crowd;
  crowd.writer->wait([](Store& s) {
    s.requestRegistration("a@example.jp", internalMedicine, Language::ja, hash(1), hash(2), opens, {});
    return s.openRegistration(hash(2), opens, {}).code;
  });
  int made = 0, used = 0;
  crowd.atOnce(50, [&](int i) -> Async<void> {
    const std::string id = userId(i);
    const UserData data = userData(registryNumber(i));
    const auto answer =
        co_await crowd.writer->run([&](Store& s) { return s.registerApplicant(hash(2), data, id, "x", opens, {}); });
    if (answer.code == Code::ok) ++made;
    if (answer.code == Code::linkUsed) ++used;
  });
  EXPECT_EQ(made, 1);
  EXPECT_EQ(used, 49);
}

TEST(WriterCrowd, M1_2_ARegistryNumberIsTakenOnceUnderFiftyParallelRegistrations) {
  Crowd crowd;
  crowd.writer->wait([](Store& s) {
    for (std::uint64_t i = 1; i <= 50; ++i) {
      const std::string mail = "a" + std::to_string(i) + "@example.jp";
      s.requestRegistration(mail, internalMedicine, Language::ja, hash(1), hash(100 + i), opens, {});
      s.openRegistration(hash(100 + i), opens, {});
    }
  });
  int made = 0, taken = 0;
  crowd.atOnce(50, [&](int i) -> Async<void> {
    const std::string id = userId(i);
    const UserData data = userData("7654321");
    const Hash token = hash(100 + static_cast<std::uint64_t>(i));
    const auto answer =
        co_await crowd.writer->run([&](Store& s) { return s.registerApplicant(token, data, id, "x", opens, {}); });
    if (answer.code == Code::ok) ++made;
    if (answer.code == Code::registryNumberTaken) ++taken;
  });
  EXPECT_EQ(made, 1);
  EXPECT_EQ(taken, 49);
}

using Counts = std::map<std::tuple<std::int64_t, int, State>, int>;  // by program, round and state

// What the changes add up to.
Counts counted(const std::vector<CountChange>& changes) {
  Counts counts;
  for (const CountChange& change : changes) {
    if (change.from) --counts[{change.program, change.round, *change.from}];
    if (change.to) ++counts[{change.program, change.round, *change.to}];
  }
  std::erase_if(counts, [](const auto& count) { return count.second == 0; });
  return counts;
}

TEST(WriterCrowd, CountsReportedForAHundredPeopleAddUpToTheRows) {
  Crowd crowd;
  crowd.registerApplicants(100);
  crowd.atOnce(100, [&](int i) -> Async<void> {
    const std::string who = userId(i);
    const auto made = co_await crowd.writer->run([&](Store& s) { return s.apply(who, tokyoTenSeats, {}, opens, {}); });
    const auto id = made.value->id;
    if (i % 3 == 0) co_await crowd.writer->run([&](Store& s) { return s.withdraw(who, id, opens, {}); });
    if (i % 3 == 1) {
      co_await crowd.writer->run([&](Store& s) { return s.switchTo(who, id, kyotoTwoSeats, {}, opens, {}); });
    }
  });
  sqlite::Database database{crowd.file(), sqlite::Database::Access::read};
  EXPECT_EQ(database.number("SELECT count(*) FROM application WHERE state = 'applied'"), 67);
  EXPECT_EQ(database.number("SELECT count(*) FROM application WHERE state = 'withdrawn'"), 67);
  EXPECT_EQ(crowd.committed, 100u + 33u + 2 * 34u);
  EXPECT_EQ(counted(crowd.reported), counted(crowd.reader()->liveCounts()));
}

}  // namespace
}  // namespace senkoi::tests
