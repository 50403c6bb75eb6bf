// The demo's directors and its clock, over a real store: who is decided, by which rule, and before which moment.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <filesystem>
#include <map>
#include <memory>
#include <vector>

#include "server/base/configuration.hpp"
#include "server/demo/demo_environment.hpp"
#include "server/demo/season_data.hpp"
#include "server/demo/seed.hpp"
#include "server/demo/staff.hpp"
#include "server/operations/open.hpp"
#include "server/operations/writer/writer.hpp"
#include "tests/store/scratch_folder.hpp"

namespace senkoi::server::demo {
namespace {

using workflow::State;

const workflow::Round first = seasonOf2019().rounds.front();
constexpr std::uint32_t crowd = 8000;

// Made once: the season before anybody has decided.
const std::filesystem::path& furnished() {
  static const tests::ScratchFolder folder;
  static const std::filesystem::path file = [] {
    auto store = store::openWriting(folder / "demo.db");
    const SeasonData data = makeSeasonData(crowd, "nobody's", "known");
    store->startBatch();
    store->begin(data.start);
    store->addDemoApplicants(data.applicants);
    store->commitBatch();
    return folder / "demo.db";
  }();
  return file;
}

class DemoDirectors : public testing::Test {
 protected:
  DemoDirectors() {
    std::filesystem::copy_file(furnished(), folder / "demo.db");
    store = store::openWriting(folder / "demo.db");
  }

  // As in a batch that begins anew, because another operation of it has thrown.
  void act(Instant until) {
    store->startBatch();
    directors.act(*store, until);
    store->undoBatch();
    store->startBatch();
    directors.act(*store, until);
    store->commitBatch();
    directors.saw(until);
  }

  // Applications of the first round by program, in the order of applying.
  std::map<std::int64_t, std::vector<store::Application>> applications() {
    std::map<std::int64_t, std::vector<store::Application>> found;
    for (const auto& program : store->programs()) {
      auto of = store->applicationsOf(program.id);
      std::erase_if(of, [](const auto& one) { return one.state == State::withdrawn; });
      std::ranges::stable_sort(of, {}, &store::Application::appliedAt);
      if (!of.empty()) found[program.id] = std::move(of);
    }
    return found;
  }
  std::size_t count(State state) {
    std::size_t sum = 0;
    for (const auto& [id, of] : applications())
      sum += static_cast<std::size_t>(std::ranges::count(of, state, &store::Application::state));
    return sum;
  }

  tests::ScratchFolder folder;
  std::unique_ptr<store::Store> store;
  Directors directors{opening()};
};

TEST_F(DemoDirectors, S1_DecideNothingBeforeTheAdoptionPeriodBegins) {
  act(first.adoption.from - 1);
  EXPECT_EQ(count(State::applied), crowd * 97 / 100 + 1);
}

TEST_F(DemoDirectors, S1_DecideWhileTheAdoptionPeriodRuns) {
  act((first.adoption.from + first.adoption.until) / 2);
  const std::size_t half = count(State::applied);
  EXPECT_LT(half, crowd * 75 / 100);
  EXPECT_GT(half, crowd * 25 / 100);
  act(first.adoption.until);
  EXPECT_LT(count(State::applied), crowd * 10 / 100);
}

TEST_F(DemoDirectors, S1_AJumpOverTheAdoptionPeriodIsDecidedWithinIt) {
  act(first.notification);
  EXPECT_GT(count(State::adopted), crowd / 2);
  for (const auto& [id, of] : applications()) {
    for (const auto& one : of) {
      const bool decided = one.state != State::applied;
      EXPECT_EQ(decided, first.adoption.contains(one.changedAt));
    }
  }
}

TEST_F(DemoDirectors, S2_KeepWithinCapacityAndCeiling) {
  act(first.notification);
  std::map<std::pair<Field, Prefecture>, std::uint32_t> inCell;
  auto of = applications();
  for (const auto& program : store->programs()) {
    const auto adopted = std::ranges::count(of[program.id], State::adopted, &store::Application::state);
    EXPECT_LE(adopted, program.capacity) << program.id;
    inCell[{program.field, program.prefecture}] += static_cast<std::uint32_t>(adopted);
  }
  for (const auto& ceiling : store->ceilings()) {
    EXPECT_LE((inCell[{ceiling.field, ceiling.prefecture}]), ceiling.published);
  }
}

TEST_F(DemoDirectors, S1_AdoptInTheOrderOfApplying) {
  act(first.notification);
  for (const auto& [id, of] : applications()) {
    const auto notAdopted = std::ranges::find_if(of, [](const auto& one) { return one.state != State::adopted; });
    EXPECT_TRUE(std::none_of(notAdopted, of.end(), [](const auto& one) { return one.state == State::adopted; })) << id;
  }
}

TEST_F(DemoDirectors, M5_1_SomeApplicationsAreLeftUndecidedAndSomeHeld) {
  act(first.notification);
  EXPECT_GT(count(State::applied), 0u);
  for (const auto& [id, of] : applications()) {
    const bool undecided = std::ranges::any_of(of, [](const auto& one) { return one.state == State::applied; });
    EXPECT_EQ(undecided, id % 40 == 7) << id;
    const auto held = std::ranges::count(of, State::held, &store::Application::state);
    const bool refused = of.back().state != State::adopted;
    EXPECT_EQ(held, !undecided && refused && id % 5 == 0 ? 1 : 0) << id;
  }
}

TEST_F(DemoDirectors, M5_3_ResolveWhatTheyHoldAfterTheNotification) {
  act(first.notification);
  EXPECT_GT(count(State::held), 0u);
  act(seasonOf2019().rounds[1].registration.from);
  EXPECT_EQ(count(State::held), 0u);
}

TEST_F(DemoDirectors, R3_AClockMovedBackMakesThemDecideAgainWhatIsUndecided) {
  act(first.notification);
  const std::size_t adopted = count(State::adopted);
  act(opening());
  act(first.notification);
  EXPECT_EQ(count(State::adopted), adopted);
}

// --- the stage: the same through the writer, as the server does it

class DemoStage : public testing::Test {
 protected:
  DemoStage() {
    configuration.demoApplicants = 200;
    configuration.passwords.operations = 1;
    configuration.passwords.memoryKiB = 8;
    auto writing = store::openWriting(folder / "demo.db");
    seed(*writing, configuration, secrets);
    reading = store::openReading(folder / "demo.db");
    writer = std::make_unique<store::Writer>(std::move(writing), loop);
  }

