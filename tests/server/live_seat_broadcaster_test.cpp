// The seats told live to directors (S1, S2): who is woken by what, how often, and when a stream ends (18, 30).
#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>

#include "server/live/seat_broadcaster.hpp"
#include "server/operations/office_store.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;
using namespace std::chrono_literals;
namespace live = server::live;

class LiveSeats : public testing::Test {
 protected:
  struct Page {
    std::shared_ptr<server::http::EventStream> stream;
    std::shared_ptr<int> woken = std::make_shared<int>(0);
  };
  Page open(std::int64_t staff, std::vector<std::int64_t> programs) {
    Page page{seats.open(staff, std::move(programs), [this] { return lives; })};
    page.stream->whenWoken([woken = page.woken] { ++*woken; });
    return page;
  }
  void adopt(std::int64_t program, State from = State::applied, State to = State::adopted) {
    const std::vector<CountChange> changes{{program, 1, from, to}};
    snapshot.apply(changes, deciding);
    seats.changed(changes);
  }
  void pass(std::chrono::milliseconds time) {
    loop.restart();
    loop.run_for(time);
  }
  static std::unique_ptr<Store> begun(const ScratchFolder& folder) {
    auto store = engines().front().openWriting(folder);
    store->startBatch();
    store->begin(seasonStart());
    store->commitBatch();
    return store;
  }

  ScratchFolder folder;
  std::unique_ptr<Store> store = begun(folder);
  boost::asio::io_context loop;
  server::snapshot::Snapshot snapshot{*store, loop};
  live::SeatBroadcaster seats{loop.get_executor(), snapshot};
  bool lives = true;
};

TEST_F(LiveSeats, S1_FirstAsTheyAreThenWheneverTheyChange) {
  const Page page = open(1, {tokyoTenSeats});
  const std::string first = page.stream->take().value();
  EXPECT_NE(first.find(R"("left":10,"prefecture_adopted":0,"ceiling":4,"ceiling_left":4,"program":2)"),
            std::string::npos)
      << first;
  EXPECT_EQ(page.stream->take(), "");
  adopt(tokyoThreeSeats);  // a colleague's program in the same prefecture
  pass(300ms);
  EXPECT_EQ(*page.woken, 1);
  const std::string next = page.stream->take().value();
  EXPECT_TRUE(next.starts_with("event: seats\ndata: ")) << "the retry time is told once: " << next;
  EXPECT_NE(next.find(R"("left":10,"prefecture_adopted":1,"ceiling":4,"ceiling_left":3)"), std::string::npos) << next;
}

TEST_F(LiveSeats, S1_ACrowdOfCommitsIsToldOnce) {
  const Page page = open(1, {tokyoTenSeats});
  page.stream->take();
  for (int i = 0; i < 50; ++i) adopt(tokyoTenSeats);
  pass(300ms);
  EXPECT_EQ(*page.woken, 1);
}

TEST_F(LiveSeats, S2_AnotherPrefectureAndAnotherProgramsDecisionWithoutASeatWakeNobody) {
  const Page page = open(1, {tokyoTenSeats});
  page.stream->take();
  adopt(kyotoTwoSeats);
  adopt(paediatricsTokyo);
  adopt(tokyoThreeSeats, State::applied, State::rejected);
  pass(300ms);
  EXPECT_EQ(*page.woken, 0);
  EXPECT_EQ(page.stream->take(), "");
}

TEST_F(LiveSeats, L13_ADecisionOfTheProgramItselfIsCountedThoughItTakesNoSeat) {
  const Page page = open(1, {tokyoTenSeats});
  EXPECT_NE(page.stream->take()->find("\"decisions\":0"), std::string::npos);
  adopt(tokyoTenSeats, State::applied, State::rejected);
  pass(300ms);
  EXPECT_EQ(*page.woken, 1);
  EXPECT_NE(page.stream->take()->find("\"decisions\":1"), std::string::npos);
}

TEST_F(LiveSeats, S4_AnOfficesNewLimitIsToldToAll) {
  const Page page = open(1, {kyotoTwoSeats});
  page.stream->take();
  seats.changedAll();
  pass(300ms);
  EXPECT_EQ(*page.woken, 1);
  EXPECT_NE(page.stream->take(), "");
}

TEST_F(LiveSeats, Reliability18_EndsWithTheSession) {
  const Page page = open(1, {tokyoTenSeats});
  page.stream->take();
  lives = false;
  EXPECT_EQ(page.stream->take(), std::nullopt);
}

TEST_F(LiveSeats, Reliability23_EndsForOneAloneOnceTheirProgramsAreOthers) {
  const Page page = open(1, {tokyoTenSeats}), colleague = open(2, {tokyoTenSeats});
  seats.endOf(1);
  EXPECT_EQ(*page.woken, 1);
  EXPECT_EQ(page.stream->take(), std::nullopt);
  EXPECT_NE(colleague.stream->take(), std::nullopt);
}

TEST_F(LiveSeats, Reliability23_EndsOnceAnOfficeHasMovedTheProgramToAnotherField) {
  const Page page = open(1, {tokyoTenSeats}), another = open(2, {tokyoThreeSeats});
  store->startBatch();
  Program moved = *snapshot.program(tokyoTenSeats);
  moved.field = paediatrics;
  EXPECT_EQ(store->offices().changeProgram({}, moved, opens, {}), Code::ok);
  store->commitBatch();
  snapshot.refresh();
  seats.changedAll();
  EXPECT_EQ(page.stream->take(), std::nullopt);
  EXPECT_NE(another.stream->take(), std::nullopt);
}

TEST_F(LiveSeats, Reliability30_OfOneDirectorTheOldestMakesRoom) {
  std::vector<Page> pages;
  for (std::size_t i = 0; i <= live::SeatBroadcaster::mostOfOne; ++i) pages.push_back(open(1, {tokyoTenSeats}));
  EXPECT_EQ(*pages.front().woken, 1);
  EXPECT_EQ(pages.front().stream->take(), std::nullopt);
  for (std::size_t i = 1; i < pages.size(); ++i) EXPECT_NE(pages[i].stream->take(), std::nullopt) << i;
  EXPECT_NE(open(2, {tokyoTenSeats}).stream->take(), std::nullopt);
}

TEST_F(LiveSeats, Reliability30_ThereIsAnEndToStreams) {
  std::vector<Page> pages;
  for (std::size_t i = 0; i < live::SeatBroadcaster::mostStreams; ++i)
    pages.push_back(open(static_cast<std::int64_t>(i), {tokyoTenSeats}));
  EXPECT_EQ(seats.open(-1, {tokyoTenSeats}, [] { return true; }), nullptr);
  pages.clear();
  EXPECT_NE(seats.open(-1, {tokyoTenSeats}, [] { return true; }), nullptr);
}

}  // namespace
}  // namespace senkoi::tests