  void run(Async<void> work) {
    boost::asio::co_spawn(loop, std::move(work), boost::asio::detached);
    loop.restart();
    loop.run();
  }
  std::size_t undecided() {
    std::size_t sum = 0;
    for (const auto& change : reading->liveCounts()) sum += change.to == State::applied;
    return sum;
  }

  tests::ScratchFolder folder;
  Configuration configuration;
  boost::asio::io_context loop{1};
  Instant real = 1'000;
  DemoEnvironment stage{[this] { return real; }};
  std::unique_ptr<store::Store> reading;
  accounts::Secrets const secrets{accounts::ServerKey{1}, accounts::systemRandom()};
  std::unique_ptr<store::Writer> writer;
};

TEST_F(DemoStage, R3_TheClockBeginsAtTheOpeningAndRuns) {
  const Clock clock = stage.clock();
  EXPECT_EQ(clock(), opening());
  real += 5'000;
  EXPECT_EQ(clock(), opening() + 5'000);
  EXPECT_EQ(stage.real(), real);
}

TEST_F(DemoStage, M4_1_TheClockStandsStillAtExactlyAMillisecond) {
  run(stage.move(*writer, first.registration.until - 1, true));
  real += 60'000;
  EXPECT_EQ(stage.clock()(), first.registration.until - 1);
  run(stage.move(*writer, first.registration.until, false));
  real += 1;
  EXPECT_EQ(stage.clock()(), first.registration.until + 1);
}

TEST_F(DemoStage, M5_1_AJumpToTheNotificationFindsEverythingDecided) {
  const std::size_t before = undecided();
  run(stage.move(*writer, first.notification, true));
  EXPECT_LT(undecided() * 10, before);
}

TEST_F(DemoStage, M5_1_AClockThatRunsLetsTheDirectorsActAsTimePasses) {
  run(stage.move(*writer, first.adoption.from - 1, false));
  const std::size_t before = undecided();
  real += first.adoption.until - first.adoption.from;
  stage.look(*writer);
  EXPECT_LT(undecided() * 10, before);
}

TEST_F(DemoStage, S6_TheOutboxsClockGoesOnAndNeverBack) {
  const Clock post = stage.postClock();
  EXPECT_EQ(post(), opening());
  run(stage.move(*writer, opening() + 1000, true));
  real += 60'000;
  EXPECT_EQ(post(), opening() + 61'000);
  run(stage.move(*writer, opening(), true));
  EXPECT_EQ(post(), opening() + 61'000);
  run(stage.move(*writer, first.registration.until, true));
  EXPECT_EQ(post(), first.registration.until);
}

TEST_F(DemoStage, M5_1_AKeptSeasonGoesOnAtItsLastDeed) {
  run(stage.move(*writer, first.adoption.until, true));
  DemoEnvironment again{[this] { return real; }};
  writer->wait([&](store::Store& store) { again.resume(store); });
  EXPECT_GT(again.clock()(), first.adoption.from);
  EXPECT_LE(again.clock()(), first.adoption.until);
}

TEST_F(DemoStage, M3_1_AKnownLogInIsThere) {
  for (const LogIn& logIn : knownLogIns()) {
    const auto account = reading->account(logIn.userId);
    ASSERT_TRUE(account.has_value());
    EXPECT_EQ(account->userId, logIn.userId);
    EXPECT_TRUE(reading->credentials(logIn.userId).has_value());
  }
}

TEST_F(DemoStage, S1_ADirectorWhomAVisitorPlaysDecidesByHand) {
  const StaffLogIn director = knownStaff().front();
  const auto known = reading->staff().credentials(director.mail);
  ASSERT_TRUE(known);
  EXPECT_TRUE(confirmationCodeNow(*known, secrets, real));
  const auto programs = reading->staff().programsOf(known->staff.id);
  ASSERT_FALSE(programs.empty());
  writer->wait([&](store::Store& store) {
    EXPECT_EQ(store.staff().openSession({}, *known, {known->lastStep + 1, {}}, opening(), {}), Code::ok);
  });
  run(stage.move(*writer, first.notification, true));
  for (const std::int64_t program : programs) {
    for (const store::Application& one : reading->applicationsOf(program)) EXPECT_EQ(one.state, State::applied);
  }
}

TEST_F(DemoStage, R3_ASecondStartKeepsTheSeason) {
  const std::size_t before = reading->liveCounts().size();
  writer.reset();
  auto writing = store::openWriting(folder / "demo.db");
  seed(*writing, configuration, secrets);
  EXPECT_EQ(reading->liveCounts().size(), before);
}

}  // namespace
}  // namespace senkoi::server::demo
